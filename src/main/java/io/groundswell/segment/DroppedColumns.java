package io.groundswell.segment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Deletes the columns of segments that were dropped, which no question reads. */
@ApplicationScoped
class DroppedColumns {
    /** Segments at once: of a large site a change may drop very many, and whoever changes something is waited for. */
    private static final int AT_ONCE = 100;

    private static final Sql DELETE = Sql.file(DroppedColumns.class, "delete-dropped-columns.sql");

    private final AgroalDataSource database;

    DroppedColumns(AgroalDataSource database) {
        this.database = database;
    }

    /** @return how many columns; 0 when there are none any more */
    int deleteSome(long siteNumber) {
        return DELETE.update(database, Map.of("site", siteNumber, "most", AT_ONCE));
    }
}
