package io.groundswell.site;

import io.groundswell.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Sites that a round has work for, and a gauge of how many events wait for it on all of them. */
public final class SitesBehind {
    public static final long MOST_SITES = 1_000;

    private final AtomicLong waiting;

    public SitesBehind(MeterRegistry meters, String gauge) {
        this.waiting = meters.gauge(gauge, new AtomicLong());
    }

    /** @param waiting events of all sites */
    private record Behind(long site, long waiting) {}

    /** @param statement with {@code number} of a site and {@code waiting}, the same in each row */
    public List<Long> find(DataSource database, Sql statement, Map<String, ?> values) {
        var behind = statement.list(database, values, row -> new Behind(row.getLong("number"), row.getLong("waiting")));
        waiting.set(behind.isEmpty() ? 0 : behind.get(0).waiting());
        return behind.stream().map(Behind::site).toList();
    }
}
