package io.groundswell.rollup;

import java.time.LocalDate;
import java.util.List;

/**
 * The most frequent values of a dimension.
 *
 * @param values most events first, among equals by value
 * @param events that have a value, also those of values that are left out
 */
public record Ranking(List<Ranked> values, long events) {
    public Ranking {
        values = List.copyOf(values);
    }

    /** @param first day with such an event, in UTC */
    public record Ranked(String value, long events, long users, LocalDate first, LocalDate last) {}
}
