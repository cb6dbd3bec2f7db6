package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A server of the AT Protocol as its lexicons document it: sessions that end and are renewed once, records under keys that
 * swaps guard, blobs, and views of posts with counters.
 */
public final class BlueskyServer extends NetworkServer {
    private static final int LARGEST_BLOB = 1_000_000;
    private static final String POSTS = "app.bsky.feed.post";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, String> access = new ConcurrentHashMap<>();
    private final Map<String, String> refresh = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, ObjectNode> records = new LinkedHashMap<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean showsNothing;

    public BlueskyServer(Clock clock) {
        super(clock);
    }

    /** Opens an account; its app password is "app-" and the handle. */
    public void open(String handle) {
        passwords.put(handle, "app-" + handle);
    }

    public static String did(String handle) {
        return "did:plc:" + handle.replace(".", "");
    }

    /** All tokens for calls end; those to renew them with are good for one more pair. */
    public void endSessions() {
        ended.addAll(access.keySet());
    }

    public void revoke() {
        access.clear();
        refresh.clear();
    }

    /** Posts are kept, but what counts does not know them. */
    public void showNothing(boolean nothing) {
        showsNothing = nothing;
    }

    /** All posts of an account, oldest first: {@code uri}, {@code cid} and {@code value}. */
    public synchronized List<ObjectNode> posts(String handle) {
        return records.values().stream()
                .filter(one -> one.path("uri").asText().startsWith("at://" + did(handle) + "/"))
                .toList();
    }

    /** What was uploaded, by the blob that a record has of it. */
    public byte[] blob(JsonNode blob) {
        return blobs.get(blob.at("/ref/$link").asText());
    }

    public synchronized void delete(String uri) {
        records.remove(uri);
    }

    @Override
    protected boolean posts(Request request) {
        return request.path().equals("/xrpc/com.atproto.repo.putRecord");
    }

    @Override
    protected ObjectNode problem(String code, String words) {
        return JSON.createObjectNode().put("error", code).put("message", words);
    }

    @Override
    protected Map<String, String> limitHeaders(Duration wait) {
        return Map.of(
                "RateLimit-Limit", "5000",
                "RateLimit-Remaining", "0",
                "RateLimit-Reset", Long.toString(clock.instant().plus(wait).getEpochSecond()));
    }

    @Override
    protected synchronized Reply answer(Request request) {
        return new Reply(
                200,
                switch (request.method() + " " + request.path().replace("/xrpc/", "")) {
                    case "POST com.atproto.server.createSession" -> createSession(request.json());
                    case "POST com.atproto.server.refreshSession" -> refreshSession(request);
                    case "POST com.atproto.repo.putRecord" -> put(user(request), request.json());
                    case "GET com.atproto.repo.getRecord" -> get(user(request), request.query());
                    case "POST com.atproto.repo.uploadBlob" -> upload(user(request), request);
                    case "GET com.atproto.identity.resolveHandle" -> resolve(request.query());
                    case "GET app.bsky.feed.getPosts" -> views(user(request), request.query());
                    default -> throw new Problem(501, problem("MethodNotImplemented", "Method Not Implemented"));
                });
    }

    private ObjectNode createSession(JsonNode sent) {
        var handle = sent.path("identifier").asText();
        if (!sent.path("password").asText().equals(passwords.get(handle))) {
            throw new Problem(401, problem("AuthenticationRequired", "Invalid identifier or password"));
        }
        return session(handle);
    }

    private ObjectNode session(String handle) {
        var number = numbers.incrementAndGet();
        access.put(Secrets.use("access-jwt-" + number), handle);
        refresh.put(Secrets.use("refresh-jwt-" + number), handle);
        return JSON.createObjectNode()
                .put("accessJwt", "access-jwt-" + number)
                .put("refreshJwt", "refresh-jwt-" + number)
                .put("handle", handle)
                .put("did", did(handle));
    }

    private ObjectNode refreshSession(Request request) {
        var handle = refresh.remove(bearer(request));
        if (handle == null || request.body().length > 0) {
            throw new Problem(400, problem("ExpiredToken", "Token has been revoked"));
        }
        return session(handle);
    }

