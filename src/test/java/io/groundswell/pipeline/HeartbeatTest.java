package io.groundswell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final Heartbeat heartbeat = new Heartbeat(new ShortLeases());

    @AfterEach
    void stop() {
        heartbeat.stop();
    }

    @Test
    void a_lease_is_renewed_as_long_as_a_call_runs_and_no_longer() throws Exception {
        // Given
        var beats = new CountDownLatch(3);
        var count = new AtomicInteger();
        // When
        var answer = heartbeat.during(() -> await(beats), () -> {
            count.incrementAndGet();
            beats.countDown();
        });
        // Then
        assertThat(answer).isTrue();
        TimeUnit.MILLISECONDS.sleep(50);
        var ended = count.get();
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(count).hasValue(ended);
    }

    @Test
    void a_beat_that_fails_is_not_the_last() {
        // Given
        var beats = new CountDownLatch(3);
        // Then
        assertThat(heartbeat.during(() -> await(beats), () -> {
                    beats.countDown();
                    throw new IllegalStateException("no connection");
                }))
                .isTrue();
    }

    private static boolean await(CountDownLatch beats) {
        try {
            return beats.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Leases of 80 ms, renewed four times. */
    private static final class ShortLeases implements PipelineConfig {
        @Override
        public Duration lease() {
            return Duration.ofMillis(80);
        }

        @Override
        public int horizonDays() {
            return 7;
        }

        @Override
        public int lowWaterDays() {
            return 2;
        }

        @Override
        public int attempts() {
            return 5;
        }

        @Override
        public Duration backoff() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestBackoff() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration budgetCheck() {
            return Duration.ofMinutes(5);
        }
    }
}
