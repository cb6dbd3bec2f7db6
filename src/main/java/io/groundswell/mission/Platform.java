package io.groundswell.mission;

import java.util.Locale;

/** A network that content is written for. */
public enum Platform {
    TWITTER,
    LINKEDIN,
    INSTAGRAM,
    FACEBOOK,
    THREADS,
    TIKTOK,
    YOUTUBE,
    BLOG,
    MASTODON,
    BLUESKY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
