package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deletes marks of changes that are older than any answer that is kept, and than any transaction that is still running. */
@ApplicationScoped
class OldChanges implements Round {
    private static final Sql DELETE = Sql.file(OldChanges.class, "delete-old-changes.sql");

    private final AgroalDataSource database;
    private final Repeat repeat;

    OldChanges(AgroalDataSource database, Repeat repeat) {
        this.database = database;
        this.repeat = repeat;
    }

    @Override
    public String name() {
        return "old_series_changes";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(2);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, () -> DELETE.update(database, Map.of()));
    }
}
