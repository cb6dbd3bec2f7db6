package io.groundswell.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeksTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        // From a Monday to a Sunday
        "2026-03-02, 2026-03-15, 2026-03-02, 2",
        // A day later, a day earlier
        "2026-03-03, 2026-03-15, 2026-03-09, 1",
        "2026-03-02, 2026-03-14, 2026-03-02, 1",
        "2026-03-03, 2026-03-14, 2026-03-09, 0",
        "2026-03-04, 2026-03-04, 2026-03-09, 0",
        "2026-03-20, 2026-03-01, 2026-03-23, 0",
    })
    void only_whole_weeks_of_the_days_are_looked_at(LocalDate first, LocalDate last, LocalDate monday, long count) {
        assertThat(Weeks.within(first, last, UTC)).isEqualTo(new Weeks(monday, count, UTC));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-14, 2026-03-08", "2026-03-15, 2026-03-15", "2026-03-16, 2026-03-15"})
    void usually_twelve_weeks_that_are_over_are_looked_at(LocalDate last, LocalDate sunday) {
        var weeks = Weeks.until(last, UTC);

        assertThat(weeks.count()).isEqualTo(12);
        assertThat(weeks.sunday()).isEqualTo(sunday);
        assertThat(weeks.monday()).isEqualTo(sunday.minusDays(83));
    }
}
