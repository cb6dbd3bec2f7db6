package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {
    @ParameterizedTest
    @CsvSource({
        "HOUR, 2030-03-03T23:59:59, 2030-03-03T23:00",
        "DAY, 2030-03-03T23:59:59, 2030-03-03T00:00",
        // A Sunday, a Monday, and a week that began in the year before.
        "WEEK, 2030-03-03T23:59:59, 2030-02-25T00:00",
        "WEEK, 2030-03-04T00:00:00, 2030-03-04T00:00",
        "WEEK, 2031-01-01T12:00:00, 2030-12-30T00:00",
        "MONTH, 2030-03-01T00:00:00, 2030-03-01T00:00",
        "MONTH, 2030-02-28T23:59:59, 2030-02-01T00:00",
    })
    void a_time_belongs_to_the_part_that_began_last(Grouping grouping, LocalDateTime time, LocalDateTime begin) {
        assertThat(grouping.begin(time)).isEqualTo(begin);
    }
}
