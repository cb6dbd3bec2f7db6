package io.groundswell.webhook;

import io.groundswell.work.Begun;
import io.groundswell.work.SlowRound;
import io.groundswell.work.Stopping;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Sends what is due, several deliveries at once, and claims no more than it can begin with right away. */
@ApplicationScoped
@Priority(-2)
class Dispatcher implements SlowRound {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int MAX_PER_ROUND = 5_000;
    private static final int MOST_AT_ONCE = 64;
    private static final int LOOK_AGAIN_MS = 250;
    /** Claims again after this many deliveries end or this long; claiming after each would cost as much as sending. */
    private static final int SOME = 8;

    private static final int GATHER_MS = 10;

    private final Claims claims;
    private final Postman postman;
    private final ExecutorService threads;
    private final WebhookConfig config;
    private final Stopping stopping;
    private final Clock clock;
    private final int atOnce;
    private final Semaphore free;
    private final Semaphore ended = new Semaphore(0);

    Dispatcher(
            Claims claims,
            Postman postman,
            ExecutorService threads,
            WebhookConfig config,
            Stopping stopping,
            Clock clock) {
        this.claims = claims;
        this.postman = postman;
        this.threads = threads;
        this.config = config;
        this.stopping = stopping;
        this.clock = clock;
        this.atOnce = Math.max(1, Math.min(config.deliveries(), MOST_AT_ONCE));
        this.free = new Semaphore(atOnce);
    }

    @Override
    public String name() {
        return "webhook_deliveries";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    /** What is still under way at the end keeps its place, so that an endpoint that hangs has no other wait for the next round. */
    @Override
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        var begun = new ArrayList<CompletableFuture<Integer>>();
        try {
            new Shift(begun, deadline).work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // What has begun before is not lost sight of.
            begun.add(CompletableFuture.failedFuture(e));
        }
        return begun;
    }

    private final class Shift {
        private final Duration forSlowOnes;
        private final List<CompletableFuture<Integer>> begun;
        private final Instant deadline;
        private final BooleanSupplier mayGoOn;

        private Shift(List<CompletableFuture<Integer>> begun, Instant deadline) {
            this.begun = begun;
            this.deadline = deadline;
            mayGoOn = stopping.mayGoOnUntil(deadline);
            var half = Duration.between(clock.instant(), deadline).dividedBy(2);
            forSlowOnes = config.timeout().compareTo(half) < 0 ? config.timeout() : half;
        }

        /** An endpoint takes only so many at once, so there may be more for it when one has ended. */
        private void work() throws InterruptedException {
            while (begun.size() < MAX_PER_ROUND && mayGoOn.getAsBoolean()) {
                ended.tryAcquire(SOME, GATHER_MS, TimeUnit.MILLISECONDS);
                ended.drainPermits();
                var wasIdle = free.availablePermits() == atOnce;
                var due = claim();
                due.forEach(claim -> begun.add(begin(claim)));
                if (due.isEmpty() && wasIdle) {
                    return;
                }
                if (due.isEmpty()) {
                    ended.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                }
            }
        }

        private List<Claim> claim() throws InterruptedException {
            if (!free.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
                return List.of();
            }
            var room = 1 + free.drainPermits();
            var claimed = 0;
            try {
                var due = claims.due(room, hasTimeForSlowOnes());
                claimed = due.size();
                return due;
            } finally {
                free.release(room - claimed);
            }
        }

        /**
         * Towards the end only those begin that will not make the next round late. Where a round is no longer than an answer may take,
         * they have its first half, however late that makes the next: otherwise nothing was ever sent to them.
         */
        private boolean hasTimeForSlowOnes() {
            return clock.instant().plus(forSlowOnes).isBefore(deadline);
        }

        private CompletableFuture<Integer> begin(Claim claim) {
            return Begun.on(threads, () -> {
                        postman.deliver(claim);
                        return 1;
                    })
                    .handle((done, lost) -> {
                        free.release();
                        ended.release();
                        if (lost != null) {
                            // Its claim runs out by itself, and the delivery is sent once more.
                            LOG.errorf(lost, "Delivery %s was not settled", claim.deliveryId());
                        }
                        return 1;
                    });
        }
    }
}
