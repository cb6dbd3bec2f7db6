package io.groundswell.performance;

import io.groundswell.metric.Counter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Sums of what posts gained. Rates are made of sums: a post that few have seen must not weigh like one seen by many. */
public record Figures(Map<Counter, Long> sums) {
    public static final Figures NONE = new Figures(Map.of());

    public Figures {
        var copy = new EnumMap<Counter, Long>(Counter.class);
        copy.putAll(sums);
        sums = Collections.unmodifiableMap(copy);
    }

    public long of(Counter counter) {
        return sums.getOrDefault(counter, 0L);
    }

    public Figures plus(Figures other) {
        if (sums.isEmpty() || other.sums.isEmpty()) {
            return sums.isEmpty() ? other : this;
        }
        var both = new EnumMap<Counter, Long>(Counter.class);
        both.putAll(sums);
        other.sums.forEach((counter, value) -> both.merge(counter, value, Long::sum));
        return new Figures(both);
    }

    public long impressions() {
        return of(Counter.IMPRESSIONS);
    }

    /** What people did with posts; visits to the profile and new followers happen elsewhere and do not count. */
    public long engagements() {
        return of(Counter.LIKES)
                + of(Counter.COMMENTS)
                + of(Counter.SHARES)
                + of(Counter.SAVES)
                + of(Counter.LINK_CLICKS);
    }

    /** In percent, two decimals; 0 when nobody has seen anything. */
    public double engagementRate() {
        return rate(engagements(), impressions());
    }

    static double rate(long engagements, long impressions) {
        return impressions == 0 ? 0 : Math.round(10_000.0 * engagements / impressions) / 100.0;
    }
}
