package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Forgets ids of events that are too old to be told again, and counts of minutes that are over. */
@ApplicationScoped
class OldEventKeys implements Round {
    /** Longer than events may be late. */
    private static final int KEPT_DAYS = 35;

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Sql OLD_KEYS = Sql.text("""
            delete from event_key where ctid = any (array(
                select ctid from event_key where seen_on < :end limit 10000))""");
    private static final Sql OLD_MINUTES = Sql.text("""
            delete from event_minute where ctid = any (array(
                select ctid from event_minute where minute < :end limit 10000))""");

    private final AgroalDataSource database;
    private final Clock clock;

    OldEventKeys(AgroalDataSource database, Clock clock) {
        this.database = database;
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
        var done = OLD_MINUTES.update(database, Map.of("end", now.minus(KEPT)));
        for (var some = forget(firstDay); some > 0 && clock.instant().isBefore(deadline); some = forget(firstDay)) {
            done += some;
        }
        return done;
    }

    private int forget(LocalDate firstDay) {
        return OLD_KEYS.update(database, Map.of("end", firstDay));
    }
}
