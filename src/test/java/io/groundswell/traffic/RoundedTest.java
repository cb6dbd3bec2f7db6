package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {
    @ParameterizedTest
    @CsvSource({
        "5, 9, 3, 0.556",
        "3, 4, 3, 0.75",
        "2, 2, 3, 1",
        "0, 3, 3, 0",
        "3, 0, 3, 0",
        "1, 2000, 3, 0.001",
        "1, 2001, 3, 0",
        "1, 20, 1, 0.1",
        "100, 1, 1, 100",
        "5, 2, 0, 3",
    })
    void halves_go_up_and_no_zeros_trail(long part, long whole, int decimals, String expected) {
        assertThat(Rounded.ratio(part, whole, decimals)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 9, 22.2", "1, 1, 100", "1, 3, 33.3", "2, 3, 66.7", "0, 0, 0"})
    void percents_have_one_decimal(long part, long whole, String expected) {
        assertThat(Rounded.percent(part, whole)).hasToString(expected);
    }
}
