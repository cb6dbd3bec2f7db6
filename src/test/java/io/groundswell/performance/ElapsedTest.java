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

    @Test
    void a_mission_that_is_late_to_end_is_over_and_one_that_is_yet_to_start_has_all_its_time() {
        assertThat(Elapsed.of(Duration.ofDays(10), Duration.ofHours(-1))).isEqualTo(new Elapsed(1, Duration.ZERO));
        assertThat(Elapsed.of(Duration.ofDays(10), Duration.ofDays(11))).isEqualTo(new Elapsed(0, Duration.ofDays(10)));
    }
}
