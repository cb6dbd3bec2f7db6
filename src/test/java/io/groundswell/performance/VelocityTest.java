package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VelocityTest {
    @ParameterizedTest
    @CsvSource({
        "200, 100, high",
        "199, 100, medium",
        "75, 100, medium",
        "74, 100, low",
        "1, 0, high",
        "0, 0, low",
        "0, 100, low"
    })
    void compares_a_pace_with_what_is_usual(double pace, double usual, String expected) {
        assertThat(Velocity.of(pace, usual)).hasToString(expected);
    }
}
