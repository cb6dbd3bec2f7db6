package io.groundswell.publishing.metricool;

import io.groundswell.mission.Platform;
import java.util.Optional;
import java.util.Set;

/** What Metricool calls platforms. */
final class Networks {
    private static final Set<String> KNOWN =
            Set.of("twitter", "linkedin", "instagram", "facebook", "threads", "tiktok", "youtube");

    private Networks() {}

    /** Empty for what is not published to by way of it. */
    static Optional<String> of(Platform platform) {
        return Optional.of(platform.toString()).filter(KNOWN::contains);
    }
}
