package io.groundswell.publishing.sandbox;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.mission.ContentType;
import io.groundswell.publishing.LivePost;
import io.groundswell.text.Sha256;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;

/**
 * An imagined audience: a pure function of a post and a moment, so that every server tells the same counters at the same
 * time, and that none ever falls. Impressions come fast and then slower, {@code base * (1 - e^(-h/12))}; the base is the
 * post's own, larger for threads and in the middle of the week. Between 2 and 6 in 100 engage: half of that is luck, the
 * rest the hour of day (UTC) and the form, so that there is something to be learned.
 */
final class SandboxAudience {
    private static final int LEAST_BASE = 800;
    private static final int BASES = 4_200;
    private static final double HOURS = 12;
    private static final double THREAD = 1.7;

    private final LivePost post;
    private final ByteBuffer luck;

    SandboxAudience(LivePost post) {
        this.post = post;
        this.luck = ByteBuffer.wrap(Sha256.of(post.contentId()));
    }

    /** From 0 to 1, a number of the post's own for each purpose from 0 to 7. */
    private double luck(int purpose) {
        return Integer.toUnsignedLong(luck.getInt(4 * purpose)) / (double) 0xFFFFFFFFL;
    }

    Counters at(Instant now) {
        var hours = Math.max(0, Duration.between(post.publishedAt(), now).toSeconds() / 3600.0);
        var impressions = (long) (base() * (1 - Math.exp(-hours / HOURS)));
        var engaged = impressions * engagementRate();
        var clicks = 0.08 + 0.08 * luck(3);
        var shares = 0.06 + 0.08 * luck(4);
        var comments = 0.05 + 0.10 * luck(5);
        var saves = 0.04 + 0.06 * luck(6);
        var counted = new EnumMap<Counter, Long>(Counter.class);
        counted.put(Counter.IMPRESSIONS, impressions);
        counted.put(Counter.REACH, (long) (impressions * (0.7 + 0.2 * luck(2))));
        counted.put(Counter.LIKES, (long) (engaged * (1 - clicks - shares - comments - saves)));
        counted.put(Counter.COMMENTS, (long) (engaged * comments));
        counted.put(Counter.SHARES, (long) (engaged * shares));
        counted.put(Counter.SAVES, (long) (engaged * saves));
        counted.put(Counter.LINK_CLICKS, (long) (engaged * clicks));
        counted.put(Counter.PROFILE_VISITS, (long) (engaged * 0.2));
        counted.put(Counter.FOLLOWERS_GAINED, (long) (engaged * 0.05));
        return new Counters(counted);
    }

    private double base() {
        var form = post.type() == ContentType.THREAD ? THREAD : 1;
        return (LEAST_BASE + BASES * luck(0)) * form * weekday(published().getDayOfWeek());
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case TUESDAY, WEDNESDAY, THURSDAY -> 1.2;
            case MONDAY, FRIDAY -> 1.0;
            case SATURDAY, SUNDAY -> 0.7;
        };
    }

    /** A share of impressions, from 0.02 to 0.06. */
    double engagementRate() {
        var form =
                switch (post.type()) {
                    case THREAD, CAROUSEL, REEL, VIDEO -> 1.0;
                    case POLL, STORY -> 0.6;
                    case POST, ARTICLE -> 0.3;
                };
        // Most in the middle of the day.
        var hour = 1 - Math.abs(published().getHour() - 12) / 12.0;
        return 0.02 + 0.04 * (0.5 * luck(1) + 0.3 * hour + 0.2 * form);
    }

    private OffsetDateTime published() {
        return post.publishedAt().atOffset(ZoneOffset.UTC);
    }
}
