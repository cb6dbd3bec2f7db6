package io.groundswell.pipeline;

import io.groundswell.work.Daemon;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Renews a lease while a call to the outside runs, since a local model or a carousel takes longer than a lease lasts. */
@ApplicationScoped
class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final int BEATS_PER_LEASE = 4;

    private final PipelineConfig config;
    private final ScheduledExecutorService thread = Daemon.scheduled("pipeline-heartbeat");

    Heartbeat(PipelineConfig config) {
        this.config = config;
    }

    /** @param renew throws {@link LeaseLost} when there is nothing left to renew */
    <T> T during(Supplier<T> call, Runnable renew) {
        var pause = config.lease().toMillis() / BEATS_PER_LEASE;
        Future<?> beats = thread.scheduleAtFixedRate(() -> beat(renew), pause, pause, TimeUnit.MILLISECONDS);
        try {
            return call.get();
        } finally {
            beats.cancel(false);
        }
    }

    private static void beat(Runnable renew) {
        try {
            renew.run();
        } catch (LeaseLost lost) {
            LOG.debug(lost.getMessage());
        } catch (RuntimeException unexpected) {
            // The next beat may get through before the lease ends.
            LOG.warnf("A lease was not renewed: %s", unexpected);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
