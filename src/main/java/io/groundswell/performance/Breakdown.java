package io.groundswell.performance;

import io.groundswell.mission.Platform;
import java.time.DayOfWeek;
import java.util.List;

/**
 * How posts did, told apart by what they are and when they went out. A list that was not asked for is null.
 *
 * @param byHour earliest first
 * @param byWeekday from Monday on
 */
public record Breakdown(
        Period period,
        List<OfPlatform> byPlatform,
        List<Group> byType,
        List<Group> byPillar,
        List<Group> byTopic,
        List<OfHour> byHour,
        List<OfWeekday> byWeekday,
        List<String> recommendations) {

    /**
     * @param slice what was gained in the period by whichever posts, and how many went out in it
     * @param bestTime when those that went out did best, null where too few are alike; and so is {@code bestDay}
     */
    public record OfPlatform(Platform platform, Slice slice, String bestTime, String bestDay) {}

    /** @param name null for posts that have none */
    public record Group(String name, Figured figured) {}

    public record OfHour(int hour, Figured figured) {}

    public record OfWeekday(DayOfWeek day, Figured figured) {}
}
