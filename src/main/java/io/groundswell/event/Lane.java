package io.groundswell.event;

import io.groundswell.work.Daemon;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Deliveries that wait, up to a bound, and the thread that writes them: as many at once as wait and may be together. Each takes its
 * bytes until it is done, which may be long after it was written when the disk is slow.
 */
final class Lane {
    /**
     * @param events that may wait
     * @param bytes of those that are not done
     */
    record Bounds(int events, long bytes, int batch) {}

    private final String name;
    private final Bounds bounds;
    private final BiPredicate<Delivery, Delivery> together;
    private final Consumer<List<Delivery>> write;
    private final IntConsumer gauge;
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private int events;
    private long bytes;
    private boolean stopped;
    private Thread writer;

    /**
     * @param together whether a delivery may be written with the first one that waits
     * @param gauge learns how many events wait
     */
    Lane(
            String name,
            Bounds bounds,
            BiPredicate<Delivery, Delivery> together,
            Consumer<List<Delivery>> write,
            IntConsumer gauge) {
        this.name = name;
        this.bounds = bounds;
        this.together = together;
        this.write = write;
        this.gauge = gauge;
    }

    /** Says whether there is room for it, and nobody else may take it when there is. */
    synchronized boolean offer(Delivery delivery) {
        if (stopped || events + delivery.size() > bounds.events() || bytes + delivery.bytes() > bounds.bytes()) {
            return false;
        }
        waiting.add(delivery);
        events += delivery.size();
        var taken = delivery.bytes();
        bytes += taken;
        delivery.done().whenComplete((done, failure) -> giveBack(taken));
        gauge.accept(events);
        // One that ran out of memory is replaced.
        if (writer == null || !writer.isAlive()) {
            writer = Daemon.start(name, this::write);
        }
        notifyAll();
        return true;
    }

    private synchronized void giveBack(long taken) {
        bytes -= taken;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void write() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                write.accept(batch);
            } catch (RuntimeException | Error failure) {
                batch.forEach(delivery -> delivery.done().completeExceptionally(failure));
                throw failure;
            }
        }
    }

    /** Waits for some. There are none any more when the server stops. */
    private synchronized List<Delivery> next() {
        try {
            while (waiting.isEmpty() && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        var batch = new ArrayList<Delivery>();
        var size = 0;
        for (var some = waiting.iterator(); some.hasNext(); ) {
            var delivery = some.next();
            if (batch.isEmpty() || together.test(batch.get(0), delivery)) {
                if (!batch.isEmpty() && size + delivery.size() > bounds.batch()) {
                    break;
                }
                some.remove();
                size += delivery.size();
                batch.add(delivery);
            }
        }
        events -= size;
        gauge.accept(events);
        return batch;
    }

    /** After what waits is written, or when the time is over. */
    void close(Duration patience) throws InterruptedException {
        Thread last;
        synchronized (this) {
            stopped = true;
            last = writer;
            notifyAll();
        }
        if (last != null) {
            last.join(patience.toMillis());
        }
    }
}
