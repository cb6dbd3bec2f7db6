package io.groundswell.traffic;

import io.groundswell.rollup.Stretch;
import io.groundswell.rollup.Users;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What stretches of time come to together. */
final class Sum {
    private final Users users = new Users();
    private long events;

    static Sum of(List<Stretch> stretches) {
        var sum = new Sum();
        stretches.forEach(sum::add);
        return sum;
    }

    /** @param key that stretches have in common which are added up; by their begins */
    static <K extends Comparable<? super K>> SortedMap<K, Sum> by(
            Function<LocalDateTime, K> key, List<Stretch> stretches) {
        var sums = new TreeMap<K, Sum>();
        for (var stretch : stretches) {
            sums.computeIfAbsent(key.apply(stretch.from()), any -> new Sum()).add(stretch);
        }
        return sums;
    }

    private void add(Stretch stretch) {
        events += stretch.events();
        users.add(stretch.users());
    }

    long events() {
        return events;
    }

    /** Distinct ones. */
    long users() {
        return users.count();
    }
}
