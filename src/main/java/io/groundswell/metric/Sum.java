package io.groundswell.metric;

import java.util.stream.Stream;

/** Sums of what may be unknown: that adds nothing, and a sum of nothing else is unknown. */
public final class Sum {
    private Sum() {}

    public static Long of(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        var sum = one + other;
        // Beyond the range of the type: the most that can be told.
        return ((one ^ sum) & (other ^ sum)) < 0 ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : (Long) sum;
    }

    public static Long of(Stream<Long> values) {
        Long sum = null;
        for (var all = values.iterator(); all.hasNext(); ) {
            sum = of(sum, all.next());
        }
        return sum;
    }
}
