package io.groundswell.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Servers of others, each on a port of this machine, and what they read. */
public final class Loopback {
    private Loopback() {}

    /** Answers each call in a thread of its own, none of which keeps the tests from ending. */
    public static HttpServer start(String path, HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(path, handler);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String address(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a query, or a form, says; nothing when it is null. */
    public static Map<String, String> fields(String encoded) {
        var fields = new TreeMap<String, String>();
        for (var pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
