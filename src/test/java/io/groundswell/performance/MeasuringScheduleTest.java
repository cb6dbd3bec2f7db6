package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuringScheduleTest {
    private static final Instant OUT = Instant.parse("2030-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1H",
        "PT47H59M, PT1H",
        "P2D, PT6H",
        "P6DT23H, PT6H",
        "P7D, P1D",
        "P29D, P1D",
        "P30D, P7D",
        "P80D, P7D",
        "P85D, P5D"
    })
    void the_pause_grows_with_age_and_the_last_reading_is_the_ninetieth_days(Duration age, Duration pause) {
        assertThat(MeasuringSchedule.next(OUT, OUT.plus(age)))
                .contains(OUT.plus(age).plus(pause));
    }

    @Test
    void a_post_is_read_about_a_hundred_times_and_then_never_again() {
        var readings = new ArrayList<Instant>();
        for (var next = MeasuringSchedule.next(OUT, OUT); next.isPresent(); ) {
            readings.add(next.get());
            next = MeasuringSchedule.next(OUT, next.get());
        }
        assertThat(readings).hasSizeBetween(90, 110).last().isEqualTo(OUT.plus(Duration.ofDays(90)));
    }

    @ParameterizedTest
    @CsvSource({"1, PT5M", "2, PT10M", "5, PT80M", "7, PT320M", "8, PT320M", "2000000000, PT320M"})
    void failures_are_followed_by_longer_and_longer_pauses(int failures, Duration pause) {
        assertThat(MeasuringSchedule.retry(OUT, OUT.plusSeconds(3), failures))
                .contains(OUT.plusSeconds(3).plus(pause));
    }

    @Test
    void a_failure_after_the_last_day_is_the_end() {
        assertThat(MeasuringSchedule.retry(OUT, OUT.plus(Duration.ofDays(90)), 1))
                .isEqualTo(Optional.empty());
    }
}
