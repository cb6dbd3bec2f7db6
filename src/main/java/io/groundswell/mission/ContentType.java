package io.groundswell.mission;

import static io.groundswell.mission.Platform.BLOG;
import static io.groundswell.mission.Platform.BLUESKY;
import static io.groundswell.mission.Platform.FACEBOOK;
import static io.groundswell.mission.Platform.INSTAGRAM;
import static io.groundswell.mission.Platform.LINKEDIN;
import static io.groundswell.mission.Platform.MASTODON;
import static io.groundswell.mission.Platform.THREADS;
import static io.groundswell.mission.Platform.TIKTOK;
import static io.groundswell.mission.Platform.TWITTER;
import static io.groundswell.mission.Platform.YOUTUBE;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The form of one piece of content, and the platforms that take it. */
public enum ContentType {
    POST(EnumSet.allOf(Platform.class)),
    THREAD(EnumSet.of(TWITTER, THREADS, MASTODON, BLUESKY)),
    CAROUSEL(EnumSet.of(INSTAGRAM, LINKEDIN)),
    REEL(EnumSet.of(INSTAGRAM)),
    STORY(EnumSet.of(INSTAGRAM, FACEBOOK)),
    ARTICLE(EnumSet.of(LINKEDIN, BLOG)),
    VIDEO(EnumSet.of(TIKTOK, YOUTUBE)),
    POLL(EnumSet.of(TWITTER, LINKEDIN, MASTODON));

    private final Set<Platform> platforms;

    ContentType(Set<Platform> platforms) {
        this.platforms = platforms;
    }

    public boolean fits(Platform platform) {
        return platforms.contains(platform);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
