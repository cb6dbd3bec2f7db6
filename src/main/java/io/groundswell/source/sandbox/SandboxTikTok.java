package io.groundswell.source.sandbox;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.text.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;

/**
 * An imagined TikTok: a pure function of a handle or video and a moment, so that every server tells the same figures at the same time, and
 * that no counter ever falls. A creator posts on two to five days of a week. Most of what a video gathers it gathers in days; a few
 * do ten times as well as the others.
 */
final class SandboxTikTok {
    private static final double HOURS = 60;
    private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);

    /** When what nobody knows better was posted. */
    static final Instant LONG_AGO = BEGINNING.atStartOfDay().toInstant(ZoneOffset.UTC);

    private SandboxTikTok() {}

    /** From 0 to 1, a number of the thing's own for each purpose from 0 to 7. */
    private static double luck(String thing, int purpose) {
        return Integer.toUnsignedLong(hash(thing).getInt(4 * purpose)) / (double) 0xFFFFFFFFL;
    }

    private static ByteBuffer hash(String text) {
        return ByteBuffer.wrap(Sha256.of(text));
    }

    static String key(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }

    static boolean postsOn(String handle, LocalDate day) {
        var perWeek = 2 + 3 * luck(key(handle), 0);
        return luck(key(handle) + day, 0) < perWeek / 7;
    }

    /** In the afternoon or evening, as most do. */
    static Instant postedAt(String handle, LocalDate day) {
        var minutes = 12 * 60 + (long) (10 * 60 * luck(key(handle) + day, 1));
        return day.atStartOfDay().plusMinutes(minutes).toInstant(ZoneOffset.UTC);
    }

    /** As TikTok's ids begin with the second of the posting. */
    static String videoId(String handle, LocalDate day) {
        var rest = Integer.toUnsignedLong(hash(key(handle) + day).getInt(28));
        return Long.toString(postedAt(handle, day).getEpochSecond() << 32 | rest);
    }

    static long followers(String handle, Instant at) {
        var days = Duration.between(LONG_AGO, at).toHours() / 24.0;
        var start = 1_500 * Math.pow(80, luck(key(handle), 1));
        var growth = 0.0005 + 0.002 * luck(key(handle), 2);
        var waves = 1 + 0.004 * Math.sin(days / 9 + 6 * luck(key(handle), 3));
        return (long) (start * Math.exp(growth * Math.max(0, days)) * waves);
    }

    /** @param postedAt when it was posted */
    static Counters counters(String videoId, Instant postedAt, Instant at) {
        var hours = Math.max(0, Duration.between(postedAt, at).toSeconds() / 3600.0);
        var isHit = luck(videoId, 0) > 0.93;
        var reach = (900 + 14_000 * luck(videoId, 1)) * (isHit ? 10 : 1);
        var views = reach * (1 - Math.exp(-hours / HOURS)) + reach * 0.02 * Math.log1p(hours / 24);
        var likes = views * (0.04 + 0.08 * luck(videoId, 2));
        var counted = new EnumMap<Counter, Long>(Counter.class);
        counted.put(Counter.VIEWS, (long) views);
        counted.put(Counter.LIKES, (long) likes);
        counted.put(Counter.COMMENTS, (long) (likes * (0.02 + 0.06 * luck(videoId, 3))));
        counted.put(Counter.SHARES, (long) (likes * (0.03 + 0.09 * luck(videoId, 4))));
        counted.put(Counter.SAVES, (long) (likes * (0.04 + 0.10 * luck(videoId, 5))));
        return new Counters(counted);
    }
}
