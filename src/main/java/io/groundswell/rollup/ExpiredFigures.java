package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.KeptDays;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Drops the figures of weeks that are wholly older than what their sites keep. No question asks for them any more. */
@ApplicationScoped
class ExpiredFigures implements Round {
    private static final Sql EXPIRED = Sql.file(ExpiredFigures.class, "sites-with-expired-figures.sql");

    private final Corrections corrections;
    private final AgroalDataSource database;
    private final Clock clock;

    ExpiredFigures(Corrections corrections, AgroalDataSource database, Clock clock) {
        this.corrections = corrections;
        this.database = database;
        this.clock = clock;
    }

    private record Expired(long siteNumber, LocalDate day) {}

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
        var values = KeptDays.asOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var some = EXPIRED.list(
                database,
                values,
                row -> new Expired(row.getLong("site_number"), row.getObject("day", LocalDate.class)));
        for (var one : some) {
            if (!clock.instant().isBefore(deadline)) {
                return done;
            }
            QuarkusTransaction.requiringNew().run(() -> corrections.dropBefore(one.siteNumber(), one.day()));
            done++;
        }
        return done;
    }
}