    private static String bearer(Request request) {
        return String.valueOf(request.header("Authorization")).replaceFirst("^Bearer ", "");
    }

    private String user(Request request) {
        var token = bearer(request);
        if (ended.contains(token)) {
            throw new Problem(400, problem("ExpiredToken", "Token has expired"));
        }
        if (!access.containsKey(token)) {
            throw new Problem(401, problem("InvalidToken", "Token could not be verified"));
        }
        return access.get(token);
    }

    private ObjectNode put(String user, JsonNode sent) {
        var key = sent.path("rkey").asText();
        var record = sent.path("record");
        var text = record.path("text").asText();
        require(sent.path("repo").asText().equals(did(user)), "Not your repository");
        require(sent.path("collection").asText().equals(POSTS), "No such collection");
        require(record.path("$type").asText().equals(POSTS), "Record/$type must be the collection");
        require(key.matches("[2-7a-j][2-7a-z]{12}"), "Invalid record key");
        require(Pattern.compile("\\X").matcher(text).results().count() <= 300, "Text is too long");
        record.path("facets").forEach(facet -> requirePlace(facet, text));
        for (var side : List.of("root", "parent")) {
            if (record.has("reply")) {
                var there =
                        records.get(record.path("reply").path(side).path("uri").asText());
                require(
                        there != null
                                && there.path("cid")
                                        .equals(record.path("reply").path(side).path("cid")),
                        "No such " + side);
            }
        }
        var uri = "at://" + did(user) + "/" + POSTS + "/" + key;
        var swap = sent.path("swapRecord");
        if (records.containsKey(uri) && !swap.isMissingNode()) {
            throw new Problem(400, problem("InvalidSwap", "Record was at another version"));
        }
        var kept = JSON.createObjectNode().put("uri", uri).put("cid", "cid-" + numbers.incrementAndGet());
        kept.set("value", record);
        records.put(uri, kept);
        return JSON.createObjectNode()
                .put("uri", uri)
                .put("cid", kept.path("cid").asText());
    }

    private static void requirePlace(JsonNode facet, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        var start = facet.path("index").path("byteStart").asInt();
        var end = facet.path("index").path("byteEnd").asInt();
        if (start >= end || end > bytes) {
            throw new IllegalArgumentException("A facet outside of the text: " + facet);
        }
    }

    private void require(boolean holds, String words) {
        if (!holds) {
            throw new Problem(400, problem("InvalidRequest", words));
        }
    }

    private JsonNode get(String user, Map<String, String> query) {
        require(query.get("repo").equals(did(user)), "Could not find repo");
        var found = records.get("at://" + query.get("repo") + "/" + query.get("collection") + "/" + query.get("rkey"));
        if (found == null) {
            throw new Problem(400, problem("RecordNotFound", "Could not locate record"));
        }
        return found;
    }

    private ObjectNode resolve(Map<String, String> query) {
        require(passwords.containsKey(query.get("handle")), "Unable to resolve handle");
        return JSON.createObjectNode().put("did", did(query.get("handle")));
    }

    private ObjectNode upload(String user, Request request) {
        if (refusesMedia() || request.body().length > LARGEST_BLOB) {
            throw new Problem(400, problem("InvalidMimeType", "Wrong type of file"));
        }
        var link = "bafkrei-" + user + numbers.incrementAndGet();
        blobs.put(link, request.body());
        var blob = JSON.createObjectNode();
        blob.putObject("blob")
                .put("$type", "blob")
                .put("mimeType", request.header("Content-Type"))
                .put("size", request.body().length)
                .putObject("ref")
                .put("$link", link);
        return blob;
    }

    private ObjectNode views(String user, Map<String, String> query) {
        var answer = JSON.createObjectNode();
        var posts = answer.putArray("posts");
        var found = new ArrayList<>(records.values());
        found.removeIf(one -> showsNothing || !one.path("uri").asText().equals(query.get("uris")));
        found.forEach(one -> posts.addObject()
                .put("uri", one.path("uri").asText())
                .put("likeCount", 12)
                .put("repostCount", 4)
                .put("quoteCount", 1)
                .put("replyCount", 3)
                .putObject("author")
                .put("handle", user));
        return answer;
    }
}
