package io.groundswell.publishing.mastodon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.content.Copy;
import io.groundswell.content.PlatformLimits;
import io.groundswell.content.Rendering;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.text.Blank;
import java.util.List;

/** A post as the statuses that it becomes: one for each part. */
record Draft(Post post, List<String> parts) {
    static Draft of(Post post, PlatformLimits limits, int most) {
        var parts = Rendering.of(Platform.MASTODON, post.type(), post.copy(), limits)
                .parts();
        return new Draft(
                post, post.type() == ContentType.POLL ? List.of(asking(parts.get(0), post.copy(), most)) : parts);
    }

    /** A poll's question is its text: it follows the words where both fit, and stands alone where they do not. */
    private static String asking(String words, Copy copy, int most) {
        var question = copy.poll().question();
        if (words.contains(question)) {
            return words;
        }
        var both = Blank.is(words) ? question : words + "\n\n" + question;
        return Length.of(both) <= most ? both : question;
    }

    /** Before the first part is out, for a thread must not break off at a part that is too long. */
    void requireFitting(int most) {
        for (var part : parts) {
            if (Length.of(part) > most) {
                throw new NetworkFailure(
                        Kind.REFUSED,
                        "%d characters, where the account's server takes %d".formatted(Length.of(part), most));
            }
        }
    }

    ObjectNode status(int part, String replyTo, List<String> mediaIds) {
        var status = JsonNodeFactory.instance.objectNode().put("status", parts.get(part));
        if (replyTo != null) {
            status.put("in_reply_to_id", replyTo);
        }
        if (post.language() != null) {
            status.put("language", post.language());
        }
        if (post.type() == ContentType.POLL) {
            var poll = status.putObject("poll");
            poll.put("expires_in", post.copy().poll().durationHours() * 3600);
            var options = poll.putArray("options");
            post.copy().poll().options().forEach(options::add);
        }
        var media = status.putArray("media_ids");
        mediaIds.forEach(media::add);
        return status;
    }
}
