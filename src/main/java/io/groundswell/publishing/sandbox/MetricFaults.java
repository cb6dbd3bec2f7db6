package io.groundswell.publishing.sandbox;

import io.groundswell.publishing.MetricFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Failures that tests make the sandbox's counters have, one per call, in the order asked for. None unless asked. */
@ApplicationScoped
public class MetricFaults {
    private final Queue<MetricFailure> queued = new ConcurrentLinkedQueue<>();

    public void queue(MetricFailure failure, int times) {
        for (var time = 0; time < times; time++) {
            queued.add(failure);
        }
    }

    public void clear() {
        queued.clear();
    }

    void strike() {
        var failure = queued.poll();
        if (failure != null) {
            throw failure;
        }
    }
}
