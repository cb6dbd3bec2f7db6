package io.groundswell.wire.limit;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * How many requests of each subject this instance is answering. The other instances learn of it with every request that
 * enters ({@link RateLimits#enter}), and soon after the last one has left; of an instance that died, for a minute more.
 */
@ApplicationScoped
class InFlight {
    private static final Logger LOG = Logger.getLogger(InFlight.class);
    private static final long TELL_AFTER_MS = 100;
    private static final Sql TELL = Sql.text("""
            update in_flight set running = :running, moment = :moment, seen_at = :now
            where subject = :subject and instance = :instance and moment < :moment""");

    private final String instance = PublicId.random(12);
    private final Map<String, Long> running = new HashMap<>();
    private final Set<String> toTell = new HashSet<>();
    private final AgroalDataSource database;
    private final Vertx vertx;
    private final Clock clock;
    private long moment;

    InFlight(AgroalDataSource database, Vertx vertx, Clock clock) {
        this.database = database;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** What this instance answers for a subject at one moment; of two counts the one of the later moment holds. */
    record Count(String subject, String instance, long running, long moment) {}

    /** Whoever enters must leave. */
    synchronized Count enter(String subject) {
        running.merge(subject, 1L, Long::sum);
        return count(subject);
    }

    private Count count(String subject) {
        return new Count(subject, instance, running.getOrDefault(subject, 0L), ++moment);
    }

    synchronized void leave(String subject) {
        running.computeIfPresent(subject, (key, count) -> count == 1 ? null : count - 1);
        if (toTell.add(subject)) {
            vertx.setTimer(TELL_AFTER_MS, over -> vertx.executeBlocking(() -> tell(leaving(subject)), false));
        }
    }

    private synchronized Count leaving(String subject) {
        toTell.remove(subject);
        return count(subject);
    }

    private Void tell(Count count) {
        try {
            TELL.update(
                    database,
                    Map.of(
                            "subject", count.subject(),
                            "instance", count.instance(),
                            "running", count.running(),
                            "moment", count.moment(),
                            "now", clock.instant()));
        } catch (DatabaseException e) {
            // The next request tells it too, and a minute later it is forgotten.
            LOG.warnf("The others could not be told of requests that ended: %s", e.getMessage());
        }
        return null;
    }
}
