package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.Sql;
import io.groundswell.work.Daemon;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Waits for the disk in place of the thread that writes, which goes on with the next batch meanwhile. Nobody is told that a batch
 * is taken before it is on disk.
 */
@ApplicationScoped
class Flusher {
    /** The SQL standard's word for a commit of which nobody knows how it ended. */
    private static final String UNKNOWN_RESOLUTION = "08007";
    /** That wait to be flushed; when there are more, whoever writes waits too. */
    private static final int MOST_BATCHES = 4;

    /** A number may be that of another one later. */
    private static final String PROCESS = "pid || ' ' || extract(epoch from backend_start)";

    private static final Sql DO_NOT_WAIT = Sql.text("select set_config('synchronous_commit', 'off', true), " + PROCESS
            + " as process from pg_stat_get_activity(pg_backend_pid())");
    /** A commit that waits takes with it all that was committed before. It does so only if there is something to write. */
    private static final Sql FLUSH = Sql.text("select pg_logical_emit_message(true, 'groundswell', '')");

    private static final Sql STILL_THERE = Sql.text("select " + PROCESS + " as process from pg_stat_get_activity(null)"
            + " where " + PROCESS + " = any (cast(:processes as text[]))");

    private static final Batch LAST = new Batch("", () -> {}, failure -> {});

    private final AgroalDataSource database;
    private final BlockingQueue<Batch> written = new ArrayBlockingQueue<>(MOST_BATCHES);
    private Thread thread;

    Flusher(AgroalDataSource database) {
        this.database = database;
    }

    private record Batch(String process, Runnable onDisk, Consumer<Throwable> failed) {}

    /**
     * The transaction at hand will not be on disk when it has ended, but when {@link #await} says so.
     *
     * @return the database's process that does it
     */
    String doNotWait() {
        return DO_NOT_WAIT
                .first(database, Map.of(), row -> row.getString("process"))
                .orElseThrow();
    }

    /**
     * Flushes what is committed.
     *
     * @param process that did it, as {@link #doNotWait} had it
     * @param onDisk called once it is
     * @param failed called with the reason if nobody knows whether it is
     */
    synchronized void await(String process, Runnable onDisk, Consumer<Throwable> failed) throws InterruptedException {
        if (thread == null || !thread.isAlive()) {
            thread = Daemon.start("event-flusher", this::flush);
        }
        written.put(new Batch(process, onDisk, failed));
    }

    private void flush() {
        try {
            List<Batch> batches;
            do {
                batches = next();
                flush(batches);
            } while (!batches.contains(LAST));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Batch> next() throws InterruptedException {
        var batches = new ArrayList<Batch>();
        batches.add(written.take());
        written.drainTo(batches);
        return batches;
    }

    private void flush(List<Batch> batches) {
        Set<String> there;
        try {
            // One process of the database does both: as it is there still when it has flushed, it did not crash in
            // between.
            there = QuarkusTransaction.requiringNew().call(() -> {
                var found = stillThere(batches);
                FLUSH.call(database, Map.of());
                return found;
            });
        } catch (RuntimeException | Error failure) {
            batches.forEach(batch -> batch.failed().accept(failure));
            return;
        }
        batches.forEach(batch -> tell(batch, there));
    }

    /** A database that crashes ends all of its processes, and may have lost what they did not wait for. */
    private Set<String> stillThere(List<Batch> batches) {
        var processes = batches.stream().map(Batch::process).toList();
        return new HashSet<>(
                STILL_THERE.list(database, Map.of("processes", processes), row -> row.getString("process")));
    }

    /** One that cannot be told must not keep the others from being told. */
    private static void tell(Batch batch, Set<String> there) {
        if (!there.contains(batch.process())) {
            batch.failed()
                    .accept(new DatabaseException(new SQLException("The commit may be lost", UNKNOWN_RESOLUTION)));
            return;
        }
        try {
            batch.onDisk().run();
        } catch (RuntimeException | Error failure) {
            batch.failed().accept(failure);
        }
    }

    /** After the last batch. */
    synchronized void close(Duration patience) throws InterruptedException {
        if (thread != null) {
            written.put(LAST);
            thread.join(patience.toMillis());
        }
    }
}
