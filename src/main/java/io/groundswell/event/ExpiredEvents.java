package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.database.Sql;
import io.groundswell.site.KeptSites;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** So that nobody waits long for what a step holds. */
    private static final long STEP = 10_000;

    private static final Sql IN_WEEK = Sql.file(ExpiredEvents.class, "week-is-kept.sql");
    private static final Sql NEXT_EVENTS = Sql.file(ExpiredEvents.class, "next-expired-events.sql");
    private static final Sql DELETE_EVENTS = Sql.file(ExpiredEvents.class, "delete-expired-events.sql");
    private static final Sql NEXT_SESSIONS = Sql.file(ExpiredEvents.class, "next-expired-sessions.sql");
    private static final Sql DELETE_SESSIONS = Sql.file(ExpiredEvents.class, "delete-expired-sessions.sql");
    private static final Sql NEXT_AUTOMATA = Sql.text("""
            select site_number as site from automaton_day
            where site_number = any (:sites) and day < :edge order by site_number limit 1""");
    private static final Sql DELETE_AUTOMATA =
            Sql.text("delete from automaton_day where site_number = :site and day < :edge");

    private final KeptSites kept;
    private final Partitions partitions;
    private final AgroalDataSource database;
    private final Clock clock;

    ExpiredEvents(KeptSites kept, Partitions partitions, AgroalDataSource database, Clock clock) {
        this.kept = kept;
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
        for (var some : kept.limited(today)) {
            var week = some.monday().atStartOfDay().toInstant(ZoneOffset.UTC);
            done += delete(some, week, NEXT_SESSIONS, DELETE_SESSIONS, deadline);
            done += delete(some, some.oldest(), NEXT_AUTOMATA, DELETE_AUTOMATA, deadline);
            done += delete(some, week, NEXT_EVENTS, DELETE_EVENTS, deadline);
        }
        return done;
    }

    private int delete(KeptSites.Some some, Object edge, Sql next, Sql deletion, Instant deadline) {
        return kept.each(
                this,
                some,
                left -> site(next, Map.of("sites", left.array(), "edge", edge)),
                site -> deletion.update(database, Map.of("site", site, "edge", edge, "most", STEP)),
                deadline);
    }

    private Optional<Long> site(Sql next, Map<String, Object> values) {
        return next.first(database, values, row -> row.getLong("site"));
    }

    private int dropWeeks(LocalDate today) {
        try {
            var sites = kept.asOf(today);
            return (int) partitions.weeks().headSet(today.minusDays(WRITTEN_DAYS + 7)).stream()
                    .filter(monday ->
                            !isKept(monday, sites) && partitions.drop(monday, () -> isKept(monday, kept.asOf(today))))
                    .count();
        } catch (RuntimeException busy) {
            if (!DatabaseFaults.passes(busy)) {
                throw busy;
            }
            LOG.debugf("Weeks that are over are dropped when less is going on: %s", busy.getMessage());
            return 0;
        }
    }

    /** Whether a week holds an event that its site keeps. */
    private boolean isKept(LocalDate monday, List<KeptSites.Some> sites) {
        var end = monday.plusWeeks(1);
        var from = monday.atStartOfDay().toInstant(ZoneOffset.UTC);
        var until = end.atStartOfDay().toInstant(ZoneOffset.UTC);
        return sites.stream()
                .filter(some -> some.oldest() == null || some.oldest().isBefore(end))
                .anyMatch(some -> site(IN_WEEK, Map.of("sites", some.array(), "from", from, "until", until))
                        .isPresent());
    }
}
