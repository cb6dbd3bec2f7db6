package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({"P10D, 0.0", "P5D, 0.5", "P1D, 0.9", "PT0S, 1.0"})
    void the_share_is_what_is_not_left_any_more(Duration left, double share) {
        var elapsed = Elapsed.of(Duration.ofDays(10), left);
        assertThat(elapsed.share()).isEqualTo(share, within(1e-9));
        assertThat(elapsed.remaining()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"P71D, 29", "P90D, 10", "PT2159H59M59S, 10", "PT2160H0M1S, 9", "PT1S, 99", "PT0S, 100", "P100D, 0"})
    void the_percentage_is_whole_and_not_ahead_of_time(Duration left, int percent) {
        assertThat(Elapsed.of(Duration.ofDays(100), left).percent()).isEqualTo(percent);
    }

    @Test
    void a_mission_that_is_late_to_end_is_over_and_one_that_is_yet_to_start_has_all_its_time() {
        assertThat(Elapsed.of(Duration.ofDays(10), Duration.ofHours(-1))).isEqualTo(new Elapsed(1, Duration.ZERO));
        assertThat(Elapsed.of(Duration.ofDays(10), Duration.ofDays(11))).isEqualTo(new Elapsed(0, Duration.ofDays(10)));
    }
}
