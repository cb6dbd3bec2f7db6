package io.groundswell.retention;

import io.groundswell.traffic.Rounded;
import java.time.LocalDate;
import java.util.List;

/**
 * Users who arrived in the same period.
 *
 * @param from its first day
 * @param retained how many of them were there in each period from then to now, the first of which is all of them
 */
public record Cohort(LocalDate from, long users, List<Long> retained) {
    public Cohort {
        retained = List.copyOf(retained);
    }

    /** By period, from 0 to 1, with three decimals. */
    public List<Double> rates() {
        return retained.stream().map(count -> rate(count, users)).toList();
    }

    static Double rate(long part, long whole) {
        return Rounded.ratio(part, whole, 3).doubleValue();
    }
}
