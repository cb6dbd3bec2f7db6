package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicInteger left = new AtomicInteger(25);

    private int tenOfThem() {
        var some = Math.min(10, left.get());
        left.addAndGet(-some);
        return some;
    }

    @Test
    void goes_on_until_nothing_is_left() {
        var repeat = new Repeat(Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(repeat.until(NOON.plusSeconds(1), this::tenOfThem)).isEqualTo(25);
        assertThat(repeat.until(NOON.plusSeconds(1), this::tenOfThem)).isZero();
    }

    @Test
    void begins_no_step_after_the_deadline() {
        var late = Clock.offset(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(1));

        assertThat(new Repeat(late).until(NOON.plusSeconds(1), this::tenOfThem)).isEqualTo(10);
        assertThat(left).hasValue(15);
    }
}
