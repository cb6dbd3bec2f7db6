package io.groundswell.event;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forgets ids of events that are too old to be told again, and counts of minutes that are over. */
@ApplicationScoped
class OldEventKeys implements Round {
    /** Longer than events may be late. */
    private static final int KEPT_DAYS = 35;

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int STEP = 10_000;

    /** In the order of the index, so that no guess at how many are old has the whole table read. */
    private static final Sql OLD_KEYS = Sql.text("select site_number, cast(key as text) as key from event_key"
            + " where seen_on < :end order by seen_on limit " + STEP);

    private static final Sql FORGET_KEYS = Sql.text("""
            delete from event_key k using unnest(cast(cast(:keys as text[]) as uuid[])) as t (key)
            where k.site_number = :site and k.key = t.key""");
    private static final Sql OLD_MINUTES =
            Sql.text("select site_number from event_minute where minute < :end limit " + STEP);
    private static final Sql FORGET_MINUTES =
            Sql.text("delete from event_minute where site_number = :site and minute < :end");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldEventKeys(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_event_keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        var firstDay = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(KEPT_DAYS);
        return forgetMinutes(now.minus(KEPT)) + repeat.until(deadline, () -> forgetKeys(firstDay));
    }

    private int forgetMinutes(Instant end) {
        var sites = OLD_MINUTES.list(database, Map.of("end", end), row -> row.getLong("site_number"));
        return FORGET_MINUTES.updateEach(
                database,
                sites.stream()
                        .distinct()
                        .sorted()
                        .map(site -> Map.of("site", site, "end", end))
                        .toList());
    }

    /** By site and key: where a row lies says nothing when the table is in parts. */
    private int forgetKeys(LocalDate end) {
        var keys = new TreeMap<Long, List<String>>();
        OLD_KEYS.list(database, Map.of("end", end), row -> keys.computeIfAbsent(
                        row.getLong("site_number"), site -> new ArrayList<>())
                .add(row.getString("key")));
        return FORGET_KEYS.updateEach(
                database,
                keys.entrySet().stream()
                        .map(of -> Map.of("site", of.getKey(), "keys", of.getValue()))
                        .toList());
    }
}
