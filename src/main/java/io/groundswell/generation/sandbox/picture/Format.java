package io.groundswell.generation.sandbox.picture;

import io.groundswell.content.Visual;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;

/**
 * The sizes that the networks show at their best, in pixels. Videos are 9:16 or 16:9 at 720 lines: their sides are
 * multiples of 16, as the encoder wants them.
 */
enum Format {
    LANDSCAPE(1200, 675),
    SQUARE(1080, 1080),
    TALL(1080, 1920),
    TALL_VIDEO(720, 1280),
    WIDE_VIDEO(1280, 720);

    final int width;
    final int height;

    Format(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static Format of(Platform platform, ContentType type) {
        return switch (type) {
            case CAROUSEL -> SQUARE;
            case STORY -> TALL;
            case REEL -> TALL_VIDEO;
            case VIDEO -> platform == Platform.YOUTUBE ? WIDE_VIDEO : TALL_VIDEO;
            case POST, THREAD, ARTICLE, POLL -> still(platform);
        };
    }

    private static Format still(Platform platform) {
        return switch (platform) {
            case INSTAGRAM -> SQUARE;
            case TIKTOK -> TALL;
            case TWITTER, LINKEDIN, FACEBOOK, THREADS, YOUTUBE, BLOG, MASTODON, BLUESKY -> LANDSCAPE;
        };
    }

    Visual.Dimensions dimensions() {
        return new Visual.Dimensions(width, height);
    }

    boolean wide() {
        return width > height;
    }

    int shortSide() {
        return Math.min(width, height);
    }

    /** Stories and vertical videos lie under the network's buttons at their lower edge. */
    int coveredBelow() {
        return height > width ? Math.round(height * 0.12f) : 0;
    }
}
