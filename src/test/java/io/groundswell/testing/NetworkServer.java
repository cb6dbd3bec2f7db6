package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network's server on a port of this machine, with a book of what was posted, where things go wrong on demand. */
public abstract class NetworkServer implements AutoCloseable {
    protected static final ObjectMapper JSON = new ObjectMapper();

    /** What goes wrong with a call that posts. */
    public enum Fault {
        BROKEN,
        LIMITED,
        /** It acts, and answers when nobody waits any more. */
        SLOW,
        /** It acts, and closes the connection without an answer. */
        DIES_AFTER_ACTING,
        REFUSES,
        /** Nothing goes wrong: for the calls before one that does. */
        NONE
    }

    /** A status that is no success, with the words in its body. */
    protected static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;
        private final transient ObjectNode body;

        public Problem(int status, ObjectNode body) {
            super(body.toString());
            this.status = status;
            this.body = body;
        }
    }

    /** A call as it came in. */
    protected record Request(
            String method, String path, Map<String, String> query, HttpExchange exchange, byte[] body) {
        public String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is answered. */
    protected record Reply(int status, JsonNode body) {}

    protected final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Duration asked = Duration.ZERO;
    private final CountDownLatch goingOn = new CountDownLatch(1);
    private volatile boolean refusesMedia;
    private volatile String hanging = "";

    /** Nobody knows its address, and so nobody calls it, before the constructor of the network has ended. */
    @SuppressWarnings("this-escape")
    protected NetworkServer(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Faults of the next calls that post, in this order. */
    public void cause(Fault... next) {
        faults.addAll(List.of(next));
    }

    public void limit(Duration wait) {
        asked = wait;
        cause(Fault.LIMITED);
    }

    public void refuseMedia(boolean refuse) {
        refusesMedia = refuse;
    }

    /** Until {@link #goOn}, calls of this sort get no answer. */
    public void hang(String methodAndPath) {
        hanging = methodAndPath;
    }

    public void goOn() {
        goingOn.countDown();
    }

    protected boolean refusesMedia() {
        return refusesMedia;
    }

    public void calm() {
        faults.clear();
    }

    /** Every call so far, as "METHOD /path". */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Whether a call is one that {@link #cause} is about. */
    protected abstract boolean posts(Request request);

    protected abstract Reply answer(Request request);

    protected abstract ObjectNode problem(String code, String words);

    protected abstract Map<String, String> limitHeaders(Duration wait);

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var request = new Request(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    Loopback.fields(uri.getRawQuery()),
                    exchange,
                    exchange.getRequestBody().readAllBytes());
            var call = request.method() + " " + request.path();
            calls.add(call);
            if (call.equals(hanging)) {
                await();
            }
            var fault = posts(request) && !faults.isEmpty() ? faults.remove() : Fault.NONE;
            switch (fault) {
                case BROKEN -> reply(exchange, new Reply(503, problem("Unavailable", "Over capacity")));
                case REFUSES -> reply(exchange, new Reply(422, problem("Invalid", "Validation failed")));
                case LIMITED -> {
                    limitHeaders(asked).forEach(exchange.getResponseHeaders()::add);
                    reply(exchange, new Reply(429, problem("RateLimitExceeded", "Too many requests")));
                }
                case DIES_AFTER_ACTING -> answered(request);
                case SLOW -> {
                    var reply = answered(request);
                    sleep();
                    reply(exchange, reply);
                }
                case NONE -> reply(exchange, answered(request));
            }
        }
    }

    private Reply answered(Request request) {
        try {
            return answer(request);
        } catch (Problem problem) {
            return new Reply(problem.status, problem.body);
        }
    }

    private void await() {
        try {
            goingOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        // So that no call meets the end of a connection that another test's server has given up.
        exchange.getResponseHeaders().add("Connection", "close");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
