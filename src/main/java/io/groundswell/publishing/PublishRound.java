package io.groundswell.publishing;

import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Publishes what is due, several items at once. It claims no more items than it can begin with right away, so that a
 * claim's time is spent on its own item and a server that dies holds up few.
 */
@ApplicationScoped
class PublishRound implements Round {
    private static final Logger LOG = Logger.getLogger(PublishRound.class);
    private static final int MAX_PER_ROUND = 500;

    private final Claims claims;
    private final Courier courier;
    private final ExecutorService threads;
    private final PublishingConfig config;
    private final Clock clock;

    PublishRound(Claims claims, Courier courier, ExecutorService threads, PublishingConfig config, Clock clock) {
        this.claims = claims;
        this.courier = courier;
        this.threads = threads;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publisher";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public int run(Instant deadline) {
        var begun = new ArrayList<CompletableFuture<Void>>();
        try {
            begin(begun, new Semaphore(config.deliveries()), deadline);
        } finally {
            begun.forEach(CompletableFuture::join);
        }
        return begun.size();
    }

    private void begin(ArrayList<CompletableFuture<Void>> begun, Semaphore free, Instant deadline) {
        while (begun.size() < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            free.acquireUninterruptibly();
            var room = 1 + free.drainPermits();
            var due = claims.due(Math.min(room, MAX_PER_ROUND - begun.size()));
            free.release(room - due.size());
            due.forEach(claim -> begun.add(begin(claim, free)));
            if (due.size() < room) {
                return;
            }
        }
    }

    private CompletableFuture<Void> begin(Claim claim, Semaphore free) {
        return CompletableFuture.runAsync(() -> courier.bring(claim), threads).handle((done, killed) -> {
            free.release();
            if (killed != null) {
                // Its claim runs out by itself, and another courier goes on.
                LOG.errorf(killed, "The courier of %s was lost", claim.contentId());
            }
            return null;
        });
    }
}
