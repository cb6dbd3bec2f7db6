package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Failures failures = new Failures();

    @Test
    void what_does_not_fit_into_memory_may_be_asked_for_again() {
        var failure = failures.of(new IllegalStateException(new OutOfMemoryError("Java heap space")), "req_1");

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.retryAfterSeconds()).isEqualTo(30);
        assertThat(failure.requestId()).isEqualTo("req_1");
    }

    @Test
    void what_nobody_foresaw_is_told_without_its_reason() {
        var failure = failures.of(new IllegalStateException("secret"), "req_1");

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.message()).doesNotContain("secret");
    }
}
