package io.groundswell.publishing;

import io.groundswell.work.Places;
import io.groundswell.work.SlowRound;
import io.groundswell.work.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Publishes what is due, several items at once. */
@ApplicationScoped
class PublishRound implements SlowRound {
    private static final Logger LOG = Logger.getLogger(PublishRound.class);

    private final Claims claims;
    private final Courier courier;
    private final Places places;
    private final Stopping stopping;

    PublishRound(Claims claims, Courier courier, ExecutorService threads, PublishingConfig config, Stopping stopping) {
        this.claims = claims;
        this.courier = courier;
        this.places = new Places(config.deliveries(), threads);
        this.stopping = stopping;
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
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        return places.fill(
                stopping.mayGoOnUntil(deadline), () -> claims.due(1).stream().findFirst(), this::bring);
    }

    private int bring(Claim claim) {
        try {
            courier.bring(claim);
        } catch (Error killed) {
            // Its claim runs out by itself, and another courier goes on.
            LOG.errorf(killed, "The courier of %s was lost", claim.contentId());
        }
        return 1;
    }
}
