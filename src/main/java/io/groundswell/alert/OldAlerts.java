package io.groundswell.alert;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Deletes alerts that nobody needs any more: those resolved long ago, very old ones, and of too many the oldest. One whose cause goes
 * on stays however old it is, or the next round that looks would raise it again.
 */
@ApplicationScoped
class OldAlerts implements Round {
    private static final Duration KEPT_RESOLVED = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofDays(365);
    private static final int MOST = 10_000;
    private static final Sql DELETE_OLD = Sql.file(OldAlerts.class, "delete-old.sql");
    private static final Sql THIN_OUT = Sql.file(OldAlerts.class, "thin-out.sql");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldAlerts(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_alerts";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, () -> deleteOld() + thinOut(MOST));
    }

    private int deleteOld() {
        var now = clock.instant();
        return DELETE_OLD.update(
                database,
                Map.of(
                        "resolved_before", now.minus(KEPT_RESOLVED),
                        "raised_before", now.minus(KEPT),
                        "moments", AlertKind.ofMoments()));
    }

    int thinOut(int most) {
        return THIN_OUT.update(database, Map.of("most", most, "moments", AlertKind.ofMoments()));
    }
}
