package io.groundswell.series;

import java.util.Comparator;

/**
 * A part of what is broken down.
 *
 * @param total what it comes to over all days that are asked about, or where it stands in the end; null when nobody knows
 */
record Constituent(EntityRef ref, Part part, Long total) {
    /** Most first, then by name. */
    static final Comparator<Constituent> RANK = Comparator.comparing(
                    Constituent::total, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(one -> one.ref().label())
            .thenComparing(one -> one.ref().id());
}
