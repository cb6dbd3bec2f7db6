package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * TikTok's Display and Research interfaces as they are documented: tokens that end and are fetched anew, answers with {@code data} and
 * {@code error}, pages with cursors, limits. Things go wrong with it on demand.
 */
public final class TikTokServer {
    public static final String CLIENT = "client-key";
    public static final String SECRET = "client-secret";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_MILLIS = 5_000;
    private static volatile TikTokServer running;

    /** What goes wrong with the next call that asks for data. */
    public enum Fault {
        LIMITED,
        QUOTA,
        BROKEN,
        /** A page for people, with a status that means success. */
        HTML,
        /** The same with a status that means that it is forbidden. */
        FORBIDDEN,
        SLOW,
        HUGE,
        /** The connection breaks. */
        SILENT,
        NO_DATA,
        /** A list where there should be an object. */
        LIST,
        SCOPE,
        /** A search is not known any more. */
        FORGOTTEN,
        /** A parameter that is not liked. */
        PARAMS,
        /** All is well. */
        NONE
    }

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> tokenFaults = new ConcurrentLinkedQueue<>();
    private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> videos = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
    private final Set<String> clientTokens = ConcurrentHashMap.newKeySet();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean rotates;
    private volatile String cursors = "true";
    private volatile Runnable meanwhile = () -> {};
    private HttpServer server;

    public static TikTokServer current() {
        return running;
    }

    Map<String, String> start() {
        server = Loopback.start("/", this::take);
        running = this;
        clear();
        return Map.of(
                "groundswell.tiktok.base-url",
                Loopback.address(server),
                "groundswell.tiktok.timeout",
                "PT" + TIMEOUT_MILLIS / 1000.0 + "S");
    }

    void stop() {
        server.stop(0);
    }

    /** One account, {@code brand}, without videos. */
    public void clear() {
        List.of(faults, tokenFaults).forEach(Queue::clear);
        List.of(users, videos, refreshTokens, accessTokens).forEach(Map::clear);
        clientTokens.clear();
        calls.clear();
        rotates = false;
        cursors = "true";
        user("brand", 1_000);
    }

    public ObjectNode user(String handle, long followers) {
        refreshTokens.put("refresh-of-" + handle, handle);
        videos.computeIfAbsent(handle, any -> new CopyOnWriteArrayList<>());
        return users.computeIfAbsent(handle, any -> JSON.createObjectNode())
                .put("open_id", "open-" + handle)
                .put("username", handle)
                .put("display_name", "The " + handle)
                .put("avatar_url", "https://p16.example/avt/" + handle + "~c5.webp?x-expires=1")
                .put("bio_description", "Hello")
                .put("follower_count", followers);
    }

    public void remove(String handle) {
        users.remove(handle);
    }

    /** The account is called otherwise from now on; its tokens stay good. */
    public ObjectNode rename(String was, String handle) {
        users.put(handle, users.remove(was).put("username", handle));
        videos.put(handle, videos.remove(was));
        List.of(refreshTokens, accessTokens)
                .forEach(tokens -> tokens.replaceAll((token, whose) -> whose.equals(was) ? handle : whose));
        return users.get(handle);
    }

    /** The latest first. */
    public ObjectNode video(String handle, long id, long createTime, long views) {
        var video = JSON.createObjectNode()
                .put("id", Long.toString(id))
                .put("create_time", createTime)
                .put("title", "Video " + id)
                .put("video_description", "Described")
                .put("share_url", "https://www.tiktok.com/@%s/video/%d?utm=1".formatted(handle, id))
                .put("view_count", views)
                .put("like_count", views / 10)
                .put("comment_count", views / 100)
                .put("share_count", views / 200)
                .put("favourites_count", views / 50);
        videos.get(handle).add(0, video);
        return video;
    }

    /** The latest first, to be changed. */
    public List<ObjectNode> videos(String handle) {
        return videos.get(handle);
    }

    public void next(Fault... some) {
        faults.addAll(List.of(some));
    }

    public void nextToken(Fault... some) {
        tokenFaults.addAll(List.of(some));
    }

    /** Happens while the next call that fetches a token is under way, once. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** Tokens that were given out are not taken any more. */
    public void endTokens() {
        accessTokens.clear();
        clientTokens.clear();
    }

