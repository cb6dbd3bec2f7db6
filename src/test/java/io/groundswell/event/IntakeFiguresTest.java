package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Operators see how long it takes until events are on disk. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class IntakeFiguresTest {
    @Inject
    MeterRegistry meters;

    @Test
    void a_commit_is_timed_and_nothing_waits_after_it() {
        // Given
        var tracker = SiteFixture.open(Api.organization());
        var before = commits();
        // When
        tracker.track(tracker.event("page_view", "user_id", "u1")).then().statusCode(202);
        // Then, for whoever told it may hear of it first
        var deadline = Instant.now().plusSeconds(30);
        while (commits() == before && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(commits()).isGreaterThan(before);
        assertThat(meters.get("groundswell.event.commit")
                        .tag("outcome", "committed")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(meters.get("groundswell.event.waiting").gauge().value()).isZero();
    }

    private long commits() {
        return meters.get("groundswell.event.commit")
                .tag("outcome", "committed")
                .timer()
                .count();
    }
}
