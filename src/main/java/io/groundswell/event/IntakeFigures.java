package io.groundswell.event;

import io.groundswell.shared.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How the taking of events does on this instance; told from the start, so that nothing looks like no news. */
@Startup
@ApplicationScoped
class IntakeFigures {
    private final MeterRegistry meters;
    private final AtomicLong waiting;
    private final AtomicLong waitingForSites;
    private final Timer commits;
    private final Timer failures;
    private final Counter overloads;

    IntakeFigures(MeterRegistry meters) {
        this.meters = meters;
        this.waiting = meters.gauge("groundswell.event.waiting", new AtomicLong());
        this.waitingForSites = meters.gauge("groundswell.event.waiting.held", new AtomicLong());
        this.commits = meters.timer("groundswell.event.commit", "outcome", "committed");
        this.failures = meters.timer("groundswell.event.commit", "outcome", "failed");
        this.overloads = meters.counter("groundswell.event.overloads");
    }

    /** @param events in memory, not yet taken up to be written */
    void waiting(int events) {
        waiting.set(events);
    }

    /** @param events that wait until nobody else holds the rows of their sites */
    void waitingForSites(int events) {
        waitingForSites.set(events);
    }

    void overload() {
        overloads.increment();
    }

    /** Times a batch from now until its last delivery is on disk, refused, or failed. */
    void time(List<Delivery> batch) {
        var sample = Timer.start(meters);
        batch.get(batch.size() - 1)
                .done()
                .whenComplete((done, failure) ->
                        sample.stop(failure == null || failure instanceof Refusal ? commits : failures));
    }
}
