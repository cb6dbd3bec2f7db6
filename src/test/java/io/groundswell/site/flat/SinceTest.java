package io.groundswell.site.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTest {
    private static final Instant NOW = Instant.parse("2030-03-08T10:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "30d, 2030-02-06",
        "0d, 2030-03-08",
        "0000000000000000000030d, 2030-02-06",
        "999999999d, 1930-04-02",
        "2147483648d, 1930-04-02",
        "999999999999999999d, 1930-04-02",
        "2030-03-01, 2030-03-01",
        "2030-03-01T23:30:00-02:00, 2030-03-02",
        "-1d, 2030-03-01",
        "month, 2030-03-01"
    })
    void days_dates_and_times_are_read_and_what_is_none_of_them_means_the_default(String since, LocalDate first) {
        assertThat(Since.read(since, null, 7, NOW)).isEqualTo(first);
    }
}
