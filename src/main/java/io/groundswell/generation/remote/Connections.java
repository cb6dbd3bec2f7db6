package io.groundswell.generation.remote;

import io.groundswell.generation.GenerationConfig;
import io.groundswell.generation.Route;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Sets up connections to providers; all share one client. */
@ApplicationScoped
public class Connections {
    private final Telephone telephone = new Telephone();
    private final GenerationConfig config;
    private final Figures figures;
    private final Clock clock;

    Connections(GenerationConfig config, MeterRegistry registry, Clock clock) {
        this.config = config;
        this.figures = new Figures(registry);
        this.clock = clock;
    }

    public Connection to(Route route, Duration timeout) {
        var circuit = new Circuit(config.circuit().failures(), config.circuit().pause(), clock);
        figures.watch(route, circuit);
        return new Connection(route, timeout, telephone, new Faults(clock), circuit, figures);
    }
}
