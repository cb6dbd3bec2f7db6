package io.groundswell.performance.v1;

import io.groundswell.performance.Change;
import io.groundswell.performance.Comparison;
import java.util.List;

/** A comparison as callers see it. */
record ComparisonResponse(SideView period1, SideView period2, Changes comparison, List<String> insights) {
    record SideView(String start, String end, long impressions, double engagementRate, long posts) {
        static SideView of(Comparison.Side side) {
            var figures = side.slice().figures();
            return new SideView(
                    side.period().start().toString(),
                    side.period().end().toString(),
                    figures.impressions(),
                    figures.engagementRate(),
                    side.slice().posts());
        }
    }

    record ChangeView(Number change, double changePercent, String direction) {
        static ChangeView ofCounts(Change change) {
            return new ChangeView(Math.round(change.difference()), change.percent(), change.direction());
        }

        static ChangeView ofRates(Change change) {
            var points = Math.round(100 * change.difference()) / 100.0;
            return new ChangeView(points, change.percent(), change.direction());
        }
    }

    record Changes(ChangeView impressions, ChangeView engagementRate, ChangeView posts) {}

    static ComparisonResponse of(Comparison comparison) {
        return new ComparisonResponse(
                SideView.of(comparison.first()),
                SideView.of(comparison.second()),
                new Changes(
                        ChangeView.ofCounts(comparison.impressions()),
                        ChangeView.ofRates(comparison.engagementRate()),
                        ChangeView.ofCounts(comparison.posts())),
                comparison.insights());
    }
}
