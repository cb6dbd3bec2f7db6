package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.DayOfWeek;
import java.util.Map;

/**
 * Measured engagement, held back by the prior while it rests on few posts: the mean of the measured posts and of
 * {@value #PRIOR_POSTS} imagined ones that did as {@link PlatformPriors} expects, {@code (prior * k + sum) / (k + n)}.
 */
public final class SmoothedEngagement implements EngagementHistory {
    private static final int PRIOR_POSTS = 10;

    private final Map<Moment, Observed> observed;

    public SmoothedEngagement(Map<Moment, Observed> observed) {
        this.observed = Map.copyOf(observed);
    }

    @Override
    public double score(Platform platform, DayOfWeek day, int hour) {
        var seen = observed.getOrDefault(new Moment(platform, day, hour), Observed.NOTHING);
        var prior = PlatformPriors.score(platform, day, hour);
        return (prior * PRIOR_POSTS + seen.rateSum()) / (PRIOR_POSTS + seen.posts());
    }

    /** One hour of the week, from 0 to 23, in the mission's local time. */
    public record Moment(Platform platform, DayOfWeek day, int hour) {}

    /** How many posts were measured, and the sum of their engagement rates in percent. */
    public record Observed(long posts, double rateSum) {
        static final Observed NOTHING = new Observed(0, 0);
    }
}
