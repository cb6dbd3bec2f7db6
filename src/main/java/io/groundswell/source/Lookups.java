package io.groundswell.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Does several things at once that wait for others. One that is lost is taken up again when its claim runs out. */
@ApplicationScoped
class Lookups {
    private static final Logger LOG = Logger.getLogger(Lookups.class);

    private final ExecutorService threads;
    private final SourceConfig config;

    Lookups(ExecutorService threads, SourceConfig config) {
        this.threads = threads;
        this.config = config;
    }

    int atOnce() {
        return Math.max(1, config.lookups());
    }

    /** Returns when all are done. */
    void all(List<? extends Runnable> lookups) {
        var free = new Semaphore(atOnce());
        var begun = lookups.stream()
                .map(lookup -> {
                    free.acquireUninterruptibly();
                    return CompletableFuture.runAsync(lookup, threads).handle((done, lost) -> {
                        free.release();
                        if (lost != null) {
                            LOG.errorf(lost, "Something was not looked up");
                        }
                        return null;
                    });
                })
                .toList();
        begun.forEach(CompletableFuture::join);
    }
}
