package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2030-01-15T09:00:00Z,       2030-01-15T09:00:00Z, Z",
        "2030-01-15T09:00:00+05:30,  2030-01-15T03:30:00Z, +05:30",
        "2030-01-15T09:00:00,        2030-01-15T14:00:00Z, -05:00",
        "2030-07-15T09:00,           2030-07-15T13:00:00Z, -04:00",
        "2030-01-15T09:00:00.999Z,   2030-01-15T09:00:00Z, Z",
        // Clocks go from 02:00 to 03:00 on this day, and from 02:00 to 01:00 on the next one.
        "2030-03-10T02:30:00,        2030-03-10T07:30:00Z, -04:00",
        "2030-11-03T01:30:00,        2030-11-03T05:30:00Z, -04:00"
    })
    void a_time_keeps_its_offset_or_takes_that_of_the_zone(String text, Instant at, String offset) {
        assertThat(Moment.parse("at", text, NEW_YORK)).isEqualTo(new Moment(at, ZoneOffset.of(offset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2030-01-15", "2030-02-30T09:00:00Z", "09:00"})
    void anything_else_has_the_wrong_shape(String text) {
        var refused = catchThrowableOfType(Refusal.class, () -> Moment.parse("at", text, NEW_YORK));
        assertThat(refused.code()).isEqualTo(Refusal.Input.INVALID_INPUT);
        assertThat(refused.violations().get(0).param()).isEqualTo("at");
    }

    @Test
    void a_moment_ahead_is_one_of_the_next_365_days() {
        assertThat(isAhead(Duration.ofSeconds(1))).isTrue();
        assertThat(isAhead(Duration.ofDays(365))).isTrue();
        assertThat(isAhead(Duration.ZERO)).isFalse();
        assertThat(isAhead(Duration.ofDays(365).plusSeconds(1))).isFalse();
    }

    private static boolean isAhead(Duration distance) {
        var moment = Moment.in(NEW_YORK, NOW.plus(distance));
        return catchThrowableOfType(Refusal.class, () -> moment.requireAhead("at", NOW)) == null;
    }
}
