package io.groundswell.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Pace TEN_DAYS =
            new Pace(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-11T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        // Half of the time is gone: r = actual / 50.
        "2026-03-06T00:00:00Z, 50, ON_TRACK",
        "2026-03-06T00:00:00Z, 49.999999, BEHIND_PACE",
        "2026-03-06T00:00:00Z, 35, BEHIND_PACE",
        "2026-03-06T00:00:00Z, 34.999999, AT_RISK",
        "2026-03-06T00:00:00Z, 0, AT_RISK",
        "2026-03-06T00:00:00Z, -7, AT_RISK",
        "2026-03-06T00:00:00Z, 1000, ON_TRACK",
        // Nothing is expected at the start, and soon after it little is enough.
        "2026-02-01T00:00:00Z, 0, ON_TRACK",
        "2026-03-01T00:00:00Z, 0, ON_TRACK",
        "2026-03-01T00:00:00Z, -1, AT_RISK",
        "2026-03-01T00:00:00.000000001Z, 0, AT_RISK",
        "2026-03-01T00:00:00.000000001Z, 0.000001, ON_TRACK",
        // Up to the last moment it runs, then it is over.
        "2026-03-10T23:59:59.999999999Z, 100, ON_TRACK",
        "2026-03-10T23:59:59.999999999Z, 99.9999, BEHIND_PACE",
        "2026-03-11T00:00:00Z, 100, COMPLETED",
        "2026-03-11T00:00:00Z, 100.5, COMPLETED",
        "2026-03-11T00:00:00Z, 99.999999, MISSED",
        "2027-01-01T00:00:00Z, 0, MISSED"
    })
    void a_goal_of_100_stands_as_the_time_says(Instant now, BigDecimal actual, GoalStatus status) {
        assertThat(TEN_DAYS.status(actual, BigDecimal.valueOf(100), now)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        // 11.5 of 23 hours, and 12.5 of 25.
        "2026-03-29, Europe/Berlin, 2026-03-29T10:30:00Z, ON_TRACK",
        "2026-03-29, Europe/Berlin, 2026-03-29T10:30:01Z, BEHIND_PACE",
        "2026-10-25, Europe/Berlin, 2026-10-25T10:30:00Z, ON_TRACK",
        "2026-10-25, Europe/Berlin, 2026-10-25T10:30:01Z, BEHIND_PACE",
        "2026-11-26, Pacific/Kiritimati, 2026-11-25T22:00:00Z, ON_TRACK",
        "2026-11-26, Pacific/Kiritimati, 2026-11-25T22:00:01Z, BEHIND_PACE"
    })
    void half_a_day_is_half_of_what_the_zone_makes_of_it(LocalDate day, ZoneId zone, Instant now, GoalStatus status) {
        var period = GoalPeriod.DAILY.holding(day);
        var pace = new Pace(period.startsAt(zone), period.endsAt(zone));

        assertThat(pace.status(BigDecimal.ONE, BigDecimal.valueOf(2), now)).isEqualTo(status);
    }

    @Property
    void as_time_goes_by_what_is_reached_is_worth_less(
            @ForAll @IntRange(max = 200) int actual,
            @ForAll @IntRange(min = 1, max = 864_000) int earlier,
            @ForAll @IntRange(min = 1, max = 864_000) int later) {
        var first = status(actual, Math.min(earlier, later));
        var second = status(actual, Math.max(earlier, later));

        if (second.compareTo(GoalStatus.AT_RISK) <= 0) {
            assertThat(first).isLessThanOrEqualTo(second);
        } else {
            assertThat(second == GoalStatus.COMPLETED).isEqualTo(actual >= 100);
        }
    }

    private static GoalStatus status(int actual, int seconds) {
        return TEN_DAYS.status(
                BigDecimal.valueOf(actual),
                BigDecimal.valueOf(100),
                TEN_DAYS.start().plusSeconds(seconds));
    }
}
