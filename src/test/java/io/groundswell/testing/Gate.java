package io.groundswell.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between browsers and the server under test: has the pages of every host, passes on what is for the server, and lets
 * that fail on demand.
 */
public final class Gate implements AutoCloseable {
    private static final Set<String> PASSED = Set.of("user-agent", "origin", "content-type", "accept-encoding");
    private static final Set<String> KEPT = Set.of("content-length", "connection", "transfer-encoding", ":status");

    /** What becomes of requests for the server. */
    public enum State {
        OPEN,
        /** 503, as a server that restarts. */
        DOWN,
        /** 429, to be asked again after a second. */
        LIMITED,
        /** The connection breaks before the server hears anything. */
        CUT,
        /** The server acts, and the connection breaks before its answer. */
        MUTE
    }

    /** What a browser sent for the server. */
    public record Sent(String path, String body, String cookie) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile State state = State.OPEN;

    public Gate() {
        server = Loopback.start("/", this::answer);
    }

    /** The address of a page on a host, of which there are as many as one likes: all names that end with {@code .test}. */
    public String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    public void page(String path, String html) {
        page(path, 200, html);
    }

    public void page(String path, int status, String html) {
        pages.put(path, html);
        statuses.put(path, status);
    }

    public void become(State next) {
        state = next;
    }

    /** All that was sent to the server, whether it heard of it or not. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var isForServer = path.startsWith("/track") && !path.endsWith(".js") || path.startsWith("/experiments");
            if (isForServer) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                sent.add(new Sent(path, body, exchange.getRequestHeaders().getFirst("Cookie")));
                fail(exchange, body);
            } else if (pages.containsKey(path)) {
                respond(exchange, statuses.get(path), "text/html;charset=UTF-8", pages.get(path));
            } else {
                pass(exchange, "");
            }
        }
    }

    private void fail(HttpExchange exchange, String body) throws IOException {
        switch (state) {
            case DOWN -> respond(exchange, 503, "application/json", "{}");
            case LIMITED -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                exchange.getResponseHeaders().add("Access-Control-Expose-Headers", "Retry-After");
                respond(exchange, 429, "application/json", "{}");
            }
            case CUT -> exchange.close();
            case MUTE -> {
                ask(exchange, body);
                exchange.close();
            }
            case OPEN -> pass(exchange, body);
        }
    }

    private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void pass(HttpExchange exchange, String body) throws IOException {
        var answer = ask(exchange, body);
        answer.headers().map().forEach((name, values) -> {
            if (!KEPT.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, String body) throws IOException {
        var to = URI.create(RestAssured.baseURI + ":" + RestAssured.port + exchange.getRequestURI());
        var method = exchange.getRequestMethod();
        var request = HttpRequest.newBuilder(to)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
