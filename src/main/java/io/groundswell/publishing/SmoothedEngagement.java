package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;

/** Measured engagement by platform; where nothing was measured yet, what {@link PlatformPriors} expects. */
public final class SmoothedEngagement implements EngagementHistory {
    private final Map<Platform, LearnedHours> learned = new EnumMap<>(Platform.class);

    public SmoothedEngagement(Map<Moment, Observed> observed) {
        observed.forEach((moment, seen) ->
                learned.computeIfAbsent(moment.platform(), LearnedHours::new).add(moment, seen));
    }

    @Override
    public double score(Platform platform, DayOfWeek day, int hour) {
        return learned.containsKey(platform)
                ? learned.get(platform).score(day, hour)
                : PlatformPriors.score(platform, day, hour);
    }

    /** One hour of the week, from 0 to 23, in the mission's local time. */
    public record Moment(Platform platform, DayOfWeek day, int hour) {}

    /** How many posts were measured, and the sum of their engagement rates in percent. */
    public record Observed(long posts, double rateSum) {}
}
