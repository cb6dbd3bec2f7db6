package io.groundswell.performance.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.metric.Counter;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Breakdown;
import jakarta.annotation.Nullable;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Breakdowns as callers see them. */
record BreakdownResponse(String period, Breakdowns breakdowns, List<String> recommendations) {

    /** What was not asked for is not there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Breakdowns(
            @Nullable List<OfPlatform> byPlatform,
            @Nullable List<OfType> byType,
            @Nullable List<OfPillar> byPillar,
            @Nullable List<OfTopic> byTopic,
            @Nullable List<OfHour> byTimeOfDay,
            @Nullable List<OfWeekday> byDayOfWeek) {}

    record OfPlatform(
            Platform platform,
            long posts,
            long impressions,
            double engagementRate,
            long clicks,
            @Nullable String bestTime,
            @Nullable String bestDay) {
        static OfPlatform of(Breakdown.OfPlatform one) {
            var figures = one.slice().figures();
            return new OfPlatform(
                    one.platform(),
                    one.slice().posts(),
                    figures.impressions(),
                    figures.engagementRate(),
                    figures.of(Counter.LINK_CLICKS),
                    one.bestTime(),
                    one.bestDay());
        }
    }

    record OfType(String type, long posts, double avgEngagementRate, long avgImpressions) {
        static OfType of(Breakdown.Group group) {
            var some = group.figured();
            return new OfType(group.name(), some.posts(), some.rate(), some.meanImpressions());
        }
    }

    record OfPillar(String pillar, long posts, double avgEngagementRate, long avgImpressions) {
        static OfPillar of(Breakdown.Group group) {
            var some = group.figured();
            return new OfPillar(group.name(), some.posts(), some.rate(), some.meanImpressions());
        }
    }

    record OfTopic(String topic, long posts, double avgEngagementRate, long avgImpressions) {
        static OfTopic of(Breakdown.Group group) {
            var some = group.figured();
            return new OfTopic(group.name(), some.posts(), some.rate(), some.meanImpressions());
        }
    }

    record OfHour(int hour, double avgEngagementRate, long posts) {
        static OfHour of(Breakdown.OfHour one) {
            return new OfHour(one.hour(), one.figured().rate(), one.figured().posts());
        }
    }

    record OfWeekday(String day, double avgEngagementRate, long posts) {
        static OfWeekday of(Breakdown.OfWeekday one) {
            return new OfWeekday(
                    one.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    one.figured().rate(),
                    one.figured().posts());
        }
    }

    static BreakdownResponse of(Breakdown breakdown) {
        return new BreakdownResponse(
                breakdown.period().toString(),
                new Breakdowns(
                        each(breakdown.byPlatform(), OfPlatform::of),
                        each(breakdown.byType(), OfType::of),
                        each(breakdown.byPillar(), OfPillar::of),
                        each(breakdown.byTopic(), OfTopic::of),
                        each(breakdown.byHour(), OfHour::of),
                        each(breakdown.byWeekday(), OfWeekday::of)),
                breakdown.recommendations());
    }

    private static <T, R> List<R> each(List<T> some, Function<T, R> view) {
        return some == null ? null : some.stream().map(view).toList();
    }
}
