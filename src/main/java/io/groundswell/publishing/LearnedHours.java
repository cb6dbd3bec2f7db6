package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.SmoothedEngagement.Moment;
import io.groundswell.publishing.SmoothedEngagement.Observed;
import java.time.DayOfWeek;

/**
 * What a platform's posts tell of its hours: how they did there, against what {@link PlatformPriors} expects, held back
 * by {@value #PRIOR_POSTS} imagined posts that did as the platform's posts do on the whole. So an hour is no better than
 * another for being the only one that was measured. A post speaks for its hour and weekday; three quarters as loud for
 * the same hour of other days, and half as loud for each hour further off, up to {@value #FURTHEST}.
 */
final class LearnedHours {
    private static final int PRIOR_POSTS = 10;
    private static final int FURTHEST = 2;
    private static final double OTHER_DAY = 0.75;

    private final Platform platform;
    private final double[][] posts = new double[DayOfWeek.values().length][24];
    private final double[][] results = new double[DayOfWeek.values().length][24];
    private double rates;
    private double expected;

    LearnedHours(Platform platform) {
        this.platform = platform;
    }

    void add(Moment moment, Observed seen) {
        var prior = PlatformPriors.score(platform, moment.day(), moment.hour());
        posts[moment.day().ordinal()][moment.hour()] += seen.posts();
        results[moment.day().ordinal()][moment.hour()] += seen.rateSum() / prior;
        rates += seen.rateSum();
        expected += seen.posts() * prior;
    }

    /** Posts that nobody ever engages with tell nothing of hours. */
    double score(DayOfWeek day, int hour) {
        var prior = PlatformPriors.score(platform, day, hour);
        return rates == 0 ? prior : prior * result(day.ordinal(), hour);
    }

    private double result(int day, int hour) {
        double weight = PRIOR_POSTS;
        var sum = PRIOR_POSTS * rates / expected;
        for (var other = 0; other < posts.length; other++) {
            for (var distance = -FURTHEST; distance <= FURTHEST; distance++) {
                var loudness = (other == day ? 1 : OTHER_DAY) / (1 << Math.abs(distance));
                var near = Math.floorMod(hour + distance, 24);
                weight += loudness * posts[other][near];
                sum += loudness * results[other][near];
            }
        }
        return sum / weight;
    }
}
