package io.groundswell.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One request over a plain socket, for what no decent client would send. */
public final class RawHttp {
    private static final int TIMEOUT_MS = 10_000;

    private RawHttp() {}

    /** @param headers by lower-case name */
    public record Answer(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.get(name);
        }
    }

    /** @param head the request line and the headers about the body; the connection is closed after the answer */
    public static Answer send(String head, String header, byte[] body) throws IOException {
        return send(head + "\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n", body);
    }

    /** The same with all headers as they are given, and none besides. */
    public static Answer send(String all, byte[] body) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            var received = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (SocketException closed) {
                // The server may answer and close before all of it was sent: what it said still counts.
                received.reset();
            }
            read(socket, received);
            return answer(received.toString(StandardCharsets.UTF_8));
        }
    }

    private static void read(Socket socket, ByteArrayOutputStream received) throws IOException {
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketException reset) {
            if (received.size() == 0) {
                throw reset;
            }
        }
    }

    private static Answer answer(String text) {
        var parts = text.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n");
        var headers = new TreeMap<String, String>();
        for (var at = 1; at < lines.length; at++) {
            var colon = lines[at].indexOf(':');
            headers.put(
                    lines[at].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[at].substring(colon + 1).strip());
        }
        var status = text.isEmpty() ? 0 : Integer.parseInt(lines[0].split(" ")[1]);
        return new Answer(status, headers, parts.length < 2 ? "" : parts[1]);
    }

    /** The text as chunks of 64 KiB. */
    public static byte[] chunked(String text) {
        var chunks = new ByteArrayOutputStream();
        for (var at = 0; at < text.length(); at += 65_536) {
            var chunk = text.substring(at, Math.min(text.length(), at + 65_536));
            chunks.writeBytes((Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunks.toByteArray();
    }
}
