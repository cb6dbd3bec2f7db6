package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.work.OneByOne");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant SOON = NOON.plusSeconds(1);

    private final AtomicInteger left = new AtomicInteger(25);
    private final Stopping stopping = new Stopping(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Repeat repeat = new Repeat(stopping);
    private final OneByOne oneByOne = new OneByOne(new SimpleMeterRegistry(), repeat, stopping);
    private final RoundsTest.Idle round = new RoundsTest.Idle("a");

    @AfterEach
    void hearAgain() {
        NOISE.setLevel(null);
    }

    private int tenOfThem() {
        var some = Math.min(10, left.get());
        left.addAndGet(-some);
        return some;
    }

    private int stop(int done) {
        stopping.onStop(null);
        return done;
    }

    @Test
    void goes_on_until_nothing_is_left() {
        assertThat(repeat.until(SOON, this::tenOfThem)).isEqualTo(25);
        assertThat(repeat.until(SOON, this::tenOfThem)).isZero();
    }

    @Test
    void begins_no_step_after_the_deadline() {
        var late = new Stopping(Clock.offset(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(1)));

        assertThat(new Repeat(late).until(SOON, this::tenOfThem)).isEqualTo(10);
        assertThat(left).hasValue(15);
    }

    @Test
    void begins_no_step_once_the_server_stops() {
        assertThat(repeat.until(SOON, () -> stop(tenOfThem()))).isEqualTo(10);
        assertThat(repeat.until(SOON, this::tenOfThem)).isZero();
    }

    @Test
    void what_is_done_one_by_one_ends_with_what_is_under_way_when_the_server_stops() {
        assertThat(oneByOne.each(round, List.of(1, 2, 3), Object::toString, SOON, this::stop))
                .isEqualTo(1);
    }

    @Test
    void what_failed_together_is_not_tried_one_by_one_when_the_server_stops() {
        NOISE.setLevel(Level.OFF);
        var tried = oneByOne.together(
                round,
                List.of(1, 2, 3),
                Object::toString,
                some -> {
                    stop(some.size());
                    throw new IllegalStateException("Planned by a test");
                },
                one -> 1);

        assertThat(tried).isZero();
    }
}
