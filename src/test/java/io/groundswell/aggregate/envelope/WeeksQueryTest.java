package io.groundswell.aggregate.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.aggregate.Weeks;
import io.groundswell.wire.envelope.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeksQueryTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant SUNDAY = Instant.parse("2026-03-15T23:59:59Z");

    private static Weeks weeks(String from, String to, Instant now) {
        return new WeeksQuery(null, from, to, null).read(Query.ofAnalytics(), UTC, now);
    }

    @ParameterizedTest
    @CsvSource({",", ",2026-03-15", ",2026-04-01", "2026-02-02,", "2026-02-02,2026-03-15"})
    void a_week_that_is_not_over_is_not_looked_at(String from, String to) {
        assertThat(weeks(from, to, SUNDAY).sunday()).isEqualTo(LocalDate.parse("2026-03-08"));
        assertThat(weeks(from, to, SUNDAY.plusSeconds(1)).sunday()).isEqualTo(LocalDate.parse("2026-03-15"));
    }

    @Test
    void what_is_asked_about_may_end_before() {
        assertThat(weeks(null, "2026-03-01", SUNDAY).sunday()).isEqualTo(LocalDate.parse("2026-03-01"));
    }
}
