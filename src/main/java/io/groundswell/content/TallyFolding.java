package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Adds up the changes in the tally, so that a count stays a sum of few rows. */
@ApplicationScoped
class TallyFolding implements Round {
    private static final Sql FOLD = Sql.file(TallyFolding.class, "fold-tally.sql");

    private final AgroalDataSource database;

    TallyFolding(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "content_tally";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int run(Instant deadline) {
        return FOLD.first(database, Map.of("limit", 2_000), row -> row.getInt("folded"))
                .orElseThrow();
    }
}