    /** The creator withdraws the consent. */
    public void revoke(String handle) {
        accessTokens.values().remove(handle);
        refreshTokens.values().remove(handle);
    }

    /** From now on whoever fetches a token gets another one to fetch the next with, and the earlier is worth nothing. */
    public void rotate() {
        rotates = true;
    }

    /** Pages lead back to the same page, or go on for ever. */
    public void loop(boolean alwaysTheSame) {
        cursors = alwaysTheSame ? "same" : "endless";
    }

    /** Every call so far, as "METHOD /path". */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public long calls(String path) {
        return calls.stream().filter(call -> call.endsWith(path)).count();
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestMethod() + " " + path);
            if (path.equals("/v2/oauth/token/")) {
                meanwhile.run();
                meanwhile = () -> {};
                token(exchange, new String(body, StandardCharsets.UTF_8));
            } else {
                data(exchange, path, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            }
        }
    }

    private void token(HttpExchange exchange, String form) throws IOException {
        var fields = Loopback.fields(form);
        if (tokenFaults.poll() != null) {
            tell(exchange, 503, "<html>Busy</html>");
        } else if (!CLIENT.equals(fields.get("client_key")) || !SECRET.equals(fields.get("client_secret"))) {
            refuse(exchange, "invalid_client", "Client key or secret is incorrect.");
        } else if (fields.get("grant_type").equals("client_credentials")) {
            var token = Secrets.use("client-token-" + numbers.incrementAndGet());
            clientTokens.add(token);
            tell(
                    exchange,
                    200,
                    "{\"access_token\":\"%s\",\"expires_in\":7200,\"token_type\":\"Bearer\"}".formatted(token));
        } else {
            ofCreator(exchange, fields.get("refresh_token"));
        }
    }

    private void ofCreator(HttpExchange exchange, String refreshToken) throws IOException {
        var handle = refreshTokens.get(refreshToken);
        if (handle == null) {
            refuse(exchange, "invalid_grant", "Refresh token is invalid or expired.");
            return;
        }
        var access = Secrets.use("access-token-" + numbers.incrementAndGet());
        accessTokens.put(access, handle);
        var next = refreshToken;
        if (rotates) {
            refreshTokens.remove(refreshToken);
            next = Secrets.use("refresh-of-" + handle + "-" + numbers.incrementAndGet());
            refreshTokens.put(next, handle);
        }
        tell(exchange, 200, """
                {"open_id":"open-%s","scope":"user.info.basic,video.list","access_token":"%s","expires_in":86400,
                 "refresh_token":"%s","refresh_expires_in":31536000,"token_type":"Bearer"}""".formatted(handle, access, next));
    }

    private static void refuse(HttpExchange exchange, String code, String words) throws IOException {
        // With a status that means success, as TikTok does.
        tell(exchange, 200, "{\"error\":\"%s\",\"error_description\":\"%s\",\"log_id\":\"1\"}".formatted(code, words));
    }

    private void data(HttpExchange exchange, String path, JsonNode body) throws IOException {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var token = header == null ? "" : header.replace("Bearer ", "");
        var handle = accessTokens.get(token);
        var isKnown = path.startsWith("/v2/research/") ? clientTokens.contains(token) : handle != null;
        var fault = faults.poll();
        if (!isKnown) {
            error(exchange, 401, "access_token_invalid", "The access token is invalid or not found in the request.");
        } else if (fault != null && fault != Fault.NONE) {
            fail(exchange, fault);
        } else {
            route(exchange, path, body, handle);
        }
    }

    private static void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case LIMITED -> {
                exchange.getResponseHeaders().add("Retry-After", "120");
                error(exchange, 429, "rate_limit_exceeded", "The API rate limit was exceeded.");
            }
            case QUOTA -> error(exchange, 429, "daily_quota_limit_exceeded", "Daily quota limit exceeded.");
            case BROKEN -> error(exchange, 500, "internal_error", "Something is wrong.");
            case SCOPE -> error(exchange, 401, "scope_not_authorized", "The user did not authorize the scope.");
            case HTML -> tell(exchange, 200, "<!DOCTYPE html><html>Hello</html>");
            case FORBIDDEN -> tell(exchange, 403, "<html>Access denied</html>");
            case NO_DATA -> tell(exchange, 200, "{\"error\":{\"code\":\"ok\"}}");
            case LIST -> tell(exchange, 200, "[1,2,3]");
            case HUGE -> tell(exchange, 200, "{\"data\":{\"videos\":\"" + "x".repeat(2_000_000) + "\"}}");
            case SLOW -> rest();
            case SILENT -> exchange.close();
            case FORGOTTEN -> error(exchange, 400, "invalid_params", "search_id is not found");
            case PARAMS -> error(exchange, 400, "invalid_params", "The cursor is invalid");
            case NONE -> throw new IllegalStateException();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(2 * TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpExchange exchange, String path, JsonNode body, String handle) throws IOException {
        switch (path) {
            case "/v2/user/info/" -> tell(exchange, JSON.createObjectNode().set("user", users.get(handle)));
            case "/v2/video/list/" -> list(exchange, body, videos.get(handle), 20);
            case "/v2/video/query/" -> {
                var ids = texts(body.path("filters").path("video_ids"));
                var data = JSON.createObjectNode();
                var found = data.putArray("videos");
                videos.get(handle).stream()
                        .filter(video -> ids.contains(video.path("id").asText()))
                        .forEach(found::add);
                tell(exchange, data);
            }
            case "/v2/research/user/info/" -> {
                var user = users.get(body.path("username").asText());
                if (user == null) {
                    error(exchange, 400, "invalid_params", "username is invalid: cannot find the user");
                } else {
                    tell(exchange, user);
                }
            }
            case "/v2/research/video/query/" -> research(exchange, body);
            default -> tell(exchange, 404, "404 page not found");
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private void research(HttpExchange exchange, JsonNode body) throws IOException {
        var days = Stream.of("start_date", "end_date")
                .map(field -> LocalDate.parse(body.path(field).asText(), DateTimeFormatter.BASIC_ISO_DATE))
                .toList();
        if (days.get(1).isBefore(days.get(0)) || days.get(1).isAfter(days.get(0).plusDays(30))) {
            error(exchange, 400, "invalid_params", "end_date must be within 30 days after start_date");
            return;
        }
        var condition = body.path("query").path("and").path(0);
        var values = texts(condition.path("field_values"));
        var isByUser = condition.path("field_name").asText().equals("username");
        var found = new ArrayList<ObjectNode>();
        videos.forEach((handle, some) -> some.stream()
                .filter(video -> isByUser
                        ? values.contains(handle)
                        : values.contains(video.path("id").asText()))
                .filter(video -> isWithin(video, body))
                .forEach(found::add));
        list(exchange, body, found, 100);
    }

    private static boolean isWithin(JsonNode video, JsonNode body) {
        var day = LocalDate.ofInstant(
                        Instant.ofEpochSecond(video.path("create_time").asLong()), ZoneOffset.UTC)
                .toString()
                .replace("-", "");
        return day.compareTo(body.path("start_date").asText()) >= 0
                && day.compareTo(body.path("end_date").asText()) <= 0;
    }

    private void list(HttpExchange exchange, JsonNode body, List<ObjectNode> all, int most) throws IOException {
        var start = body.path("cursor").asInt(0);
        var size = Math.min(most, body.path("max_count").asInt(most));
        var data = JSON.createObjectNode();
        var page = data.putArray("videos");
        var isLoop = !cursors.equals("true");
        var begin = isLoop ? 0 : start;
        for (var at = begin; at < Math.min(all.size(), begin + size); at++) {
            page.add(all.get(at));
        }
        data.put("cursor", cursors.equals("same") ? 7 : start + size);
        data.put("has_more", isLoop || start + size < all.size());
        data.put("search_id", "7201388525814961198");
        tell(exchange, data);
    }

    private static void tell(HttpExchange exchange, JsonNode data) throws IOException {
        var body = JSON.createObjectNode();
        body.set("data", data);
        body.putObject("error").put("code", "ok").put("message", "").put("log_id", "1");
        tell(exchange, 200, body.toString());
    }

    private static void error(HttpExchange exchange, int status, String code, String words) throws IOException {
        tell(
                exchange,
                status,
                "{\"data\":{},\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"log_id\":\"1\"}}".formatted(code, words));
    }

    private static void tell(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
