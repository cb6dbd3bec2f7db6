package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.mission.Kpi;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachedTargetsTest {
    @ParameterizedTest
    @CsvSource({
        "100, 25, 24, false",
        "100, 25, 25, true",
        "100, 100, 99, false",
        "100, 100, 100, true",
        "100, 100, 1000000, true",
        // 24.6 % is shown as 25 %, and is not.
        "1000, 25, 246, false",
        // A quarter of ten is two and a half.
        "10, 25, 2, false",
        "10, 25, 3, true",
        "0.5, 100, 0, false",
        "0.5, 100, 1, true"
    })
    void a_part_of_a_sum_is_reached_when_all_of_it_is_there(double target, int percent, long likes, boolean reached) {
        var kpi = new Kpi(Kpi.Metric.LIKES, BigDecimal.valueOf(target), null);
        assertThat(ReachedTargets.isReached(kpi, percent, new Figures(Map.of(Counter.LIKES, likes))))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "99, 99, false",
        "100, 2, true",
        "100, 1, false",
        "100000, 2000, true",
        "100000, 1994, false",
        "0, 0, false"
    })
    void half_of_a_rate_of_four_is_reached_when_enough_people_were_asked(long seen, long likes, boolean reached) {
        var figures = new Figures(Map.of(Counter.IMPRESSIONS, seen, Counter.LIKES, likes));
        assertThat(ReachedTargets.isReached(
                        new Kpi(Kpi.Metric.ENGAGEMENT_RATE, BigDecimal.valueOf(4), null), 50, figures))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"0.07, 100, 7", "4.1, 50, 205", "0.29, 100, 29", "1.1, 50, 55"})
    void what_is_exactly_a_part_of_a_target_reaches_it(double target, int percent, long likes) {
        var kpi = new Kpi(Kpi.Metric.ENGAGEMENT_RATE, BigDecimal.valueOf(target), null);
        assertThat(ReachedTargets.isReached(kpi, percent, rated(likes))).isTrue();
        assertThat(ReachedTargets.isReached(kpi, percent, rated(likes - 1))).isFalse();
    }

    private static Figures rated(long likes) {
        return new Figures(Map.of(Counter.IMPRESSIONS, 10_000L, Counter.LIKES, likes));
    }
}
