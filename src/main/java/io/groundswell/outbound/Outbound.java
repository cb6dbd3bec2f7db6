package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.HELD_BACK;
import static io.groundswell.outbound.OutboundFailure.Kind.NOT_SENT;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Calls addresses that others chose, and so only those on the public internet: the host is looked up once, all it leads to
 * is checked, and the call goes to exactly that. Redirects are not followed.
 */
@ApplicationScoped
public class Outbound {
    static final int AT_ONCE = 64;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LOOK_UP = Duration.ofSeconds(3);

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Targets targets;
    private final Transport transport;
    private final ExecutorService threads;
    private final TransactionSynchronizationRegistry transactions;

    Outbound(
            Vertx vertx,
            ExecutorService threads,
            TransactionSynchronizationRegistry transactions,
            OutboundConfig config) {
        this.targets = new Targets(InetAddress::getAllByName, config.privateTargets());
        this.transport = new Transport(vertx, Transport.options());
        this.threads = threads;
        this.transactions = transactions;
    }

    /**
     * Waits for the answer. Never call it inside of a transaction, which would hold its locks meanwhile.
     *
     * @throws OutboundFailure when there is none
     */
    public Answer send(Call call) {
        return send(call, Reading.WHOLE, () -> {});
    }

    /**
     * The same for those who tell somebody something, and learn from the status how it was taken: of the body there is no more than
     * how it begins.
     *
     * @param begins is told when this server has room for the call: what it takes from then on, it takes because of the other side
     */
    public Answer tell(Call call, Runnable begins) {
        return send(call, Reading.BEGINNING, begins);
    }

    private Answer send(Call call, Reading reading, Runnable begins) {
        requireFreedom();
        enter(call);
        try {
            begins.run();
            var limit = TimeLimit.of(call.timeout());
            return transport.send(call, addresses(call.address(), limit), limit, reading);
        } finally {
            free.release();
        }
    }

    /**
     * Whether the address may be called, as far as that is known before it is.
     *
     * @throws OutboundFailure when it may not, or when its host is not known right now
     */
    public void check(URI address) {
        requireFreedom();
        addresses(address, TimeLimit.of(LOOK_UP));
    }

    private void requireFreedom() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("A call waits, which this thread must not");
        }
        if (transactions.getTransactionKey() != null) {
            throw new IllegalStateException("A call waits, which a transaction must not");
        }
    }

    private void enter(Call call) {
        var wait = call.timeout().compareTo(LONGEST_WAIT) < 0 ? call.timeout() : LONGEST_WAIT;
        try {
            if (!free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new OutboundFailure(HELD_BACK, "This server has too many calls under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboundFailure(HELD_BACK, "This server stops");
        }
    }

    /** On another thread, because no lookup of a name can be told how long it may take. */
    private List<InetAddress> addresses(URI address, TimeLimit limit) {
        var lookup = CompletableFuture.supplyAsync(() -> targets.of(address), threads);
        try {
            return limit.await(lookup, NOT_SENT, "Looking up the host");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OutboundFailure known ? known : new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void close() {
        transport.close();
    }
}
