package io.groundswell.source;

import java.time.Instant;

/**
 * When a creator or video was and is looked up. What is null is not known.
 *
 * @param isQueued whether that is about to be done, or being done
 * @param notice why it is not as one might expect
 */
public record UpdateState(
        SourceKind source,
        boolean isQueued,
        Instant lastUpdatedAt,
        Instant nextUpdateAt,
        String notice,
        String avatarUrl,
        String bio) {}
