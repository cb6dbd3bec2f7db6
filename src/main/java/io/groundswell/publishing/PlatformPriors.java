package io.groundswell.publishing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.groundswell.mission.Platform;
import java.time.DayOfWeek;

/**
 * What to expect of a platform without numbers of its own yet: a usual engagement rate at the best moment of the week,
 * falling off around it. Moments are commonly published advice, rates orders of magnitude; measured posts soon outweigh both.
 */
public final class PlatformPriors {
    private static final double LOST_PER_DAY = 0.08;
    private static final double HOURS_TO_HALF = 6;

    private PlatformPriors() {}

    /** Expected engagement rate in percent, for an hour from 0 to 23. */
    public static double score(Platform platform, DayOfWeek day, int hour) {
        var peak = peak(platform);
        var days = around(day.ordinal() - peak.day().ordinal(), 7);
        var hours = around(hour - peak.hour(), 24) / HOURS_TO_HALF;
        return peak.rate() * (1 - LOST_PER_DAY * days) / (1 + hours * hours);
    }

    private static Peak peak(Platform platform) {
        return switch (platform) {
            case TWITTER -> new Peak(TUESDAY, 14, 2.0);
            case LINKEDIN -> new Peak(WEDNESDAY, 9, 3.0);
            case INSTAGRAM -> new Peak(WEDNESDAY, 11, 2.0);
            case FACEBOOK -> new Peak(THURSDAY, 13, 1.0);
            case THREADS -> new Peak(WEDNESDAY, 8, 2.5);
            case TIKTOK -> new Peak(THURSDAY, 19, 4.0);
            case YOUTUBE -> new Peak(FRIDAY, 17, 3.0);
            case BLOG -> new Peak(MONDAY, 11, 1.5);
            case MASTODON -> new Peak(WEDNESDAY, 10, 2.5);
            case BLUESKY -> new Peak(TUESDAY, 10, 2.5);
        };
    }

    private static double around(int distance, int cycle) {
        return Math.min(Math.abs(distance), cycle - Math.abs(distance));
    }

    private record Peak(DayOfWeek day, int hour, double rate) {}
}
