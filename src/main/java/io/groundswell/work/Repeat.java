package io.groundswell.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;

/** Does what is due in steps of a bounded size, so that a round keeps up with whatever becomes due between two of them. */
@ApplicationScoped
public class Repeat {
    private final Clock clock;

    Repeat(Clock clock) {
        this.clock = clock;
    }

    /** What all steps came to, up to the first one that finds nothing to do, or the last one that begins in time. */
    public int until(Instant deadline, IntSupplier step) {
        var done = 0;
        int some;
        do {
            some = step.getAsInt();
            done += some;
        } while (some > 0 && clock.instant().isBefore(deadline));
        return done;
    }
}
