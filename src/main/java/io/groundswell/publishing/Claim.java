package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.Wording;
import io.groundswell.shared.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The right to publish one item, held for as long as the {@link #LEASE} lasts.
 *
 * @param variationId of the words in the post, null when the item has but one wording
 * @param earlier references of versions before this one that an attempt may have published
 * @param attempt 1 for the first since the item was scheduled
 * @param mayBeOut whether an earlier attempt may have published this version
 */
record Claim(
        String id,
        Owner owner,
        String contentId,
        String missionId,
        Post post,
        String variationId,
        List<String> earlier,
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
                Wording.of(content).variationId(),
                content.publication().earlierTries().stream()
                        .map(version -> Post.reference(content, version))
                        .toList(),
                content.publication().attempts(),
                mayBeOut,
                content.scheduling().scheduled().at());
    }

    /** The next try under the same claim. */
    Claim again() {
        return new Claim(id, owner, contentId, missionId, post, variationId, earlier, attempt + 1, true, dueAt);
    }
}
