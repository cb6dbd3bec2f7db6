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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Drops the figures of weeks that are wholly older than what their sites keep. No question asks for them any more. */
@ApplicationScoped
class ExpiredFigures implements Round {
    private static final List<Sql> NEXT = List.of(Sql.text("""
                    select site_number as site from event_figure
                    where site_number = any (:sites) and name_key = 0 and kind = 1 and day < :day
                    order by site_number limit 1"""), Sql.text("""
                    select site_number as site from session_figure
                    where site_number = any (:sites) and kind = 1 and day < :day order by site_number limit 1"""), Sql.text("""
                    select site_number as site from event_segment
                    where site_number = any (:sites) and dropped_at is null and first_day < :day
                    order by site_number limit 1"""));

    private final KeptSites kept;
    private final Corrections corrections;
    private final AgroalDataSource database;
    private final Clock clock;

    ExpiredFigures(KeptSites kept, Corrections corrections, AgroalDataSource database, Clock clock) {
        this.kept = kept;
        this.corrections = corrections;
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
        var done = new AtomicInteger();
        for (var some : kept.limited(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            for (var next : NEXT) {
                kept.each(
                        this,
                        some,
                        left -> next.first(
                                database,
                                Map.of("sites", left.array(), "day", some.monday()),
                                row -> row.getLong("site")),
                        site -> {
                            QuarkusTransaction.requiringNew().run(() -> corrections.dropBefore(site, some.monday()));
                            done.incrementAndGet();
                            // All of it, and there may be nothing to hold any more.
                            return 0;
                        },
                        deadline);
            }
        }
        return done.get();
    }
}
