package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.SomeConstraints;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingWindowTest {

    @ParameterizedTest
    @CsvSource({
        ",, 07:00, 21:00, 15",
        "08:30,, 08:30, 21:00, 13",
        ", 12:00, 07:00, 12:00, 6",
        "22:00,, 22:00, 23:59, 2",
        ", 05:00, 00:00, 05:00, 6",
        "09:15, 09:45, 09:15, 09:45, 0",
    })
    void a_missing_bound_is_the_usual_one_or_the_end_of_the_day(
            String earliest, String latest, LocalTime from, LocalTime to, int hours) {
        // When
        var window =
                PostingWindow.of(new SomeConstraints().between(earliest, latest).build());
        // Then
        assertThat(window).isEqualTo(new PostingWindow(from, to));
        assertThat(window.hours()).hasSize(hours);
    }
}
