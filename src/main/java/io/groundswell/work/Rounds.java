package io.groundswell.work;

import io.groundswell.database.DatabaseFaults;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;

/** Runs every {@link Round}: by the scheduler where threads may run, and by a call where they may not. */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final ReadWriteLock stopped = new ReentrantReadWriteLock();
    private final List<Round> rounds;
    private final Scheduler scheduler;
    private final MeterRegistry meters;
    private final Clock clock;
    private final boolean scheduled;

    Rounds(@All List<Round> rounds, Scheduler scheduler, MeterRegistry meters, Clock clock, WorkConfig config) {
        this.rounds = rounds;
        this.scheduler = scheduler;
        this.meters = meters;
        this.clock = clock;
        this.scheduled = config.scheduled();
    }

    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        if (scheduled) {
            rounds.forEach(this::schedule);
        }
    }

    private void schedule(Round round) {
        scheduler
                .newJob("round-" + round.name())
                .setInterval(round.pause().toSeconds() + "s")
                .setDelayed("1s")
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(execution -> attempt(round, clock.instant().plus(Duration.ofSeconds(30))))
                .schedule();
    }

    /** What each round did; a round that failed has done nothing and is named once more. */
    public record Outcome(Map<String, Integer> done, List<String> failed) {}

    /**
     * One round of everything that is due. None may take more than half of the time that is left, so that a lot of one kind of work
     * keeps no other waiting; the last one may take all of it.
     */
    public Outcome tick(Duration budget) {
        var end = clock.instant().plus(budget);
        var done = new LinkedHashMap<String, Integer>();
        var failed = new ArrayList<String>();
        for (var next = rounds.iterator(); next.hasNext(); ) {
            var round = next.next();
            var count = attempt(round, next.hasNext() ? halfWayTo(end) : end);
            done.put(round.name(), count.orElse(0));
            if (count.isEmpty()) {
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
        if (!stopped.writeLock().tryLock(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A round is still running; its work is taken up again by the next start");
        }
    }

    private OptionalInt attempt(Round round, Instant deadline) {
        if (!stopped.readLock().tryLock()) {
            return OptionalInt.of(0);
        }
        try {
            var done = round.run(deadline);
            meters.counter("groundswell.round.done", "round", round.name()).increment(done);
            return OptionalInt.of(done);
        } catch (RuntimeException e) {
            // The next round tries again; a database that restarts must not stop the scheduler.
            meters.counter("groundswell.round.failures", "round", round.name()).increment();
            if (DatabaseFaults.passes(e)) {
                LOG.warnf("Round %s found no database: %s", round.name(), e.getMessage());
            } else {
                LOG.errorf(e, "Round %s failed", round.name());
            }
            return OptionalInt.empty();
        } finally {
            stopped.readLock().unlock();
        }
    }
}
