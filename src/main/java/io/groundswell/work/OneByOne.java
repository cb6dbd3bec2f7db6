package io.groundswell.work;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Does what is due one by one, so that what fails, and is found first each time, keeps nothing behind it waiting. */
@ApplicationScoped
public class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final MeterRegistry meters;

    OneByOne(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What the step came to; nothing when it failed, which the log and the round's failures tell. */
    public OptionalInt attempt(Round round, String what, IntSupplier step) {
        try {
            return OptionalInt.of(step.getAsInt());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Round %s goes on without %s", round.name(), what);
            meters.counter("groundswell.round.failures", "round", round.name()).increment();
            return OptionalInt.empty();
        }
    }
}
