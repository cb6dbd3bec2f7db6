package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
    @ParameterizedTest
    @CsvSource({"PT-1S, 1", "PT0S, 1", "PT0.001S, 1", "PT1S, 1", "PT1.001S, 2", "PT61S, 61"})
    void are_told_in_whole_seconds_that_are_long_enough(Duration wait, long seconds) {
        assertThat(Waits.seconds(wait)).isEqualTo(seconds);
    }
}
