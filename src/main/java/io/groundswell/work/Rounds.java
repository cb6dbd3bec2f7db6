package io.groundswell.work;

import io.groundswell.database.DatabaseFaults;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs every {@link Round}: by the scheduler where threads may run, and by a call where they may not. */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    /** How long a server that stops waits for what runs. */
    static final Duration DRAIN = Duration.ofSeconds(25);

    /** Shorter than that by the time of a long step: a round that goes on is to end before the database goes. */
    static final Duration SCHEDULED = Duration.ofSeconds(20);

    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore running = new Semaphore(ALL);
    private final List<Round> rounds;
    private final Scheduler scheduler;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Stopping stopping;
    private final boolean scheduled;
    private volatile Instant lastBegan;

    Rounds(
            @All List<Round> rounds,
            Scheduler scheduler,
            MeterRegistry meters,
            Clock clock,
            Stopping stopping,
            WorkConfig config) {
        this.rounds = rounds;
        this.scheduler = scheduler;
        this.meters = meters;
        this.clock = clock;
        this.stopping = stopping;
        this.scheduled = config.scheduled();
    }

    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        // From 0 on, or nobody would see the first failure rise.
        rounds.forEach(this::failures);
        lastBegan = clock.instant();
        // What rounds tell stays as it is once none runs any more; this is asked for.
        Gauge.builder("groundswell.rounds.age.seconds", this, Rounds::secondsSinceLast)
                .strongReference(true)
                .register(meters);
        if (scheduled) {
            rounds.forEach(this::schedule);
        }
    }

    private double secondsSinceLast() {
        return Duration.between(lastBegan, clock.instant()).toSeconds();
    }

    private void schedule(Round round) {
        scheduler
                .newJob("round-" + round.name())
                .setInterval(round.pause().toSeconds() + "s")
                .setDelayed("1s")
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(execution -> begin(round, clock.instant().plus(SCHEDULED)))
                .schedule();
    }

    /** What each round did; one that failed, as a whole or in part, is named once more. */
    public record Outcome(Map<String, Integer> done, List<String> failed) {}

    /**
     * One round of everything that is due. It ends when all that it began has ended, since the process may be frozen after that. None may
     * take more than half of the time that is left, so that a lot of one kind of work keeps no other waiting; the last one may take all of
     * it.
     */
    public Outcome tick(Duration budget) {
        var end = clock.instant().plus(budget);
        var done = new LinkedHashMap<String, Integer>();
        var failed = new ArrayList<String>();
        for (var next = rounds.iterator(); next.hasNext(); ) {
            var round = next.next();
            var parts = begin(round, next.hasNext() ? halfWayTo(end) : end).stream()
                    .map(CompletableFuture::join)
                    .toList();
            done.put(
                    round.name(),
                    parts.stream().mapToInt(count -> count.orElse(0)).sum());
            if (parts.stream().anyMatch(OptionalInt::isEmpty)) {
                failed.add(round.name());
            }
        }
        return new Outcome(done, failed);
    }

    private Instant halfWayTo(Instant end) {
        var now = clock.instant();
        return now.plus(Duration.between(now, end).dividedBy(2));
    }

    /** Before the database goes: what runs may finish, and nothing new begins. */
    void onStop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent stop) throws InterruptedException {
        if (!running.tryAcquire(ALL, DRAIN.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A round is still running; its work is taken up again by the next start");
        }
    }

    /** The parts of the round that have begun, none of which fails: one that did has no count. */
    List<CompletableFuture<OptionalInt>> begin(Round round, Instant deadline) {
        if (stopping.hasBegun() || !running.tryAcquire()) {
            return List.of();
        }
        lastBegan = clock.instant();
        var parts = attempt(round, deadline).stream()
                .map(part -> part.handle((done, failure) -> tell(round, done, failure)))
                .toList();
        CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).whenComplete((all, bug) -> running.release());
        return parts;
    }

    private static List<CompletableFuture<Integer>> attempt(Round round, Instant deadline) {
        try {
            return round.begin(deadline);
        } catch (RuntimeException | Error e) {
            return List.of(CompletableFuture.failedFuture(e));
        }
    }

    private OptionalInt tell(Round round, Integer done, Throwable failure) {
        if (failure == null) {
            meters.counter("groundswell.round.done", "round", round.name()).increment(done);
            return OptionalInt.of(done);
        }
        // The next round tries again; a database that restarts must not stop the scheduler.
        failures(round).increment();
        if (DatabaseFaults.passes(failure)) {
            LOG.warnf("Round %s found no database: %s", round.name(), failure.getMessage());
        } else {
            LOG.errorf(failure, "Round %s failed", round.name());
        }
        return OptionalInt.empty();
    }

    private Counter failures(Round round) {
        return meters.counter("groundswell.round.failures", "round", round.name());
    }
}
