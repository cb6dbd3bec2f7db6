package io.groundswell.series;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which figures of which days a question looks at.
 *
 * @param gained those of which it wants what came new
 * @param level those of which it wants where they stand
 */
record Needed(Span days, Set<Quantity> gained, Set<Quantity> level) {

    static Needed of(Question question) {
        var gained = EnumSet.noneOf(Quantity.class);
        var level = EnumSet.noneOf(Quantity.class);
        switch (question.metric()) {
            case ENGAGEMENT_RATE_BY_VIEWS -> gained.addAll(EnumSet.of(Quantity.ENGAGEMENT, Quantity.VIEWS));
            case ENGAGEMENT_RATE_BY_FOLLOWERS -> {
                gained.add(Quantity.ENGAGEMENT);
                level.add(Quantity.FOLLOWERS);
            }
            case AVG_VIEWS_PER_POST -> gained.add(Quantity.VIEWS);
            case POSTS_PER_WEEK, VIDEO_COUNT -> {}
            case GROWTH_RATE_POP -> {
                if (question.base() != Metric.VIDEO_COUNT) {
                    (question.base() == Metric.FOLLOWERS ? level : gained)
                            .add(question.base().counted());
                }
            }
            case VIEWS, LIKES, COMMENTS, SHARES, SAVES, FOLLOWERS ->
                (question.reading() == Reading.NEW ? gained : level)
                        .add(question.metric().counted());
        }
        return new Needed(days(question), gained, level);
    }

    /** Growth looks at the bucket before the first one, and a comparison at as many days before. */
    private static Span days(Question question) {
        var range = question.range();
        var days = range;
        if (question.metric() == Metric.GROWTH_RATE_POP) {
            var first = question.bucketAround(range.first()).first();
            days = days.from(question.bucketAround(first.minusDays(1)).first());
        }
        return question.compare() ? days.from(days.first().minusDays(range.days())) : days;
    }
}
