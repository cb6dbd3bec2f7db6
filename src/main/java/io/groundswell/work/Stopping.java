package io.groundswell.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Tells that the server stops: to those who work step by step, so that they end their step and begin no other, and to those who ask
 * whether it is ready.
 */
@ApplicationScoped
public class Stopping {
    private final Clock clock;
    private final List<Runnable> told = new ArrayList<>();
    private final Thread hook = new Thread(this::begin, "stopping");
    private volatile boolean begun;

    Stopping(Clock clock) {
        this.clock = clock;
    }

    /** The framework says that it stops only when no request runs any more, which may take half a minute. */
    void onStart(@Observes @Priority(1) StartupEvent start) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void onStop(@Observes @Priority(1) ShutdownEvent stop) {
        if (!begun) {
            forgetHook();
        }
        begin();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            // It runs at this moment.
        }
    }

    private synchronized void begin() {
        if (!begun) {
            begun = true;
            told.forEach(Runnable::run);
        }
    }

    /** @param tell is called once, as soon as the server stops: now, if it does already */
    public synchronized void whenBegun(Runnable tell) {
        if (begun) {
            tell.run();
        } else {
            told.add(tell);
        }
    }

    public boolean hasBegun() {
        return begun;
    }

    /** Whether another step may begin, asked before each. */
    public BooleanSupplier mayGoOnUntil(Instant deadline) {
        return () -> !hasBegun() && clock.instant().isBefore(deadline);
    }
}
