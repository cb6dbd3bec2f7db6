package io.groundswell.content;

import io.groundswell.mission.Platform;
import jakarta.enterprise.context.ApplicationScoped;

/** How long a text may be on each platform. The numbers are the networks' own public ones, unless configured. */
@ApplicationScoped
public class PlatformLimits {
    /** Where a platform sets no limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final ContentConfig config;

    PlatformLimits(ContentConfig config) {
        this.config = config;
    }

    /** Characters (code points) of one post, or of one part of a thread. */
    public int maxCharacters(Platform platform) {
        return config.maxCharacters().getOrDefault(platform, usual(platform));
    }

    private static int usual(Platform platform) {
        return switch (platform) {
            case TWITTER -> 280;
            case THREADS -> 500;
            case LINKEDIN -> 3_000;
            case INSTAGRAM, TIKTOK -> 2_200;
            case FACEBOOK -> 63_206;
            case YOUTUBE -> 5_000;
            case BLOG -> UNLIMITED;
        };
    }

    public int maxHashtags(Platform platform) {
        return platform == Platform.INSTAGRAM ? config.maxInstagramHashtags() : UNLIMITED;
    }
}
