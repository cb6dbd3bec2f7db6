package io.groundswell.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Metricool as it documents itself: the header with the token, user and brand in the query, wall clocks with a zone,
 * answers wrapped in {@code data} and some that are not. It keeps a planner, and things go wrong with it on demand.
 */
public final class MetricoolServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_MILLIS = 2_000;
    private static volatile MetricoolServer running;

    /** What goes wrong with the next call of its sort. */
    public enum Fault {
        LIMITED,
        SLOW,
        BROKEN,
        /** The post is taken, and the answer comes when nobody waits for it any more. */
        LATE,
        /** The post is taken, and the connection closed without an answer. */
        SILENT_AFTER_TAKING,
        /** Nothing is taken, and the connection closed without an answer. */
        SILENT,
        REFUSED,
        /** The post is taken, and its network does not take it. */
        FAILS_LATER,
        /** The post is taken, and stays in the planner. */
        STAYS
    }

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> faultsOfWithdrawals = new ConcurrentLinkedQueue<>();
    private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
    private final Map<String, ObjectNode> posts = new ConcurrentSkipListMap<>();
    private final Map<String, ObjectNode> figures = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> unseen = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(1_000_000);
    private HttpServer server;
    private volatile boolean mediaRefused;
    private volatile int created;
    private volatile Runnable meanwhile = () -> {};

    /** The one that the application under test talks to. */
    public static MetricoolServer current() {
        return running;
    }

    Map<String, String> start() {
        server = Loopback.start("/api/", this::answer);
        running = this;
        return Map.of(
                "groundswell.metricool.base-url", Loopback.address(server) + "/api",
                "groundswell.metricool.timeout",
                        Duration.ofMillis(TIMEOUT_MILLIS).toString(),
                "groundswell.metricool.patience", "PT0.02S",
                "groundswell.metricool.watch", "PT0.2S",
                "groundswell.metricool.lead", "PT0.3S");
    }

    void stop() {
        server.stop(0);
    }

    public void clear() {
        faults.clear();
        faultsOfWithdrawals.clear();
        looks.clear();
        posts.clear();
        figures.clear();
        revoked.clear();
        unseen.clear();
        mediaRefused = false;
        created = 0;
    }

    /** For the next call that plans a post. */
    public void next(Fault fault) {
        faults.add(fault);
    }

    /** For the next call that deletes a post. */
    public void nextWithdrawal(Fault fault) {
        faultsOfWithdrawals.add(fault);
    }

    private record Look(int status, String body) {}

    /** What the next call that asks for something is answered. */
    public void nextLook(int status, String body) {
        looks.add(new Look(status, body));
    }

    /** Happens while the next call that plans a post is under way, once. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    public void refuseMedia() {
        mediaRefused = true;
    }

    public void revoke(String token) {
        revoked.add(token);
    }

    /** A brand is none of the token's account, and this is what is answered about it. */
    public void hide(String brand, String token, int status) {
        unseen.put(token + " " + brand, status);
    }

    /** How many posts were ever taken: more than one of an item would be one too many. */
    public int taken() {
        return created;
    }

    public List<ObjectNode> planner() {
        return List.copyOf(posts.values());
    }

    public void delete(String id) {
        posts.remove(id);
    }

    /** Has a post stay that was about to go out. */
    public void hold(String id) {
        posts.get(id).put("stays", true);
    }

    /** Lets a post go out that stayed. */
    public void release(String id) {
        posts.get(id).remove("stays");
    }

    /** What analytics tell of a post, by the end of its address. */
    public void measure(String postId, ObjectNode counters) {
        figures.put(postId, counters.put("url", "https://x.com/harbour/status/" + postId));
    }

    private void answer(HttpExchange exchange) throws IOException {
        // A connection that both sides keep may be closed by one just as the other uses it again.
        exchange.getResponseHeaders().set("Connection", "close");
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/api".length());
            var query = Loopback.fields(exchange.getRequestURI().getRawQuery());
            var token = exchange.getRequestHeaders().getFirst("X-Mc-Auth");
            if (token == null || !token.startsWith("mc-") || revoked.contains(token)) {
                tell(exchange, 401, "<html>Unauthorized</html>");
            } else if (!query.containsKey("blogId")) {
                tell(exchange, 400, "{\"title\":\"Bad Request\",\"detail\":\"blogId must not be null\"}");
            } else if (unseen.containsKey(token + " " + query.get("blogId"))) {
                tell(exchange, unseen.get(token + " " + query.get("blogId")), "{\"title\":\"Not yours\"}");
            } else if (exchange.getRequestMethod().equals("GET") && !looks.isEmpty()) {
                var look = looks.remove();
                tell(exchange, look.status(), look.body());
            } else {
                route(exchange, path, query, token);
            }
        }
    }

    private void route(HttpExchange exchange, String path, Map<String, String> query, String token) throws IOException {
        if (path.equals("/admin/simpleProfiles")) {
            brands(exchange, token);
        } else if (path.equals("/actions/normalize/image/url")) {
            media(exchange, query);
        } else if (path.equals("/v2/scheduler/posts")
                && exchange.getRequestMethod().equals("POST")) {
            meanwhile.run();
            meanwhile = () -> {};
            plan(exchange, query, token);
        } else if (path.equals("/v2/scheduler/posts")) {
            list(exchange, query);
        } else if (path.startsWith("/v2/scheduler/posts/")
                && exchange.getRequestMethod().equals("DELETE")) {
            remove(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else if (path.startsWith("/v2/scheduler/posts/")) {
            get(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else if (path.startsWith("/v2/analytics/")) {
            var data = JSON.createObjectNode();
            figures.values().forEach(data.withArray("data")::add);
            data.withArray("data");
            tell(exchange, 200, data.toString());
        } else {
            tell(exchange, 404, "{\"title\":\"Not Found\"}");
        }
    }

    private void brands(HttpExchange exchange, String token) throws IOException {
        if (token.equals("mc-away")) {
            tell(exchange, 502, "<html>Bad gateway</html>");
            return;
        }
        exchange.getResponseHeaders().add("X-RateLimit-Remaining", "450");
        if (token.equals("mc-another-account")) {
            tell(exchange, 200, "[{\"id\":4720,\"label\":\"Third brand\",\"timezone\":\"UTC\",\"twitter\":\"third\"}]");
            return;
        }
        tell(exchange, 200, """
                [{"id":4711,"label":"Harbour Coffee","timezone":"Europe/Berlin","twitter":"harbour","linkedinCompany":"harbour-coffee",
                  "instagram":null,"facebook":""},
                 {"id":4712,"title":"Second brand","timezone":"UTC","instagram":"second"},
                 {"id":4713,"label":"Gone","deleted":true}]""");
    }

    private void media(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (mediaRefused) {
            tell(exchange, 400, "{\"detail\":\"The file is not accessible\"}");
        } else {
            tell(
                    exchange,
                    200,
                    "https://media.metricool.example/" + query.get("url").replaceAll(".*/", ""));
        }
    }

    private void plan(HttpExchange exchange, Map<String, String> query, String token) throws IOException {
        var fault = faults.poll();
        var body = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        if (revoked.contains(token)) {
            tell(exchange, 401, "<html>Unauthorized</html>");
        } else if (fault == Fault.LIMITED) {
            exchange.getResponseHeaders().add("Retry-After", "600");
            tell(exchange, 429, "");
        } else if (fault == Fault.BROKEN) {
            tell(exchange, 500, "");
        } else if (fault == Fault.REFUSED) {
            tell(exchange, 400, "{\"detail\":\"Text is too long\"}");
        } else if (fault != Fault.SILENT) {
            take(exchange, query, body, fault);
        }
    }

    private void take(HttpExchange exchange, Map<String, String> query, ObjectNode body, Fault fault)
            throws IOException {
        if (fault == Fault.SLOW) {
            rest(500);
        }
        var id = ids.incrementAndGet();
        body.put("id", id).put("brand", query.get("blogId"));
        body.withArray("providers").forEach(provider -> ((ObjectNode) provider).put("status", "PENDING"));
        if (fault == Fault.STAYS) {
            body.put("stays", true);
        }
        if (fault == Fault.FAILS_LATER) {
            body.put("fails", true);
        }
        posts.put(String.valueOf(id), body);
        created++;
        if (fault == Fault.LATE) {
            rest(2 * TIMEOUT_MILLIS);
        }
        if (fault != Fault.SILENT_AFTER_TAKING) {
            tell(exchange, 200, JSON.createObjectNode().set("data", body).toString());
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        var data = JSON.createObjectNode();
        var rows = data.putArray("data");
        for (var post : posts.values()) {
            var at = post.path("publicationDate").path("dateTime").asText();
            var listed = at.compareTo(query.get("start")) >= 0 && at.compareTo(query.get("end")) <= 0;
            if (listed && post.path("brand").asText().equals(query.get("blogId"))) {
                rows.add(advanced(post));
            }
        }
        tell(exchange, 200, data.toString());
    }

    private void get(HttpExchange exchange, String id) throws IOException {
        var post = posts.get(id);
        if (post == null) {
            tell(exchange, 404, "{\"title\":\"Not Found\"}");
        } else {
            tell(
                    exchange,
                    200,
                    JSON.createObjectNode().set("data", advanced(post)).toString());
        }
    }

    /** What its network is being told, or has been, is not given back. */
    private void remove(HttpExchange exchange, String id) throws IOException {
        var fault = faultsOfWithdrawals.poll();
        var post = posts.get(id);
        if (fault == Fault.BROKEN) {
            tell(exchange, 500, "");
        } else if (post == null) {
            tell(exchange, 404, "{\"title\":\"Not Found\"}");
        } else if (!post.path("providers").path(0).path("status").asText().equals("PENDING")) {
            tell(exchange, 400, "{\"detail\":\"The post is not pending\"}");
        } else if (fault != Fault.SILENT) {
            posts.remove(id);
            if (fault != Fault.SILENT_AFTER_TAKING) {
                tell(exchange, 200, "{\"data\":true}");
            }
        }
    }

    /** Each look finds the post one step further: on its way, then out. */
    private static ObjectNode advanced(ObjectNode post) {
        var shown = post.deepCopy();
        for (var provider : post.withArray("providers")) {
            var status = provider.path("status").asText();
            var next = status.equals("PENDING") ? "PUBLISHING" : post.has("fails") ? "ERROR" : "PUBLISHED";
            if (!post.has("stays")) {
                ((ObjectNode) provider).put("status", next);
            }
            if (next.equals("PUBLISHED")) {
                ((ObjectNode) provider)
                        .put(
                                "publicUrl",
                                "https://x.com/harbour/status/9"
                                        + post.get("id").asText() + "?s=20");
            }
            if (next.equals("ERROR")) {
                ((ObjectNode) provider).put("detailedStatus", "The network says no");
            }
        }
        return shown;
    }

    private static void tell(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        // A second word after an answer without a body would be taken for the answer to the next question.
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
