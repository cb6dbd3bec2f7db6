package io.groundswell.generation.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Anthropic, OpenAI and Ollama on this machine: a real HTTP server that speaks their documented protocols, keeps a book of
 * what it was asked, and misbehaves when a test tells it to.
 */
public class ProviderServer implements QuarkusTestResourceLifecycleManager {
    public static final String CLAUDE_KEY = "sk-ant-test-0123456789";
    public static final String OPENAI_KEY = "sk-test-9876543210";
    public static final int TIMEOUT_MILLIS = 2_000;

    private static final List<Request> BOOK = new CopyOnWriteArrayList<>();
    private static final Map<String, ConcurrentLinkedDeque<Reply>> NEXT = new ConcurrentHashMap<>();
    private static final Map<String, Reply> ALWAYS = new ConcurrentHashMap<>();

    private HttpServer server;
    private ExecutorService threads;

    /** One call as it came in. */
    public record Request(String provider, String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** Makes the answer to a call. */
    public interface Reply {
        Answer to(Request request);
    }

    public record Answer(int status, Map<String, String> headers, String body, long delayMillis) {
        public static Answer ok(String body) {
            return new Answer(200, Map.of(), body, 0);
        }

        static Answer error(int status, String body) {
            return new Answer(status, Map.of(), body, 0);
        }

        Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, delayMillis);
        }

        Answer after(long millis) {
            return new Answer(status, headers, body, millis);
        }
    }

    public static List<Request> book() {
        return List.copyOf(BOOK);
    }

    public static List<Request> book(String provider) {
        return BOOK.stream()
                .filter(request -> request.provider().equals(provider))
                .toList();
    }

    /** Answers the next calls to a provider in this order; then it is well again. */
    public static void next(String provider, Reply... replies) {
        NEXT.computeIfAbsent(provider, added -> new ConcurrentLinkedDeque<>()).addAll(List.of(replies));
    }

    public static void always(String provider, Reply reply) {
        ALWAYS.put(provider, reply);
    }

    public static void reset() {
        BOOK.clear();
        NEXT.clear();
        ALWAYS.clear();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        var address = "http://localhost:" + server.getAddress().getPort();
        var timeout = TIMEOUT_MILLIS / 1000 + "S";
        var settings = new HashMap<String, String>();
        settings.put("groundswell.sandbox.live", "true");
        // Circuits have tests of their own; here one test must not leave a provider alone for the next.
        settings.put("groundswell.generation.circuit.failures", "1000");
        settings.put("groundswell.generation.claude.api-key", CLAUDE_KEY);
        settings.put("groundswell.generation.claude.base-url", address + "/claude/v1");
        settings.put("groundswell.generation.claude.timeout", timeout);
        settings.put("groundswell.generation.openai.api-key", OPENAI_KEY);
        settings.put("groundswell.generation.openai.base-url", address + "/openai/v1");
        settings.put("groundswell.generation.openai.timeout", timeout);
        settings.put("groundswell.generation.openai-images.api-key", OPENAI_KEY);
        settings.put("groundswell.generation.openai-images.base-url", address + "/images/v1");
        settings.put("groundswell.generation.openai-images.timeout", timeout);
        settings.put("groundswell.generation.ollama.base-url", address + "/ollama/v1");
        settings.put("groundswell.generation.ollama.model", "llama3.2");
        settings.put("groundswell.generation.ollama.timeout", timeout);
        return settings;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new HashMap<String, List<String>>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values));
            var request = new Request(path.split("/")[1], path, headers, body);
            BOOK.add(request);
            send(exchange, reply(request).to(request));
        }
    }

    private static Reply reply(Request request) {
        var queue = NEXT.get(request.provider());
        var next = queue == null ? null : queue.poll();
        return next != null ? next : ALWAYS.getOrDefault(request.provider(), Replies::well);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        sleep(answer.delayMillis());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
