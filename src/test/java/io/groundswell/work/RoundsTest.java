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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.work.Rounds");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Time time = new Time();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Stopping stopping = new Stopping(time);
    private final List<Duration> got = new ArrayList<>();

    @AfterEach
    void hearAgain() {
        NOISE.setLevel(null);
    }

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

    @Test
    void a_tick_waits_for_all_that_it_began() {
        var slow = new Slow("a");
        slow.second.complete(0);
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> slow.first.complete(3));

        assertThat(rounds(slow).tick(Duration.ofSeconds(20)).done()).containsEntry("a", 3);
    }

    @Test
    void a_part_that_fails_takes_nothing_from_the_others() {
        NOISE.setLevel(Level.OFF);
        var slow = new Slow("a");
        slow.first.complete(3);
        slow.second.completeExceptionally(new IllegalStateException("Planned by a test"));

        var outcome = rounds(slow).tick(Duration.ofSeconds(20));

        assertThat(outcome.done()).containsEntry("a", 3);
        assertThat(outcome.failed()).containsExactly("a");
        assertThat(meters.counter("groundswell.round.done", "round", "a").count())
                .isEqualTo(3);
        assertThat(meters.counter("groundswell.round.failures", "round", "a").count())
                .isOne();
    }

    @Test
    void failures_are_told_before_there_are_any() {
        rounds(new Idle("a")).onStart(null);

        assertThat(meters.get("groundswell.round.failures")
                        .tag("round", "a")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void how_long_no_round_has_begun_is_told_also_when_none_does() {
        var rounds = rounds(new Idle("a"));
        rounds.onStart(null);

        time.now = START.plusSeconds(400);
        assertThat(age()).isEqualTo(400);
        rounds.tick(Duration.ofSeconds(20));
        assertThat(age()).isZero();
        time.now = START.plusSeconds(407);
        assertThat(age()).isEqualTo(7);
    }

    private double age() {
        return meters.get("groundswell.rounds.age.seconds").gauge().value();
    }

    @Test
    void a_schedule_waits_for_nothing_and_counts_what_ends() {
        var slow = new Slow("a");
        var rounds = rounds(slow);

        rounds.begin(slow, START.plusSeconds(30));
        slow.second.complete(2);
        rounds.begin(slow, START.plusSeconds(30));

        assertThat(slow.begins).isEqualTo(2);
        assertThat(meters.counter("groundswell.round.done", "round", "a").count())
                .isEqualTo(4);
    }

    @Test
    void a_server_that_stops_waits_for_what_is_under_way_and_begins_nothing() throws Exception {
        var slow = new Slow("a");
        var rounds = rounds(slow);
        rounds.begin(slow, START.plusSeconds(30));
        slow.second.complete(2);
        stopping.onStop(null);
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> slow.first.complete(3));

        rounds.onStop(null);

        assertThat(slow.first).isCompleted();
        assertThat(rounds.begin(slow, START.plusSeconds(30))).isEmpty();
        assertThat(rounds.tick(Duration.ofSeconds(20)).done()).containsEntry("a", 0);
        assertThat(slow.begins).isOne();
    }

    @Test
    void a_scheduled_round_that_asks_for_nothing_but_the_time_ends_before_a_server_that_stops() {
        assertThat(Rounds.SCHEDULED).isLessThan(Rounds.DRAIN);
    }

    private Rounds rounds(Round... rounds) {
        var config = Mapped.of(WorkConfig.class, Map.of("groundswell.work.scheduled", "false"));
        return new Rounds(List.of(rounds), null, meters, time, stopping, config);
    }

    private void tick(Round... rounds) {
        var outcome = rounds(rounds).tick(Duration.ofSeconds(20));
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

    static class Idle implements Round {
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

    /** It has two parts, which end when a test says so. */
    private static final class Slow extends Idle {
        private final CompletableFuture<Integer> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> second = new CompletableFuture<>();
        private int begins;

        Slow(String name) {
            super(name);
        }

        @Override
        public List<CompletableFuture<Integer>> begin(Instant deadline) {
            begins++;
            return List.of(first, second);
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
