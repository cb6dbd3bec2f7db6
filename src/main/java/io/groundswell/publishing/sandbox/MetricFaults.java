package io.groundswell.publishing.sandbox;

import io.groundswell.publishing.MetricFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What tests have happen when the sandbox is asked for counters, once each, in the order asked for. Nothing unless asked. */
@ApplicationScoped
public class MetricFaults {
    private final Queue<Runnable> queued = new ConcurrentLinkedQueue<>();

    public void queue(MetricFailure failure, int times) {
        for (var time = 0; time < times; time++) {
            meanwhile(() -> {
                throw failure;
            });
        }
    }

    /** While a call runs; if it does not throw, the call succeeds. */
    public void meanwhile(Runnable happening) {
        queued.add(happening);
    }

    public void clear() {
        queued.clear();
    }

    void strike() {
        var happening = queued.poll();
        if (happening != null) {
            happening.run();
        }
    }
}
