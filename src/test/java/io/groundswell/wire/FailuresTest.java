package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.hibernate.StaleObjectStateException;
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
    void what_somebody_else_changed_at_that_moment_may_be_asked_for_again() {
        var stale = new StaleObjectStateException("io.groundswell.account.Organization", "tnt_1");
        var commit = new IllegalStateException("the commit failed");
        commit.addSuppressed(new OptimisticLockException(stale));
        for (var thrown : List.of(new OptimisticLockException(stale), commit)) {
            var failure = failures.of(thrown, "req_1");

            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure.retryAfterSeconds()).isEqualTo(2);
        }
    }

    @Test
    void what_nobody_foresaw_is_told_without_its_reason() {
        var failure = failures.of(new IllegalStateException("secret"), "req_1");

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.message()).doesNotContain("secret");
    }
}
