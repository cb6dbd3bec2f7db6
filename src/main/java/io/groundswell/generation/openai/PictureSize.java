package io.groundswell.generation.openai;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;

/** The shapes that the API offers, and the one that suits an item best. */
enum PictureSize {
    SQUARE("1024x1024", "1024x1024"),
    WIDE("1536x1024", "1792x1024"),
    TALL("1024x1536", "1024x1792");

    private final String size;
    private final String olderSize;

    PictureSize(String size, String olderSize) {
        this.size = size;
        this.olderSize = olderSize;
    }

    static PictureSize of(Platform platform, ContentType type) {
        return switch (type) {
            case CAROUSEL -> SQUARE;
            case STORY -> TALL;
            case POST, THREAD, ARTICLE, POLL, REEL, VIDEO ->
                switch (platform) {
                    case INSTAGRAM -> SQUARE;
                    case TIKTOK -> TALL;
                    case TWITTER, LINKEDIN, FACEBOOK, THREADS, YOUTUBE, BLOG, MASTODON, BLUESKY -> WIDE;
                };
        };
    }

    String of(String model) {
        return model.startsWith("dall-e-3") ? olderSize : model.startsWith("dall-e") ? SQUARE.size : size;
    }
}
