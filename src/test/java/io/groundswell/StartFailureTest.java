package io.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
    @Test
    void what_we_know_to_be_wrong_is_told_without_where_in_the_code_that_was_found() {
        var known = new IllegalStateException("postgres.password is missing");

        assertThat(StartFailure.told(known)).isEqualTo("Groundswell cannot start: postgres.password is missing");
        assertThat(StartFailure.told(new RuntimeException("Failed to start application", known)))
                .isEqualTo("Groundswell cannot start: postgres.password is missing");
    }

    @Test
    void what_the_system_has_against_a_file_is_told() {
        var cause = new AccessDeniedException("/srv");

        assertThat(StartFailure.told(new UncheckedIOException("Cannot use /srv", cause)))
                .isEqualTo("Groundswell cannot start: Cannot use /srv: java.nio.file.AccessDeniedException: /srv");
        assertThat(StartFailure.told(new UncheckedIOException(cause)))
                .isEqualTo("Groundswell cannot start: java.nio.file.AccessDeniedException: /srv");
    }

    @Test
    void what_nobody_foresaw_is_told_with_its_trace() {
        var elsewhere = new IllegalStateException("Odd");
        elsewhere.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("org.example.Library", "call", null, 7)});

        assertThat(StartFailure.told(elsewhere)).contains("IllegalStateException: Odd", "org.example.Library");
        assertThat(StartFailure.told(new NullPointerException())).contains("NullPointerException", "StartFailureTest");
    }
}
