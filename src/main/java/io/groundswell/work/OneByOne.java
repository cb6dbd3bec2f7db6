package io.groundswell.work;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Does what is due one by one, so that what fails, and is found first each time, keeps nothing behind it waiting. */
@ApplicationScoped
public class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final MeterRegistry meters;
    private final Repeat repeat;
    private final Stopping stopping;

    OneByOne(MeterRegistry meters, Repeat repeat, Stopping stopping) {
        this.meters = meters;
        this.repeat = repeat;
        this.stopping = stopping;
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

    /** What all of them came to, as far as there was time and the server does not stop. */
    public <T> int each(
            Round round, List<T> things, Function<T, String> name, Instant deadline, ToIntFunction<T> step) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        return things.stream()
                .takeWhile(any -> mayGoOn.getAsBoolean())
                .mapToInt(thing -> attempt(round, name.apply(thing), () -> step.applyAsInt(thing))
                        .orElse(0))
                .sum();
    }

    /** The same of what is found again and again, until nothing comes of it. */
    public <T> int allOf(
            Round round, Supplier<List<T>> find, Function<T, String> name, Instant deadline, ToIntFunction<T> step) {
        return repeat.until(deadline, () -> each(round, find.get(), name, deadline, step));
    }

    /**
     * Some things in one step, or, where that fails, each in a step of its own.
     *
     * @param failed what becomes of one whose own step fails, and for how many that counts
     */
    public <T> int together(
            Round round,
            List<T> things,
            Function<T, String> name,
            ToIntFunction<List<T>> step,
            ToIntFunction<T> failed) {
        return attempt(round, "some things together", () -> step.applyAsInt(things))
                .orElseGet(() -> things.stream()
                        .takeWhile(any -> !stopping.hasBegun())
                        .mapToInt(thing -> attempt(round, name.apply(thing), () -> step.applyAsInt(List.of(thing)))
                                .orElseGet(() -> failed.applyAsInt(thing)))
                        .sum());
    }
}
