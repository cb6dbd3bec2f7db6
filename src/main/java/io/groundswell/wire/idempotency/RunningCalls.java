package io.groundswell.wire.idempotency;

import io.groundswell.wire.WireConfig;
import io.groundswell.wire.limit.KeptAnswers;
import io.groundswell.work.Daemon;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Nullable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Holds the keys of detached calls for as long as these run here, however long that is, and until their answers are stored. A
 * server that is gone holds none.
 */
@ApplicationScoped
class RunningCalls {
    private static final Logger LOG = Logger.getLogger(RunningCalls.class);
    private static final int BEATS_PER_LEASE = 4;

    private final IdempotencyKeys keys;
    private final KeptAnswers kept;
    private final WireConfig config;
    private final Clock clock;
    private final Map<Reservation, Held> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Daemon.scheduled("idempotency-heartbeat");

    RunningCalls(IdempotencyKeys keys, KeptAnswers kept, WireConfig config, Clock clock) {
        this.keys = keys;
        this.kept = kept;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param unstored null while the call runs
     * @param end when an answer would be forgotten anyway
     */
    private record Held(@Nullable Answer unstored, Instant end) {}

    @PostConstruct
    void start() {
        var pause = IdempotencyKeys.RUNNING.dividedBy(BEATS_PER_LEASE).toMillis();
        thread.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    void begin(Reservation reservation) {
        hold(reservation, null);
    }

    private void hold(Reservation reservation, Answer unstored) {
        held.put(reservation, new Held(unstored, clock.instant().plus(config.idempotencyRetention())));
    }

    /** What was done is done: where its answer cannot be stored, the key stays taken, and storing it is tried again later. */
    void settle(Reservation reservation, Answer answer) {
        hold(reservation, answer);
        try {
            store(reservation, answer);
        } catch (RuntimeException unexpected) {
            LOG.warnf("The answer to an idempotency key is not stored yet: %s", unexpected);
        }
    }

    /** Ends a call whose key has an answer already: from now on repeats are answered as the call is. */
    void end(Reservation reservation, Answer told, Answer answer) {
        held.remove(reservation);
        try {
            var replaced = !answer.equals(told)
                    && QuarkusTransaction.requiringNew().call(() -> keys.replace(reservation.key(), told, answer));
            kept.count(reservation.key().owner(), (replaced ? answer : told).body());
        } catch (RuntimeException unexpected) {
            LOG.warnf("The answer to an idempotency key stays as it was before its call ended: %s", unexpected);
        }
    }

    private void store(Reservation reservation, Answer answer) {
        var stored = QuarkusTransaction.requiringNew().call(() -> keys.settle(reservation, answer));
        held.remove(reservation);
        if (stored) {
            kept.count(reservation.key().owner(), answer.body());
        }
    }

    /** Frees the key of a call that failed, at the latest when its reservation ends. */
    void release(Reservation reservation) {
        held.remove(reservation);
        try {
            QuarkusTransaction.requiringNew().run(() -> keys.release(reservation));
        } catch (RuntimeException unexpected) {
            LOG.warnf("An idempotency key is not free yet: %s", unexpected);
        }
    }

    void beat() {
        var now = clock.instant();
        held.values().removeIf(call -> !call.end().isAfter(now));
        held.forEach(this::beat);
    }

    private void beat(Reservation reservation, Held call) {
        try {
            // By itself, so that the key stays taken also when what follows fails.
            QuarkusTransaction.requiringNew().run(() -> keys.renew(reservation));
            if (call.unstored() != null) {
                store(reservation, call.unstored());
            }
        } catch (RuntimeException unexpected) {
            // The next beat may get through before the reservation ends.
            LOG.warnf("An idempotency key was not looked after: %s", unexpected);
        }
    }
}
