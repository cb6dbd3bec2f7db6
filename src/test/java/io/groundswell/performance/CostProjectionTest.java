package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.performance.CostProjection.Spending;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostProjectionTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    private static CostProjection of(Spending spending) {
        return CostProjection.of(spending.lastWeek(), spending, NOW, ZoneOffset.UTC);
    }

    @Test
    void a_month_is_thirty_days_like_those_of_the_last_week() {
        assertThat(of(new Spending(15_960, 40_000, 100_000L)).monthlyCents()).isEqualTo(68_400);
        assertThat(of(new Spending(1, 1, null)).monthlyCents()).isEqualTo(4);
        assertThat(of(new Spending(0, 0, null)).monthlyCents()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // 100 a day, and noon: what is left lasts for as many days, or not until the month ends
        "700, 0, 49, 2030-01-15, 0",
        "700, 0, 50, 2030-01-16, 1",
        "700, 900, 1000, 2030-01-16, 1",
        "700, 0, 1600, 2030-01-31, 16",
        "700, 0, 1649, 2030-01-31, 16",
        "700, 0, 1650, , ",
        "700, 0, 9000000000000000000, , ",
        "1, 0, 1000, , ",
        // used up already, spending or not
        "700, 1000, 1000, 2030-01-15, 0",
        "0, 1001, 1000, 2030-01-15, 0",
        "0, 0, 0, 2030-01-15, 0",
        "0, 999, 1000, , ",
        "700, 5000, , , "
    })
    void the_limit_is_reached_when_what_is_left_is_spent_within_the_month(
            long lastWeek, long thisMonth, Long limit, LocalDate day, Long days) {
        var projection = of(new Spending(lastWeek, thisMonth, limit));
        assertThat(projection.exhaustedOn()).isEqualTo(day);
        assertThat(projection.daysLeft()).isEqualTo(days);
    }

    @Test
    void all_missions_share_the_limit_and_days_are_those_of_the_zone() {
        var projection = CostProjection.of(
                70, new Spending(700, 900, 1_000L), Instant.parse("2030-01-15T23:00:00Z"), ZoneId.of("Asia/Tokyo"));
        assertThat(projection).isEqualTo(new CostProjection(300, LocalDate.parse("2030-01-17"), 1L));
    }
}
