package io.groundswell.event;

import io.groundswell.shared.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Where deliveries wait until they are written. One thread writes all that waits at once, and each is told so when it is on disk:
 * what is acknowledged is in the database, and batches grow with the load. It waits for no site whose rows somebody else changes:
 * another thread does, for one site after the other, so that none holds up those that are free.
 */
@ApplicationScoped
class Intake {
    private static final Duration DRAIN = Duration.ofSeconds(25);
    /** Of all that may wait, what may wait for sites that somebody else holds. */
    private static final int SHARE_OF_HELD = 4;

    private final Recorder recorder;
    private final Flusher flusher;
    private final IntakeFigures figures;
    private final Lane free;
    private final Lane held;

    Intake(Recorder recorder, Flusher flusher, EventConfig config, IntakeFigures figures) {
        this.recorder = recorder;
        this.flusher = flusher;
        this.figures = figures;
        this.free = new Lane(
                "event-writer",
                new Lane.Bounds(config.mostWaiting(), config.mostWaitingBytes(), config.batch()),
                (first, other) -> true,
                this::writeFree,
                figures::waiting);
        this.held = new Lane(
                "event-writer-held",
                new Lane.Bounds(
                        config.mostWaiting() / SHARE_OF_HELD,
                        config.mostWaitingBytes() / SHARE_OF_HELD,
                        config.batch()),
                (first, other) -> first.token().equals(other.token()),
                this::writeHeld,
                figures::waitingForSites);
    }

    void add(Delivery delivery) {
        if (!free.offer(delivery)) {
            throw overload();
        }
    }

    Refusal overload() {
        figures.overload();
        return Refusal.later(
                EventError.OVERLOADED, Duration.ofSeconds(1), "Too many events are waiting. Try again in a second");
    }

    private void writeFree(List<Delivery> batch) {
        figures.time(batch);
        recorder.record(batch, new Recorder.Way(() -> !free.isEmpty(), this::waitForSite));
    }

    private void waitForSite(Delivery delivery) {
        if (!held.offer(delivery)) {
            delivery.done().completeExceptionally(overload());
        }
    }

    private void writeHeld(List<Delivery> batch) {
        recorder.record(batch, new Recorder.Way(() -> !held.isEmpty(), null));
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        free.close(DRAIN);
        held.close(DRAIN);
        flusher.close(DRAIN);
    }
}
