package io.groundswell.content;

import io.groundswell.mission.Platform;
import io.groundswell.text.Characters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** How long a text may be on each platform. The numbers are the networks' own public ones, unless configured. */
@ApplicationScoped
public class PlatformLimits {
    /** Where a platform sets no limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What readers see as one character, of however many code points it is made. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final ContentConfig config;

    PlatformLimits(ContentConfig config) {
        this.config = config;
    }

    /** Characters, as {@link #length} counts them, of one post or of one part of a thread. */
    public int maxCharacters(Platform platform) {
        return config.maxCharacters().getOrDefault(platform, usual(platform));
    }

    private static int usual(Platform platform) {
        return switch (platform) {
            case TWITTER -> 280;
            case BLUESKY -> 300;
            case THREADS, MASTODON -> 500;
            case LINKEDIN -> 3_000;
            case INSTAGRAM, TIKTOK -> 2_200;
            case FACEBOOK -> 63_206;
            case YOUTUBE -> 5_000;
            case BLOG -> UNLIMITED;
        };
    }

    /** Counts as the platform does: Bluesky what readers see as one character, all others code points. */
    public static int length(Platform platform, String text) {
        return platform == Platform.BLUESKY
                ? (int) GRAPHEME.matcher(text).results().count()
                : Characters.count(text);
    }

    public int maxHashtags(Platform platform) {
        return platform == Platform.INSTAGRAM ? config.maxInstagramHashtags() : UNLIMITED;
    }
}
