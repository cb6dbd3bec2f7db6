package io.groundswell.event;

import io.groundswell.database.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** How many of something a batch brings to each site, by the sites' numbers. */
final class SiteCounts {
    private final Map<Long, Long> counts = new TreeMap<>();

    static <T> SiteCounts of(Collection<T> some, Function<T, Long> siteNumber) {
        var counts = new SiteCounts();
        some.forEach(one -> counts.counts.merge(siteNumber.apply(one), 1L, Long::sum));
        return counts;
    }

    /**
     * Adds them to what is kept, and says how many each site had before.
     *
     * @param statement takes {@code :sites} and {@code :counts}, and answers {@code number} and {@code total}, with these
     * @param name of the parameter that says when
     */
    Map<Long, Long> add(Sql statement, DataSource database, String name, Object when) {
        var values = Map.of("sites", List.copyOf(counts.keySet()), "counts", List.copyOf(counts.values()), name, when);
        var before = new HashMap<Long, Long>();
        statement
                .list(database, values, row -> Map.entry(row.getLong("number"), row.getLong("total")))
                .forEach(total -> before.put(total.getKey(), total.getValue() - counts.get(total.getKey())));
        return before;
    }
}
