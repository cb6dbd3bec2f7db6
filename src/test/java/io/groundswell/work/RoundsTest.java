package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Mapped;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Time time = new Time();
    private final List<Duration> got = new ArrayList<>();

    @Test
    void much_of_one_kind_leaves_time_for_all_others() {
        tick(new Greedy("a"), new Greedy("b"), new Greedy("c"));

        assertThat(got).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void what_one_does_not_need_is_there_for_the_next() {
        tick(new Idle("a"), new Idle("b"), new Greedy("c"));

        assertThat(got).containsExactly(Duration.ofSeconds(20));
    }

    private void tick(Round... rounds) {
        var outcome = new Rounds(
                        List.of(rounds), null, new SimpleMeterRegistry(), time, Mapped.of(WorkConfig.class, Map.of()))
                .tick(Duration.ofSeconds(20));
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.done()).hasSize(rounds.length);
    }

    /** There is always more to do for it. */
    private class Greedy extends Idle {
        Greedy(String name) {
            super(name);
        }

        @Override
        public int run(Instant deadline) {
            got.add(Duration.between(time.now, deadline));
            time.now = deadline;
            return 1;
        }
    }

    private static class Idle implements Round {
        private final String name;

        Idle(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int run(Instant deadline) {
            return 0;
        }
    }

    private static final class Time extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
