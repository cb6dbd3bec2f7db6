package io.groundswell.wire.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Test
    void the_first_and_the_last_moment_are_times() {
        assertThat(Times.time("2000-01-01T00:00:00Z")).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(Times.time("9999-12-31T23:59:59+00:00")).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T06:00Z, 2026-11-21T06:00:00Z",
        "2026-11-21T06:00:00+01, 2026-11-21T05:00:00Z",
        "2026-11-21T06:00:00.5+01:30, 2026-11-21T04:30:00.5Z",
        "2026-11-21T24:00:00Z, 2026-11-22T00:00:00Z",
        "2026-11-21T23:59:60Z, 2026-11-21T23:59:59Z"
    })
    void a_time_may_be_written_in_every_form_that_is_taken_anywhere(String text, Instant time) {
        assertThat(Times.time(text)).isEqualTo(time);
        assertThat(Times.ofAnyYear(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-28",
                "2026-02-28T12:00:00",
                "2026-02-30T12:00:00Z",
                "1999-12-31T23:59:59Z",
                "2000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "+999999999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00"
            })
    void what_is_outside_of_these_is_none(String text) {
        assertThat(Times.time(text)).isNull();
    }
}
