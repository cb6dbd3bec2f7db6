package io.groundswell.performance;

import io.groundswell.metric.Counter;
import io.groundswell.mission.Kpi;
import java.time.Duration;
import java.util.Locale;

/**
 * How a mission gets on with one of its targets. All but the target is null until one of its posts is out.
 *
 * @param current whole for sums, two decimals for rates; so is {@code projectedFinal}
 * @param trend null while the 7 days before the last 7 have nothing to compare with
 */
public record KpiProgress(
        Kpi kpi, Number current, Long progressPercent, Status status, Trend trend, Number projectedFinal) {
    private static final double BAND = 0.05;
    private static final double WITHIN_REACH = 0.8;
    private static final int TREND_DAYS = 7;

    public enum Status {
        EXCEEDED,
        ON_TRACK,
        AT_RISK,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Trend {
        IMPROVING,
        STABLE,
        DECLINING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was measured of the posts that a target is about.
     *
     * @param last in the last 7 days that are over, null when nothing was measured in them
     * @param before in the 7 days before these, null likewise
     */
    record Measured(Figures total, Figures last, Figures before) {}

    static KpiProgress unmeasured(Kpi kpi) {
        return new KpiProgress(kpi, null, null, null, null, null);
    }

    static KpiProgress of(Kpi kpi, Measured measured, Elapsed elapsed) {
        var isRate = kpi.metric() == Kpi.Metric.ENGAGEMENT_RATE;
        var current = value(kpi, measured.total());
        var target = kpi.target().doubleValue();
        var projected =
                isRate ? projectedRate(current, slope(measured), elapsed.remaining()) : projectedSum(current, elapsed);
        return new KpiProgress(
                kpi,
                number(current, isRate),
                Math.round(100 * current / target),
                status(target, current, projected, !isRate || elapsed.isOver()),
                trend(kpi, measured),
                number(projected, isRate));
    }

    static double value(Kpi kpi, Figures figures) {
        return switch (kpi.metric()) {
            case ENGAGEMENT_RATE -> figures.engagementRate();
            case IMPRESSIONS -> figures.impressions();
            case CLICKS, LINK_CLICKS -> figures.of(Counter.LINK_CLICKS);
            case LIKES -> figures.of(Counter.LIKES);
            case COMMENTS -> figures.of(Counter.COMMENTS);
            case SHARES -> figures.of(Counter.SHARES);
            case FOLLOWERS_GAINED -> figures.of(Counter.FOLLOWERS_GAINED);
            case REACH -> figures.of(Counter.REACH);
        };
    }

    private static Number number(double value, boolean isRate) {
        if (isRate) {
            return Math.round(100 * value) / 100.0;
        }
        return Math.round(value);
    }

    /** Points of engagement rate a day, from one week to the next; none where either week has shown nothing. */
    private static double slope(Measured measured) {
        return hasImpressions(measured.last()) && hasImpressions(measured.before())
                ? (measured.last().engagementRate() - measured.before().engagementRate()) / TREND_DAYS
                : 0;
    }

    private static boolean hasImpressions(Figures figures) {
        return figures != null && figures.impressions() > 0;
    }

    private static double projectedSum(double current, Elapsed elapsed) {
        return elapsed.share() == 0 || elapsed.isOver() ? current : Math.rint(current / elapsed.share());
    }

    private static double projectedRate(double current, double slope, Duration remaining) {
        var days = remaining.toSeconds() / (double) Duration.ofDays(1).toSeconds();
        return Math.max(0, Math.min(100, current + slope * days));
    }

    /** @param isFinal whether what is reached now cannot be lost again: sums only grow, rates may fall until the end */
    private static Status status(double target, double current, double projected, boolean isFinal) {
        if (current > target && isFinal) {
            return Status.EXCEEDED;
        }
        if (current >= target || projected >= target) {
            return Status.ON_TRACK;
        }
        return projected >= WITHIN_REACH * target ? Status.AT_RISK : Status.FAILED;
    }

    private static Trend trend(Kpi kpi, Measured measured) {
        var isRate = kpi.metric() == Kpi.Metric.ENGAGEMENT_RATE;
        if (measured.before() == null || isRate && !hasImpressions(measured.before())) {
            return null;
        }
        var before = value(kpi, measured.before());
        var last = value(kpi, measured.last() == null ? Figures.NONE : measured.last());
        if (Math.abs(last - before) <= BAND * before) {
            return Trend.STABLE;
        }
        return last > before ? Trend.IMPROVING : Trend.DECLINING;
    }
}
