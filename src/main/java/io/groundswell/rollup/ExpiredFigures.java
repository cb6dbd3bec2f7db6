package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.KeptSites;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/** Drops the figures of weeks that are wholly older than what their sites keep, 10,000 at a time. No question asks for them any more. */
@ApplicationScoped
class ExpiredFigures implements Round {
    private static final Sql NEXT_SEGMENTS = Sql.text("""
            select site_number as site from event_segment
            where site_number = any (:sites) and dropped_at is null and first_day < :day order by site_number limit 1""");
    private static final Sql NEXT_EVENTS = Sql.text("""
            select site_number as site from event_figure
            where site_number = any (:sites) and name_key = 0 and kind = 1 and day < :day order by site_number limit 1""");
    /** Of any kind: a session that is kept, as it goes on, changes those of pages, and leaves none of the day as a whole. */
    private static final Sql NEXT_SESSIONS = Sql.text("""
            select site_number as site from session_figure
            where site_number = any (:sites) and kind in (1, 2, 3, 4, -2, -3, -4) and day < :day
            order by site_number limit 1""");

    private final KeptSites kept;
    private final OldFigures old;
    private final AgroalDataSource database;
    private final Clock clock;

    ExpiredFigures(KeptSites kept, OldFigures old, AgroalDataSource database, Clock clock) {
        this.kept = kept;
        this.old = old;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expired_figures";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        for (var some : kept.limited(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            // First, and by themselves: they hold what users did, and are few.
            done += drop(some, NEXT_SEGMENTS, old::dropSegments, deadline);
            done += drop(some, NEXT_EVENTS, old::dropEvents, deadline);
            done += drop(some, NEXT_SESSIONS, old::dropSessions, deadline);
        }
        return done;
    }

    private int drop(KeptSites.Some some, Sql next, ToIntBiFunction<Long, LocalDate> step, Instant deadline) {
        return kept.each(
                this,
                some,
                left -> next.first(
                        database, Map.of("sites", left.array(), "day", some.monday()), row -> row.getLong("site")),
                site -> QuarkusTransaction.requiringNew().call(() -> step.applyAsInt(site, some.monday())),
                deadline);
    }
}
