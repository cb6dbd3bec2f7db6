package io.groundswell.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-02-28, 2026-02-28, 2026-03-01",
        "DAILY, 2024-02-28, 2024-02-28, 2024-02-29",
        "WEEKLY, 2026-11-23, 2026-11-23, 2026-11-30",
        "WEEKLY, 2026-11-29, 2026-11-23, 2026-11-30",
        "WEEKLY, 2026-01-01, 2025-12-29, 2026-01-05",
        "MONTHLY, 2026-12-31, 2026-12-01, 2027-01-01",
        "MONTHLY, 2024-02-01, 2024-02-01, 2024-03-01"
    })
    void a_period_is_the_local_one_that_holds_the_day(
            GoalPeriod period, LocalDate day, LocalDate start, LocalDate end) {
        assertThat(period.holding(day)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        // A spring day and an autumn day.
        "DAILY, 2026-03-29, Europe/Berlin, 2026-03-28T23:00:00Z, 23",
        "DAILY, 2026-10-25, Europe/Berlin, 2026-10-24T22:00:00Z, 25",
        // Midnight is skipped: the day begins at one.
        "DAILY, 2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z, 23",
        // Midnight comes twice, and both are of the day.
        "DAILY, 2026-11-01, America/Havana, 2026-11-01T04:00:00Z, 25",
        // Ahead of UTC by more than half a day, and by quarters of an hour.
        "DAILY, 2026-11-26, Pacific/Kiritimati, 2026-11-25T10:00:00Z, 24",
        "WEEKLY, 2026-11-26, Asia/Kathmandu, 2026-11-22T18:15:00Z, 168",
        "MONTHLY, 2026-03-15, Europe/Berlin, 2026-02-28T23:00:00Z, 743"
    })
    void a_period_is_as_long_as_the_zone_makes_it(
            GoalPeriod period, LocalDate day, ZoneId zone, Instant start, long hours) {
        var holding = period.holding(day);

        assertThat(holding.startsAt(zone)).isEqualTo(start);
        assertThat(holding.endsAt(zone)).isEqualTo(start.plus(Duration.ofHours(hours)));
    }
}
