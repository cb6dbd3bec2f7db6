package io.groundswell.event;

import io.groundswell.shared.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Where deliveries wait until they are written. One thread writes all that waits at once, and each is told so when it is on disk:
 * what is acknowledged is in the database, and batches grow with the load.
 */
@ApplicationScoped
class Intake {
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final Recorder recorder;
    private final Flusher flusher;
    private final EventConfig config;
    private final IntakeFigures figures;
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private int events;
    private long bytes;
    private boolean stopped;
    private Thread writer;

    Intake(Recorder recorder, Flusher flusher, EventConfig config, IntakeFigures figures) {
        this.recorder = recorder;
        this.flusher = flusher;
        this.config = config;
        this.figures = figures;
    }

    synchronized void add(Delivery delivery) {
        if (stopped
                || events + delivery.size() > config.mostWaiting()
                || bytes + delivery.bytes() > config.mostWaitingBytes()) {
            figures.overload();
            throw Refusal.later(
                    EventError.OVERLOADED, Duration.ofSeconds(1), "Too many events are waiting. Try again in a second");
        }
        waiting.add(delivery);
        events += delivery.size();
        figures.waiting(events);
        bytes += delivery.bytes();
        // One that ran out of memory is replaced.
        if (writer == null || !writer.isAlive()) {
            writer = new Thread(this::write, "event-writer");
            writer.setDaemon(true);
            writer.start();
        }
        notifyAll();
    }

    private void write() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            figures.time(batch);
            recorder.record(batch, this::someWait);
        }
    }

    private synchronized boolean someWait() {
        return !waiting.isEmpty();
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
        while (!waiting.isEmpty() && (size == 0 || size + waiting.peek().size() <= config.batch())) {
            var delivery = waiting.remove();
            size += delivery.size();
            bytes -= delivery.bytes();
            batch.add(delivery);
        }
        events -= size;
        figures.waiting(events);
        return batch;
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        Thread last;
        synchronized (this) {
            stopped = true;
            last = writer;
            notifyAll();
        }
        if (last != null) {
            last.join(DRAIN.toMillis());
            flusher.close(DRAIN);
        }
    }
}
