package io.groundswell.export;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deletes the files of exports that have expired, and a month later what is known of them. */
@ApplicationScoped
class OldExports implements Round {
    /** A download that began in time may end. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int AT_ONCE = 20;
    private static final Sql FORGET = Sql.file(OldExports.class, "forget.sql");
    private static final Sql DELETE = Sql.text("""
            delete from export where id = any (array(
                select id from export where created_at < :end and status <> 'PROCESSING' order by created_at limit 1000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldExports(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_exports";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", now.minus(REMEMBERED))))
                + repeat.until(
                        deadline, () -> FORGET.update(database, Map.of("end", now.minus(GRACE), "limit", AT_ONCE)));
    }
}
