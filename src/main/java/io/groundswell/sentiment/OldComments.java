package io.groundswell.sentiment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;

/** Deletes comments that are older than the plan keeps history. */
@ApplicationScoped
class OldComments implements Round {
    /** Days begin earlier and later than in UTC, and the first of them is asked for as a whole. */
    private static final int MORE_DAYS = 2;

    private static final int BATCH = 5_000;
    private static final Sql DELETE = Sql.file(OldComments.class, "delete-old-comments.sql");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldComments(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_comments";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public int run(Instant deadline) {
        var values = new HashMap<>(Limit.STATS_HISTORY_RETENTION_DAYS.daysOfPlans());
        values.put("more", MORE_DAYS);
        values.put("now", clock.instant());
        values.put("most", BATCH);
        return repeat.until(deadline, () -> DELETE.update(database, values));
    }
}
