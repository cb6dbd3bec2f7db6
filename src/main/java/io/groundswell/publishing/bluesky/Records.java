package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.content.PlatformLimits;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.bluesky.BlueskyApi.Ref;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Pictures.Picture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes the records that posts are. */
final class Records {
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_BYTES = 3_000;

    private Records() {}

    /** Before the first part is out, for a thread must not break off at a part that is too long. */
    static void requireFitting(List<String> parts) {
        for (var part : parts) {
            if (PlatformLimits.length(Platform.BLUESKY, part) > MOST_CHARACTERS
                    || part.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                throw new NetworkFailure(
                        Kind.REFUSED, "A text has more than the 300 characters, or 3,000 bytes, that Bluesky takes");
            }
        }
    }

    static ObjectNode of(Post post, String text, ArrayNode facets, Instant now) {
        var record = JsonNodeFactory.instance
                .objectNode()
                .put("$type", "app.bsky.feed.post")
                .put("text", text)
                .put("createdAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
        if (post.language() != null) {
            record.putArray("langs").add(post.language());
        }
        if (!facets.isEmpty()) {
            record.set("facets", facets);
        }
        return record;
    }

    static void reply(ObjectNode record, Ref root, Ref parent) {
        var reply = record.putObject("reply");
        reply.set("root", root.json());
        reply.set("parent", parent.json());
    }

    /** Blobs in the order of their pictures. */
    static void show(ObjectNode record, List<Picture> pictures, List<JsonNode> blobs) {
        var images =
                record.putObject("embed").put("$type", "app.bsky.embed.images").putArray("images");
        for (var at = 0; at < pictures.size(); at++) {
            var image = images.addObject().put("alt", pictures.get(at).alt());
            image.set("image", blobs.get(at));
            var size = pictures.get(at).dimensions();
            if (size != null) {
                image.putObject("aspectRatio").put("width", size.width()).put("height", size.height());
            }
        }
    }
}
