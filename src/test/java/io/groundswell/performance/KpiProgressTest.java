package io.groundswell.performance;

import static io.groundswell.performance.KpiProgress.Status.AT_RISK;
import static io.groundswell.performance.KpiProgress.Status.EXCEEDED;
import static io.groundswell.performance.KpiProgress.Status.FAILED;
import static io.groundswell.performance.KpiProgress.Status.ON_TRACK;
import static io.groundswell.performance.KpiProgress.Trend.DECLINING;
import static io.groundswell.performance.KpiProgress.Trend.IMPROVING;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.mission.Kpi;
import io.groundswell.performance.KpiProgress.Measured;
import io.groundswell.performance.KpiProgress.Trend;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KpiProgressTest {
    private static final Elapsed HALF = new Elapsed(0.5, Duration.ofDays(7));
    private static final Elapsed OVER = new Elapsed(1, Duration.ZERO);

    private static Kpi impressions(double target) {
        return new Kpi(Kpi.Metric.IMPRESSIONS, BigDecimal.valueOf(target), null);
    }

    private static Kpi rate(double target) {
        return new Kpi(Kpi.Metric.ENGAGEMENT_RATE, BigDecimal.valueOf(target), null);
    }

    private static Figures seen(long impressions) {
        return new Figures(Map.of(Counter.IMPRESSIONS, impressions));
    }

    /** Figures with this engagement rate. */
    private static Figures rated(double percent) {
        return new Figures(Map.of(Counter.IMPRESSIONS, 100_000L, Counter.LIKES, Math.round(percent * 1_000)));
    }

    private static Measured total(Figures figures) {
        return new Measured(figures, null, null);
    }

    @Test
    void half_the_time_and_more_than_the_target() {
        var progress = KpiProgress.of(impressions(100_000), total(seen(145_000)), HALF);
        assertThat(progress.current()).isEqualTo(145_000L);
        assertThat(progress.progressPercent()).isEqualTo(145);
        assertThat(progress.projectedFinal()).isEqualTo(290_000L);
        assertThat(progress.status()).isEqualTo(EXCEEDED);
    }

    @Test
    void a_rate_that_meets_its_target() {
        var progress = KpiProgress.of(rate(4.0), total(rated(4.0)), HALF);
        assertThat(progress.current()).isEqualTo(4.0);
        assertThat(progress.progressPercent()).isEqualTo(100);
        assertThat(progress.status()).isEqualTo(ON_TRACK);
        assertThat(progress.trend()).isNull();
    }

    @Test
    void a_rate_below_its_target_that_rises_fast_enough() {
        // Given 3.8, risen by 0.4 points from week to week, with another week to go
        var measured = new Measured(rated(3.8), rated(4.0), rated(3.6));
        var progress = KpiProgress.of(rate(4.0), measured, HALF);
        assertThat(progress.current()).isEqualTo(3.8);
        assertThat(progress.progressPercent()).isEqualTo(95);
        assertThat(progress.projectedFinal()).isEqualTo(4.2);
        assertThat(progress.status()).isEqualTo(ON_TRACK);
        assertThat(progress.trend()).isEqualTo(IMPROVING);
    }

    @Test
    void a_rate_above_its_target_may_still_fall_until_the_end() {
        assertThat(KpiProgress.of(rate(4.0), total(rated(5.0)), HALF).status()).isEqualTo(ON_TRACK);
        assertThat(KpiProgress.of(rate(4.0), total(rated(5.0)), OVER).status()).isEqualTo(EXCEEDED);
        assertThat(KpiProgress.of(rate(4.0), total(rated(4.0)), OVER).status()).isEqualTo(ON_TRACK);
    }

    @ParameterizedTest
    @CsvSource({
        "100, ON_TRACK, 200",
        "50, ON_TRACK, 100",
        "49, AT_RISK, 98",
        "40, AT_RISK, 80",
        "39, FAILED, 78",
        "0, FAILED, 0"
    })
    void sums_are_judged_by_where_they_are_heading(long now, KpiProgress.Status status, long projected) {
        var progress = KpiProgress.of(impressions(100), total(seen(now)), HALF);
        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.projectedFinal()).isEqualTo(projected);
    }

    @Test
    void when_the_time_is_over_there_is_nothing_to_hope_for() {
        assertThat(KpiProgress.of(impressions(100), total(seen(99)), OVER).status())
                .isEqualTo(AT_RISK);
        assertThat(KpiProgress.of(impressions(100), total(seen(79)), OVER).status())
                .isEqualTo(FAILED);
        assertThat(KpiProgress.of(impressions(100), total(seen(101)), OVER).projectedFinal())
                .isEqualTo(101L);
    }

    @Test
    void what_was_completed_early_comes_to_what_it_has() {
        var stopped = new Elapsed(0.5, Duration.ZERO);
        assertThat(KpiProgress.of(impressions(100), total(seen(79)), stopped).projectedFinal())
                .isEqualTo(79L);
        assertThat(KpiProgress.of(rate(4.0), total(rated(5.0)), stopped).status())
                .isEqualTo(EXCEEDED);
    }

    @Test
    void before_any_time_has_passed_what_is_there_is_the_projection() {
        var progress = KpiProgress.of(impressions(100), total(seen(7)), new Elapsed(0, Duration.ofDays(14)));
        assertThat(progress.projectedFinal()).isEqualTo(7L);
    }

    @Test
    void a_projected_rate_stays_a_rate() {
        var far = new Elapsed(0.1, Duration.ofDays(700));
        assertThat(KpiProgress.of(rate(4), new Measured(rated(5), rated(6), rated(2)), far)
                        .projectedFinal())
                .isEqualTo(100.0);
        assertThat(KpiProgress.of(rate(4), new Measured(rated(5), rated(2), rated(6)), far)
                        .projectedFinal())
                .isEqualTo(0.0);
    }

    @ParameterizedTest
    @CsvSource({"106, 100, IMPROVING", "105, 100, STABLE", "95, 100, STABLE", "94, 100, DECLINING", "0, 0, STABLE"})
    void a_trend_is_more_than_five_in_a_hundred(long last, long before, Trend trend) {
        var progress = KpiProgress.of(impressions(1_000), new Measured(seen(500), seen(last), seen(before)), HALF);
        assertThat(progress.trend()).isEqualTo(trend);
    }

    @Test
    void without_a_week_to_compare_with_there_is_no_trend_and_after_silence_there_is_decline() {
        assertThat(KpiProgress.of(impressions(9), new Measured(seen(5), seen(5), null), HALF)
                        .trend())
                .isNull();
        assertThat(KpiProgress.of(impressions(9), new Measured(seen(5), null, seen(5)), HALF)
                        .trend())
                .isEqualTo(DECLINING);
        assertThat(KpiProgress.of(impressions(9), new Measured(seen(5), seen(5), seen(0)), HALF)
                        .trend())
                .isEqualTo(IMPROVING);
        assertThat(KpiProgress.of(rate(4), new Measured(rated(5), rated(5), seen(0)), HALF)
                        .trend())
                .isNull();
    }

    @Test
    void nothing_measured_is_not_zero() {
        var progress = KpiProgress.unmeasured(rate(4));
        assertThat(progress.current()).isNull();
        assertThat(progress.status()).isNull();
        assertThat(progress.projectedFinal()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Kpi.Metric.class)
    void every_metric_has_its_value(Kpi.Metric metric) {
        var figures = new Figures(Map.of(
                Counter.IMPRESSIONS, 1_000L,
                Counter.REACH, 800L,
                Counter.LIKES, 20L,
                Counter.COMMENTS, 5L,
                Counter.SHARES, 4L,
                Counter.SAVES, 3L,
                Counter.LINK_CLICKS, 8L,
                Counter.FOLLOWERS_GAINED, 2L));
        var expected = Map.<Kpi.Metric, Number>of(
                Kpi.Metric.ENGAGEMENT_RATE, 4.0,
                Kpi.Metric.IMPRESSIONS, 1_000L,
                Kpi.Metric.CLICKS, 8L,
                Kpi.Metric.LINK_CLICKS, 8L,
                Kpi.Metric.LIKES, 20L,
                Kpi.Metric.COMMENTS, 5L,
                Kpi.Metric.SHARES, 4L,
                Kpi.Metric.FOLLOWERS_GAINED, 2L,
                Kpi.Metric.REACH, 800L);
        var progress = KpiProgress.of(new Kpi(metric, BigDecimal.valueOf(10), null), total(figures), OVER);
        assertThat(progress.current()).isEqualTo(expected.get(metric));
    }
}
