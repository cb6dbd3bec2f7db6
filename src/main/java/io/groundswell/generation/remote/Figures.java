package io.groundswell.generation.remote;

import io.groundswell.generation.Route;
import io.groundswell.generation.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/** What the metrics tell of providers. */
public final class Figures {
    private static final String CALLS = "groundswell.provider.calls";

    private final MeterRegistry registry;

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Route route, Circuit circuit) {
        registry.gauge("groundswell.provider.circuit.open", tags(route), circuit, one -> one.isOpen() ? 1 : 0);
    }

    void called(Route route, String outcome, long beganNanos) {
        registry.timer(CALLS, tags(route).and("outcome", outcome))
                .record(Duration.ofNanos(System.nanoTime() - beganNanos));
    }

    void refused(Route route) {
        registry.timer(CALLS, tags(route).and("outcome", "left_alone")).record(Duration.ZERO);
    }

    /** @param outcome {@code used}, {@code repaired} or {@code unusable} */
    public void judged(Route route, String outcome) {
        registry.counter("groundswell.provider.answers", tags(route).and("outcome", outcome))
                .increment();
    }

    public void paid(Usage usage) {
        var tags = tags(new Route(usage.kind(), usage.provider())).and("model", usage.model());
        registry.counter("groundswell.provider.cost.cents", tags).increment(usage.costCents());
        registry.counter("groundswell.provider.tokens", tags).increment(usage.tokens());
        registry.counter("groundswell.provider.images", tags).increment(usage.images());
    }

    private static Tags tags(Route route) {
        return Tags.of("provider", route.provider(), "kind", route.kind().toString());
    }
}
