package io.groundswell.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.IntSupplier;

/** Does what is due in steps of a bounded size, so that a round keeps up with whatever becomes due between two of them. */
@ApplicationScoped
public class Repeat {
    private final Stopping stopping;

    Repeat(Stopping stopping) {
        this.stopping = stopping;
    }

    /**
     * What all steps came to, up to the first one that finds nothing to do, or the last one that begins in time. None begins once the
     * server stops.
     */
    public int until(Instant deadline, IntSupplier step) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        var done = 0;
        int some;
        do {
            some = stopping.hasBegun() ? 0 : step.getAsInt();
            done += some;
        } while (some > 0 && mayGoOn.getAsBoolean());
        return done;
    }
}
