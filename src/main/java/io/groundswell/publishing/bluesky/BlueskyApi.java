package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.outbound.Call;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.Line;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Pictures.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The calls of the AT Protocol that publishing needs. */
@ApplicationScoped
class BlueskyApi {
    private static final String COLLECTION = "app.bsky.feed.post";
    private static final Set<String> UNKNOWN_HANDLE = Set.of("InvalidRequest", "HandleNotFound");

    private final Line line;
    private final ConnectedAccounts accounts;

    BlueskyApi(Line line, ConnectedAccounts accounts) {
        this.line = line;
        this.accounts = accounts;
    }

    /** Where a record is, and which version of it. */
    record Ref(String uri, String cid) {
        static Ref of(JsonNode told) {
            return new Ref(told.path("uri").asText(), told.path("cid").asText());
        }

        ObjectNode json() {
            return JsonNodeFactory.instance.objectNode().put("uri", uri).put("cid", cid);
        }
    }

    static URI method(URI service, String name) {
        return URI.create(service + "/xrpc/" + name);
    }

    JsonNode createSession(URI service, String identifier, String password) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("identifier", identifier)
                .put("password", password);
        var call = Call.post(method(service, "com.atproto.server.createSession"), "application/json", Line.write(body));
        return line.send(call, Allowance.begin()).body();
    }

    /** Makes the record unless there is one under the key: then it is left as it is, and is the answer. */
    Ref put(ConnectedAccount account, String key, ObjectNode record, Allowance allowance) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("repo", account.data().get("did"))
                .put("collection", COLLECTION)
                .put("rkey", key)
                .putNull("swapRecord");
        body.set("record", record);
        var call = Call.post(at(account, "com.atproto.repo.putRecord"), "application/json", Line.write(body));
        try {
            return Ref.of(send(account, call, allowance));
        } catch (NetworkFailure failure) {
            if (!"InvalidSwap".equals(failure.code())) {
                throw failure;
            }
            return find(account, key, allowance).orElseThrow(() -> failure);
        }
    }

    Optional<Ref> find(ConnectedAccount account, String key, Allowance allowance) {
        var call = Call.get(at(
                account,
                "com.atproto.repo.getRecord?repo=%s&collection=%s&rkey=%s"
                        .formatted(encoded(account.data().get("did")), COLLECTION, key)));
        try {
            return Optional.of(Ref.of(send(account, call, allowance)));
        } catch (NetworkFailure failure) {
            if (isAbsence(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Servers of several ages say so in several ways. */
    private static boolean isAbsence(NetworkFailure failure) {
        return failure.kind() == Kind.ABSENT
                || "RecordNotFound".equals(failure.code())
                || "InvalidRequest".equals(failure.code())
                        && failure.getMessage().contains("Could not locate record");
    }

    /** The blob as a record refers to it. */
    JsonNode upload(ConnectedAccount account, Picture picture, Allowance allowance) {
        var call = Call.post(at(account, "com.atproto.repo.uploadBlob"), picture.contentType(), picture.bytes());
        return line.upload(authorized(call, account), allowance).body().path("blob");
    }

    /** Whom a handle names: nobody, when the network says so. When it says nothing, the post can wait. */
    Optional<String> did(ConnectedAccount account, String handle, Allowance allowance) {
        var call = Call.get(at(account, "com.atproto.identity.resolveHandle?handle=" + encoded(handle)));
        try {
            return Optional.ofNullable(
                    send(account, call, allowance).path("did").asText(null));
        } catch (NetworkFailure failure) {
            if (failure.kind() == Kind.ABSENT || UNKNOWN_HANDLE.contains(String.valueOf(failure.code()))) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What readers see of a post, with its counters; missing when there is no such post. */
    JsonNode view(ConnectedAccount account, String uri, Allowance allowance) {
        var call = Call.get(at(account, "app.bsky.feed.getPosts?uris=" + encoded(uri)));
        return send(account, call, allowance).path("posts").path(0);
    }

    private JsonNode send(ConnectedAccount account, Call call, Allowance allowance) {
        return line.send(authorized(call, account), allowance).body();
    }

    private Call authorized(Call call, ConnectedAccount account) {
        return Sessions.authorized(call, Session.of(accounts.token(account)).access());
    }

    private static URI at(ConnectedAccount account, String method) {
        return method(URI.create(account.data().get("service")), method);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
