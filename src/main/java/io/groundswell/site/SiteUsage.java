package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What was sent to a site, and asked about it, on a day in UTC. Forgotten after 62 days. */
@ApplicationScoped
public class SiteUsage implements Round {
    private static final int KEPT_DAYS = 62;
    private static final Sql OF_DAY =
            Sql.text("select events, reads from site_usage where site_id = :site and day = :day");
    private static final Sql DELETE = Sql.text("""
            delete from site_usage where ctid = any (array(
                select ctid from site_usage where day < :end limit 10000))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    SiteUsage(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    public record Day(long events, long reads) {}

    public Day today(Site site) {
        return OF_DAY.first(
                        database,
                        Map.of("site", site.id(), "day", day()),
                        row -> new Day(row.getLong("events"), row.getLong("reads")))
                .orElse(new Day(0, 0));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "old_site_usage";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", day().minusDays(KEPT_DAYS))));
    }
}
