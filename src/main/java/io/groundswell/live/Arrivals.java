package io.groundswell.live;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.EventId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what came to sites, in the order in which it came. */
@ApplicationScoped
class Arrivals {
    /** What is told again. */
    static final Duration HELD = Duration.ofMinutes(5);

    static final long MOST_HELD = 10_000;
    /** Events may tell of the last 30 days; those that are watched are among the last minutes of those. */
    private static final Duration OLDEST = Duration.ofDays(31);

    private static final Sql TOTALS = Sql.text("""
            select number, total_events as total, corrections from site
            where number = any (cast(cast(:sites as text[]) as bigint[]))""");
    private static final Sql NEWS = Sql.file(Arrivals.class, "news.sql");
    private static final Sql HELD_FROM = Sql.file(Arrivals.class, "held.sql");

    private final AgroalDataSource database;
    private final Clock clock;

    Arrivals(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The first day of events that can have come in the last minutes. */
    static Instant oldest(Instant now) {
        return now.minus(OLDEST);
    }

    /**
     * @param positions by the numbers of sites
     * @param most of a site
     * @return by the numbers of those sites to which something came, or whose rows changed
     */
    Map<Long, News> after(Map<Long, Ring.Position> positions, int most) {
        var totals = totals(positions);
        if (totals.isEmpty()) {
            return Map.of();
        }
        var oldest = oldest(clock.instant());
        var news = new HashMap<Long, News>();
        totals.forEach((site, total) -> {
            var values = Map.of(
                    "site",
                    site,
                    "after",
                    positions.get(site).upTo(),
                    "until",
                    total.upTo(),
                    "oldest",
                    oldest,
                    "most",
                    (long) most);
            var some = NEWS.list(database, values, Arrivals::arrival);
            var isAll = some.size() < most;
            var upTo = isAll ? total.upTo() : some.get(most - 1).seq();
            news.put(site, new News(some, upTo, isAll, total.corrections()));
        });
        return news;
    }

    /** Of sites to which something came, or whose rows changed, which is asked first, for it costs nothing. */
    private Map<Long, Ring.Position> totals(Map<Long, Ring.Position> positions) {
        var totals = new LinkedHashMap<Long, Ring.Position>();
        TOTALS.list(
                database,
                Map.of("sites", positions.keySet()),
                row -> totals.put(
                        row.getLong("number"), new Ring.Position(row.getLong("total"), row.getLong("corrections"))));
        totals.entrySet().removeIf(site -> site.getValue().equals(positions.get(site.getKey())));
        return totals;
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        var seq = row.getLong("seq");
        var at = Sql.instant(row, "at");
        return new Arrival(
                seq,
                EventId.of(row.getLong("site"), at, seq),
                row.getString("name"),
                row.getString("properties"),
                row.getString("user_id"),
                row.getString("session_id"),
                at,
                row.getString("country"),
                Sql.instant(row, "arrived_at"));
    }

    /**
     * Behind the last event that a reader had, as far as it is held.
     *
     * @param total the number of the last event there is
     */
    Start from(long site, long last, long total) {
        var now = clock.instant();
        var values = Map.of(
                "site", site,
                "after", last,
                "total", total,
                "since", now.minus(HELD),
                "oldest", oldest(now),
                "most", MOST_HELD);
        return HELD_FROM
                .first(database, values, row -> new Start(row.getLong("seq"), !row.getBoolean("missed")))
                .orElseThrow();
    }
}
