package io.groundswell.performance.v1;

import io.groundswell.metric.Counter;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Change;
import io.groundswell.performance.Figures;
import io.groundswell.performance.Overview;
import io.groundswell.performance.Slice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The overview as callers see it. */
record OverviewResponse(
        PeriodView period,
        Summary summary,
        Trends trends,
        Map<String, OnPlatform> byPlatform,
        List<Step> timeSeries,
        List<TopContent> topContent) {

    record Summary(
            long missionsActive,
            long contentPublished,
            long totalImpressions,
            long totalEngagements,
            double overallEngagementRate,
            long totalLinkClicks,
            long followersGained) {}

    record Trends(Trend impressions, Trend engagementRate) {}

    record Trend(Number current, Number previous, double changePercent, String direction) {
        static Trend of(Number current, Number previous) {
            var change = new Change(current.doubleValue(), previous.doubleValue());
            return new Trend(current, previous, change.percent(), change.direction());
        }
    }

    record OnPlatform(long postsPublished, long impressions, long engagements, double engagementRate) {
        static OnPlatform of(Slice slice) {
            var figures = slice.figures();
            return new OnPlatform(
                    slice.posts(), figures.impressions(), figures.engagements(), figures.engagementRate());
        }
    }

    record Step(String date, long impressions, long engagements, long posts) {
        static Step of(Overview.Step step) {
            var figures = step.slice().figures();
            return new Step(
                    step.start(),
                    figures.impressions(),
                    figures.engagements(),
                    step.slice().posts());
        }
    }

    record TopContent(String contentId, Platform platform, long impressions, double engagementRate, String preview) {}

    /** @param previews of the posts that did best, by id; one without is gone */
    static OverviewResponse of(Overview overview, Map<String, String> previews) {
        var byPlatform = new TreeMap<String, OnPlatform>();
        overview.byPlatform().forEach((platform, slice) -> byPlatform.put(platform.toString(), OnPlatform.of(slice)));
        var now = overview.total().figures();
        var before = overview.before();
        return new OverviewResponse(
                PeriodView.of(overview.period()),
                summary(overview),
                new Trends(
                        Trend.of(now.impressions(), before.impressions()),
                        Trend.of(now.engagementRate(), before.engagementRate())),
                byPlatform,
                overview.series().stream().map(Step::of).toList(),
                overview.top().stream()
                        .filter(post -> previews.containsKey(post.contentId()))
                        .map(post -> new TopContent(
                                post.contentId(),
                                post.platform(),
                                post.figured().impressions(),
                                post.figured().rate(),
                                previews.get(post.contentId())))
                        .toList());
    }

    private static Summary summary(Overview overview) {
        Figures figures = overview.total().figures();
        return new Summary(
                overview.missionsActive(),
                overview.total().posts(),
                figures.impressions(),
                figures.engagements(),
                figures.engagementRate(),
                figures.of(Counter.LINK_CLICKS),
                figures.of(Counter.FOLLOWERS_GAINED));
    }
}
