package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;

/**
 * Figures in the database. Days are kept for the organization's zone; those of another, and all while an organization moves,
 * are made of snapshots. To be opened and read in one question, so that nobody moves in between.
 */
@ApplicationScoped
class StoredFigures {
    private static final Sql OTHER_ZONE = Sql.file(StoredFigures.class, "other-zone.sql");

    private final AgroalDataSource database;

    StoredFigures(AgroalDataSource database) {
        this.database = database;
    }

    FigureSource open(Owner owner, ZoneId zone) {
        var other = OTHER_ZONE
                .first(
                        database,
                        Map.of("organization", owner.organizationId(), "zone", zone.getId()),
                        row -> row.getBoolean("other"))
                .orElseThrow();
        return new StoredSource(new DayStatements(database, zone, !other), zone);
    }
}
