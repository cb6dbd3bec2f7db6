package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Waits for the disk in place of the thread that writes, which goes on with the next batch meanwhile. Nobody is told that a batch
 * is taken before it is on disk.
 */
@ApplicationScoped
class Flusher {
    /** That wait to be flushed; when there are more, whoever writes waits too. */
    private static final int MOST_BATCHES = 4;

    private static final Sql DO_NOT_WAIT = Sql.text("set local synchronous_commit = off");
    /** A commit that waits takes with it all that was committed before. It does so only if there is something to write. */
    private static final Sql FLUSH = Sql.text("select pg_logical_emit_message(true, 'groundswell', '')");

    private static final Batch LAST = new Batch(() -> {}, failure -> {});

    private final AgroalDataSource database;
    private final BlockingQueue<Batch> written = new ArrayBlockingQueue<>(MOST_BATCHES);
    private Thread thread;

    Flusher(AgroalDataSource database) {
        this.database = database;
    }

    private record Batch(Runnable onDisk, Consumer<Throwable> failed) {}

    /** The transaction at hand will not be on disk when it has ended, but when {@link #await} says so. */
    void doNotWait() {
        DO_NOT_WAIT.call(database, Map.of());
    }

    /**
     * Flushes what is committed.
     *
     * @param onDisk called once it is
     * @param failed called with the reason if nobody knows whether it is
     */
    synchronized void await(Runnable onDisk, Consumer<Throwable> failed) throws InterruptedException {
        if (thread == null || !thread.isAlive()) {
            thread = new Thread(this::flush, "event-flusher");
            thread.setDaemon(true);
            thread.start();
        }
        written.put(new Batch(onDisk, failed));
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
        try {
            FLUSH.call(database, Map.of());
        } catch (RuntimeException | Error failure) {
            batches.forEach(batch -> batch.failed().accept(failure));
            return;
        }
        batches.forEach(Flusher::tell);
    }

    /** One that cannot be told must not keep the others from being told. */
    private static void tell(Batch batch) {
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
