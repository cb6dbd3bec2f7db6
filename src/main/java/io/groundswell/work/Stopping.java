package io.groundswell.work;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Tells those who work step by step that the server stops: they end their step, and begin no other. */
@ApplicationScoped
public class Stopping {
    private final Clock clock;
    private volatile boolean begun;

    Stopping(Clock clock) {
        this.clock = clock;
    }

    void onStop(@Observes @Priority(1) ShutdownEvent stop) {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }

    /** Whether another step may begin, asked before each. */
    public BooleanSupplier mayGoOnUntil(Instant deadline) {
        return () -> !hasBegun() && clock.instant().isBefore(deadline);
    }
}
