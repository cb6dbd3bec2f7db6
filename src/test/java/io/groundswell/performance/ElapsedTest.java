package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    private static final Duration DAYS = Duration.ofDays(10);

    @ParameterizedTest
    @CsvSource({"PT0S, P10D, 0.0", "P5D, P5D, 0.5", "P9D, P1D, 0.9", "P10D, PT0S, 1.0"})
    void the_share_is_what_it_was_active_for(Duration active, Duration left, double share) {
        var elapsed = Elapsed.of(DAYS, active, left);
        assertThat(elapsed.share()).isEqualTo(share, within(1e-9));
        assertThat(elapsed.remaining()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"P29D, 29", "P90D, 90", "PT2160H0M1S, 90", "PT2159H59M59S, 89", "PT1S, 0", "P100D, 100"})
    void the_percentage_is_whole_and_not_ahead_of_time(Duration active, int percent) {
        var whole = Duration.ofDays(100);
        assertThat(Elapsed.of(whole, active, whole.minus(active)).percent()).isEqualTo(percent);
    }

    /** A pause of a second moves an end that is that of a day by a day. */
    @Test
    void an_end_that_moved_by_more_than_the_pauses_takes_nothing_back() {
        assertThat(Elapsed.of(DAYS, Duration.ofDays(5), Duration.ofDays(6)).percent())
                .isEqualTo(50);
        assertThat(Elapsed.of(DAYS, DAYS, Duration.ofDays(1))).isEqualTo(new Elapsed(1, Duration.ofDays(1)));
    }

    @Test
    void a_mission_that_is_late_to_end_is_over_and_one_that_is_yet_to_start_has_all_its_time() {
        assertThat(Elapsed.of(DAYS, Duration.ofDays(9), Duration.ofHours(-1))).isEqualTo(new Elapsed(1, Duration.ZERO));
        assertThat(Elapsed.of(DAYS, Duration.ofDays(-1), Duration.ofDays(11))).isEqualTo(new Elapsed(0, DAYS));
    }
}
