package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Mastodon server as Mastodon documents it: bearer tokens, statuses whose text comes back as HTML, keys that repeats
 * of an hour are known by, media that take a while, and times at which limits end.
 */
public final class MastodonServer extends NetworkServer {
    private static final int UNPROCESSABLE = 422;
    private static final int MAX_CHARACTERS = 500;

    /** One picture: what it is said to show, and how often it is still being processed when asked. */
    private static final class Media {
        private final String description;
        private int processing = 1;

        private Media(String description) {
            this.description = description;
        }
    }

    private record Kept(String id, Instant at) {}

    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final List<ObjectNode> statuses = new ArrayList<>();
    private final Map<String, Kept> keys = new ConcurrentHashMap<>();
    private final Map<String, Media> media = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(110_000_000_000_000_000L);

    public MastodonServer(Clock clock) {
        super(clock);
    }

    /** Opens an account; its token is "token-" and the name. */
    public void open(String username) {
        accounts.put("token-" + username, username);
    }

    public void revoke(String username) {
        revoked.add("token-" + username);
    }

    /** All of an account, oldest first. */
    public synchronized List<ObjectNode> statuses(String username) {
        return statuses.stream()
                .filter(status ->
                        status.path("account").path("username").asText().equals(username))
                .toList();
    }

    public String description(String mediaId) {
        return media.get(mediaId).description;
    }

    @Override
    protected boolean posts(Request request) {
        return request.method().equals("POST") && request.path().equals("/api/v1/statuses");
    }

    @Override
    protected ObjectNode problem(String code, String words) {
        return JSON.createObjectNode().put("error", words);
    }

    @Override
    protected Map<String, String> limitHeaders(Duration wait) {
        return Map.of(
                "X-RateLimit-Limit", "300",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", clock.instant().plus(wait).toString());
    }

    @Override
    protected synchronized Reply answer(Request request) {
        var what = request.method() + " " + request.path();
        if (what.equals("GET /api/v2/instance")) {
            return new Reply(200, instance());
        }
        var user = user(request);
        if (what.equals("GET /api/v1/accounts/verify_credentials")) {
            return new Reply(200, account(user));
        }
        if (what.equals("GET /api/v1/accounts/id-" + user + "/statuses")) {
            return new Reply(200, page(user, request.query()));
        }
        return switch (request.method() + " " + request.path().replaceAll("/\\d+$", "/:id")) {
            case "POST /api/v1/statuses" -> new Reply(200, post(user, request));
            case "GET /api/v1/statuses/:id" -> new Reply(200, status(last(request.path())));
            case "POST /api/v2/media" -> new Reply(202, upload(request));
            case "GET /api/v1/media/:id" -> look(last(request.path()));
            default -> throw new Problem(404, problem(null, "Record not found"));
        };
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String user(Request request) {
        var token = String.valueOf(request.header("Authorization")).replaceFirst("^Bearer ", "");
        if (!accounts.containsKey(token) || revoked.contains(token)) {
            throw new Problem(401, problem(null, "The access token was revoked"));
        }
        return accounts.get(token);
    }

    private ObjectNode instance() {
        var instance = JSON.createObjectNode().put("domain", "localhost").put("version", "4.3.0");
        instance.putObject("configuration")
                .putObject("statuses")
                .put("max_characters", MAX_CHARACTERS)
                .put("max_media_attachments", 4);
        return instance;
    }

    private ObjectNode account(String user) {
        return JSON.createObjectNode()
                .put("id", "id-" + user)
                .put("username", user)
                .put("acct", user);
    }

    private ArrayNode page(String user, Map<String, String> query) {
        var page = JSON.createArrayNode();
        var own = new ArrayList<>(statuses(user));
        Collections.reverse(own);
        own.stream()
                .filter(status -> !query.containsKey("max_id")
                        || status.path("id").asLong() < Long.parseLong(query.get("max_id")))
                .limit(Math.min(40, Integer.parseInt(query.getOrDefault("limit", "20"))))
                .forEach(page::add);
        return page;
    }

    private JsonNode post(String user, Request request) {
        var key = user + request.header("Idempotency-Key");
        var kept = keys.get(key);
        if (kept != null && kept.at().plus(Duration.ofHours(1)).isAfter(clock.instant())) {
            return status(kept.id());
        }
        var sent = request.json();
        var text = sent.path("status").asText();
        if (text.isBlank() || text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw new Problem(UNPROCESSABLE, problem(null, "Validation failed: Text character limit exceeded"));
        }
        if (sent.has("poll") && !sent.path("media_ids").isEmpty()) {
            throw new Problem(UNPROCESSABLE, problem(null, "Validation failed: Polls take no media"));
        }
        var id = Long.toString(ids.incrementAndGet());
        var status = JSON.createObjectNode()
                .put("id", id)
                .put("created_at", clock.instant().toString())
                .put("url", address() + "/@" + user + "/" + id)
                .put("content", html(text))
                .put("language", sent.path("language").asText(null))
                .put("in_reply_to_id", sent.path("in_reply_to_id").asText(null))
                .put("favourites_count", 0)
                .put("reblogs_count", 0)
                .put("replies_count", 0);
        status.set("account", account(user));
        status.set("poll", sent.path("poll").isMissingNode() ? null : sent.path("poll"));
        var attachments = status.putArray("media_attachments");
        sent.path("media_ids").forEach(one -> attachments.addObject().put("id", one.asText()));
        statuses.add(status);
        keys.put(key, new Kept(id, clock.instant()));
        return status;
    }

    private static String html(String text) {
        var escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        var linked = escaped.replaceAll(
                "(https?://)([^\\s<]{1,30})([^\\s<]*)",
                "<a href=\"$0\" rel=\"nofollow\"><span class=\"invisible\">$1</span><span class=\"ellipsis\">$2</span>"
                        + "<span class=\"invisible\">$3</span></a>");
        var mentions = linked.replaceAll(
                "(?<![\\w/])@([\\w.-]+)@[\\w.-]*\\w",
                "<span class=\"h-card\"><a href=\"x\">@<span>$1</span></a></span>");
        return "<p>" + mentions.replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
    }

    public synchronized ObjectNode status(String id) {
        return statuses.stream()
                .filter(status -> status.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(404, problem(null, "Record not found")));
    }

    /** Whoever wrote it takes it back. */
    public synchronized void delete(String id) {
        statuses.removeIf(status -> status.path("id").asText().equals(id));
    }

    private JsonNode upload(Request request) {
        if (refusesMedia()) {
            throw new Problem(UNPROCESSABLE, problem(null, "Validation failed: File content type is invalid"));
        }
        var form = new String(request.body(), StandardCharsets.UTF_8);
        var id = Long.toString(ids.incrementAndGet());
        media.put(id, new Media(form.replaceFirst("(?s).*name=\"description\"\r\n\r\n(.*?)\r\n--.*", "$1")));
        return JSON.createObjectNode().put("id", id).putNull("url");
    }

    private Reply look(String id) {
        var one = media.get(id);
        var processing = one.processing-- > 0;
        return new Reply(processing ? 206 : 200, JSON.createObjectNode().put("id", id));
    }
}
