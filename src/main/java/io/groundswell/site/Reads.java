package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Counts the questions that were answered about each site. A count waits in memory for some seconds and is written
 * together with its like, so that a question neither waits for it nor fails with it. What a killed process had not written
 * yet is not counted.
 */
@ApplicationScoped
public class Reads implements Round {
    private static final Logger LOG = Logger.getLogger(Reads.class);
    /** Where no round comes by, a question writes what has waited for longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Sql ADD = Sql.file(Reads.class, "add-reads.sql");

    private final AgroalDataSource database;
    private final Clock clock;
    private final Map<Key, Integer> waiting = new HashMap<>();
    private Instant since;

    private record Key(String siteId, LocalDate day) {}

    Reads(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts a question. Never throws. */
    public void count(String siteId) {
        var now = clock.instant();
        if (add(new Key(siteId, LocalDate.ofInstant(now, ZoneOffset.UTC)), 1, now)) {
            tell();
        }
    }

    /** Says whether counts have waited for too long. */
    private synchronized boolean add(Key key, int reads, Instant now) {
        if (waiting.isEmpty()) {
            since = now;
        }
        waiting.merge(key, reads, Integer::sum);
        return since.plus(PATIENCE).isBefore(now);
    }

    /** Writes what waits in this process, for somebody who looks at the counts. Never throws. */
    public void tell() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn("Counts of questions could not be written and wait for the next time", e);
        }
    }

    /** Says how many questions were written. */
    int flush() {
        var taken = take();
        var written = 0;
        try {
            // One site at a time: whoever holds several rows at once may wait for somebody who waits in turn.
            for (var keys = taken.entrySet().iterator(); keys.hasNext(); keys.remove()) {
                var entry = keys.next();
                write(entry.getKey(), entry.getValue());
                written += entry.getValue();
            }
        } finally {
            taken.forEach((key, reads) -> add(key, reads, clock.instant()));
        }
        return written;
    }

    private synchronized Map<Key, Integer> take() {
        var taken = new HashMap<>(waiting);
        waiting.clear();
        return taken;
    }

    private void write(Key key, int reads) {
        var values = Map.of("site", key.siteId(), "day", key.day(), "reads", (long) reads);
        // A question's own transaction may not write, and may yet be undone.
        QuarkusTransaction.suspendingExisting().run(() -> ADD.update(database, values));
    }

    void onStop(@Observes @Priority(1) ShutdownEvent stop) {
        tell();
    }

    @Override
    public String name() {
        return "site_reads";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int run(Instant deadline) {
        return flush();
    }
}
