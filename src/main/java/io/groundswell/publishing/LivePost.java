package io.groundswell.publishing;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import java.time.Instant;

/**
 * A post that is out, as far as a network must know it to tell its counters.
 *
 * @param postId the network's id of it
 * @param externalId the publishing provider's own id of it, or null
 */
public record LivePost(
        Owner owner,
        String contentId,
        Platform platform,
        ContentType type,
        String postId,
        String externalId,
        Instant publishedAt) {}
