package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    @ParameterizedTest
    @CsvSource({
        "23, 7, 16, 229",
        "0.556, 0.75, -0.194, -26",
        "0.75, 0.75, 0, 0",
        "0, 5, -5, -100",
        "9, 8, 1, 13",
        "7, 8, -1, -12",
        "0, 0, 0, 0",
    })
    void a_change_is_told_in_itself_and_in_percent(String current, String previous, String difference, long percent) {
        // When
        var change = new Change(new BigDecimal(current), new BigDecimal(previous));
        // Then
        assertThat(change.difference()).hasToString(difference);
        assertThat(change.percent()).contains(percent);
    }

    @Test
    void something_where_nothing_was_has_no_percentage() {
        assertThat(Change.of(3, 0).percent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, GROWING",
        "0, 0, STABLE",
        "110, 100, STABLE",
        "111, 100, GROWING",
        "90, 100, STABLE",
        "89, 100, DECLINING",
        // Whole percents decide: 10.4 is 10, 10.5 is 11, -10.5 is -10.
        "1104, 1000, STABLE",
        "1105, 1000, GROWING",
        "895, 1000, STABLE",
        "894, 1000, DECLINING",
    })
    void more_than_ten_percent_are_a_trend(long current, long previous, Trend trend) {
        assertThat(Trend.of(Change.of(current, previous))).isEqualTo(trend);
    }
}
