package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.PublishFailure;
import io.groundswell.text.Blank;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A post in Metricool's words. What it has no words for is refused, rather than posted as something else. */
final class PostForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final Post post;
    private final List<String> parts;
    private final List<String> media;
    private final Instant at;

    /**
     * @param parts the text, or the texts of a thread
     * @param media addresses, of Metricool's own where it wants that
     */
    PostForm(Post post, List<String> parts, List<String> media, Instant at) {
        this.post = post;
        this.parts = parts;
        this.media = media;
        this.at = at;
    }

    static void requireKnown(Post post) {
        var unknown = post.type() == ContentType.ARTICLE
                || post.type() == ContentType.POLL && post.platform() != Platform.TWITTER
                || Networks.of(post.platform()).isEmpty();
        if (unknown) {
            throw PublishFailure.permanent("Metricool publishes no %s on %s".formatted(post.type(), post.platform()));
        }
    }

    ObjectNode json() {
        var form = part(parts.get(0));
        media.forEach(form.withArray("media")::add);
        post.visuals().forEach(visual -> form.withArray("mediaAltText").add(visual.altText()));
        if (post.copy().firstComment() != null && !Blank.is(post.copy().firstComment())) {
            form.put("firstCommentText", post.copy().firstComment());
        }
        parts.stream().skip(1).forEach(text -> form.withArray("descendants").add(part(text)));
        NetworkOptions.add(form, post, parts.get(0));
        return form;
    }

    private ObjectNode part(String text) {
        var part = JSON.objectNode();
        part.put("text", text);
        part.withArray("providers")
                .addObject()
                .put("network", Networks.of(post.platform()).orElseThrow());
        part.set(
                "publicationDate",
                JSON.objectNode()
                        .put("dateTime", WALL_CLOCK.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)))
                        .put("timezone", "UTC"));
        part.put("autoPublish", true).put("draft", false).put("shortener", false);
        return part;
    }
}
