package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.shared.Owner;
import java.time.Duration;
import java.time.Instant;

/**
 * The right to publish one item, held for as long as the {@link #LEASE} lasts.
 *
 * @param attempt 1 for the first since the item was scheduled
 * @param mayBeOut whether an earlier attempt may have published it
 */
record Claim(
        String id,
        Owner owner,
        String contentId,
        String missionId,
        Post post,
        int attempt,
        boolean mayBeOut,
        Instant dueAt) {
    /** Longer than a publisher may take for all that one instance claims at once. */
    static final Duration LEASE = Duration.ofMinutes(10);

    static Claim of(Content content, boolean mayBeOut) {
        return new Claim(
                content.publication().claim(),
                content.owner(),
                content.id(),
                content.missionId(),
                Post.of(content),
                content.publication().attempts(),
                mayBeOut,
                content.scheduling().scheduled().at());
    }

    /** The next try under the same claim. */
    Claim again() {
        return new Claim(id, owner, contentId, missionId, post, attempt + 1, true, dueAt);
    }
}
