package io.groundswell.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Values of some counters. What is not known is not there, which is something else than 0. */
public record Counters(Map<Counter, Long> values) {
    public static final Counters NONE = new Counters(Map.of());

    public Counters {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    public static Counters each(Function<Counter, Long> value) {
        return new Counters(Counter.each(value));
    }

    /** Nothing counted yet. */
    public static Counters zero(Set<Counter> counters) {
        return each(counter -> counters.contains(counter) ? 0L : null);
    }

    /** The value, or null when it is not known. */
    public Long get(Counter counter) {
        return values.get(counter);
    }

    Counters without(Set<Counter> some) {
        return each(counter -> some.contains(counter) ? null : get(counter));
    }

    Counters nonzero() {
        return each(counter -> Long.valueOf(0).equals(get(counter)) ? null : get(counter));
    }

    /** These values where they are known, and the others elsewhere. */
    public Counters orElse(Counters others) {
        return each(counter -> values.getOrDefault(counter, others.get(counter)));
    }
}
