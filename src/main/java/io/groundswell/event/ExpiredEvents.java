package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.database.Sql;
import io.groundswell.site.KeptDays;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Deletes what is older than the plans of its sites keep. A week of which nobody keeps anything is dropped whole; where some do, the
 * events of the others are deleted, 10,000 at a time.
 */
@ApplicationScoped
class ExpiredEvents implements Round {
    private static final Logger LOG = Logger.getLogger(ExpiredEvents.class);
    /** Longer than events may be late: only files of past events bring older ones. */
    private static final int WRITTEN_DAYS = 32;

    private static final Sql IS_KEPT = Sql.file(ExpiredEvents.class, "week-is-kept.sql");
    private static final List<Sql> STEPS = List.of(
            Sql.file(ExpiredEvents.class, "expired-sessions.sql"),
            Sql.file(ExpiredEvents.class, "expired-automata.sql"));
    private static final Sql NEXT_EVENTS = Sql.file(ExpiredEvents.class, "next-expired-events.sql");
    private static final Sql DELETE_EVENTS = Sql.text("delete from event where site_number = :site and at <= :edge");

    private final Partitions partitions;
    private final AgroalDataSource database;
    private final Clock clock;

    ExpiredEvents(Partitions partitions, AgroalDataSource database, Clock clock) {
        this.partitions = partitions;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expired_events";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int run(Instant deadline) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var done = dropWeeks(today);
        for (var step : STEPS) {
            done += repeat(() -> step.update(database, KeptDays.asOf(today)), deadline);
        }
        return done + repeat(() -> deleteEvents(today), deadline);
    }

    private int repeat(IntSupplier step, Instant deadline) {
        var done = 0;
        var some = 1;
        while (some > 0 && clock.instant().isBefore(deadline)) {
            some = step.getAsInt();
            done += some;
        }
        return done;
    }

    /** A stretch of one site, which is found without looking at others. */
    private int deleteEvents(LocalDate today) {
        return NEXT_EVENTS
                .first(
                        database,
                        KeptDays.asOf(today),
                        row -> Map.of("site", row.getLong("site_number"), "edge", Sql.instant(row, "edge")))
                .map(stretch -> DELETE_EVENTS.update(database, stretch))
                .orElse(0);
    }

    private int dropWeeks(LocalDate today) {
        try {
            return (int) partitions.weeks().headSet(today.minusDays(WRITTEN_DAYS + 7)).stream()
                    .filter(monday -> !isKept(monday, today) && partitions.drop(monday, () -> isKept(monday, today)))
                    .count();
        } catch (RuntimeException busy) {
            if (!DatabaseFaults.passes(busy)) {
                throw busy;
            }
            LOG.debugf("Weeks that are over are dropped when less is going on: %s", busy.getMessage());
            return 0;
        }
    }

    private boolean isKept(LocalDate monday, LocalDate today) {
        var values = KeptDays.asOf(today);
        values.put("from", monday.atStartOfDay().toInstant(ZoneOffset.UTC));
        values.put("until", monday.plusWeeks(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        return IS_KEPT.first(database, values, row -> row.getBoolean("kept")).orElseThrow();
    }
}
