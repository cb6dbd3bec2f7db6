package io.groundswell.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T23:59:59Z, true, false, true",
        "2026-03-01T00:00:00Z, true, false, false",
        "2026-03-01T23:59:59Z, true, false, false",
        "2026-03-02T00:00:00Z, false, true, false",
        "2026-03-03T23:59:59Z, false, true, false",
        "2026-03-04T00:00:00Z, false, false, false"
    })
    void flags_follow_the_clock(Instant now, boolean inProgress, boolean recentlyEnded, boolean notYetStarted) {
        var advisory = Advisory.of(START, END, now, now);

        assertThat(advisory).isEqualTo(new Advisory(inProgress, recentlyEnded, false, notYetStarted, END, now));
        assertThat(advisory.isAny()).isEqualTo(inProgress || recentlyEnded);
        assertThat(advisory.messages()).hasSize(notYetStarted ? 2 : advisory.isAny() ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-09T00:00:00Z, false", "2026-03-08T23:59:59.999999Z, true", ", true"})
    void what_was_measured_more_than_a_day_ago_is_stale(Instant lastUpdate, boolean stale) {
        var advisory = Advisory.of(START, END, lastUpdate, Instant.parse("2026-03-10T00:00:00Z"));

        assertThat(advisory.stale()).isEqualTo(stale);
        assertThat(advisory.isAny()).isEqualTo(stale);
        assertThat(advisory.messages()).hasSize(stale ? 1 : 0);
    }

    @Test
    void never_measured_is_said_otherwise_than_long_ago() {
        assertThat(Advisory.of(START, END, null, END).messages())
                .isNotEqualTo(
                        Advisory.of(START, END, START.minusSeconds(1), END).messages());
    }
}
