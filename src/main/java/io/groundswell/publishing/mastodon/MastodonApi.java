package io.groundswell.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.outbound.Call;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.DirectConfig;
import io.groundswell.publishing.direct.Line;
import io.groundswell.publishing.direct.Line.Reply;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Pictures.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The calls of Mastodon's HTTP API that publishing needs. */
@ApplicationScoped
class MastodonApi {
    private static final int STILL_PROCESSING = 206;
    private static final int MOST_LOOKS = 8;

    private final Line line;
    private final Duration mediaPause;

    MastodonApi(Line line, DirectConfig config) {
        this.line = line;
        this.mediaPause = config.mediaPause();
    }

    JsonNode get(Server server, String path, Allowance allowance) {
        return line.send(authorized(Call.get(server.at(path)), server), allowance)
                .body();
    }

    /** @param key the server answers a repeat within an hour with what it made the first time */
    JsonNode post(Server server, JsonNode status, String key, Allowance allowance) {
        var call = Call.post(server.at("/api/v1/statuses"), "application/json", Line.write(status));
        return line.send(authorized(call, server).with("Idempotency-Key", key), allowance)
                .body();
    }

    /** Hands a picture over and waits until it may be shown; its id. */
    String upload(Server server, Picture picture, Allowance allowance) {
        var form = MediaForm.of(picture);
        var call = Call.post(server.at("/api/v2/media"), form.contentType(), form.body());
        var id = line.upload(authorized(call, server), allowance)
                .body()
                .path("id")
                .asText();
        var pause = mediaPause;
        for (var look = 0; look < MOST_LOOKS; look++) {
            if (look(server, id, allowance).status() != STILL_PROCESSING) {
                return id;
            }
            allowance.sleep(pause);
            pause = pause.multipliedBy(2);
        }
        throw new NetworkFailure(Kind.PASSING, server.address().getHost() + " is still processing the picture");
    }

    private Reply look(Server server, String id, Allowance allowance) {
        return line.send(authorized(Call.get(server.at("/api/v1/media/" + id)), server), allowance);
    }

    private static Call authorized(Call call, Server server) {
        return call.with("Authorization", "Bearer " + server.token());
    }
}
