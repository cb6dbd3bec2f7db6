package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** The moments that an organization's other posts already take. */
@ApplicationScoped
class Occupancy {
    private static final Sql TAKEN = Sql.file(Occupancy.class, "taken.sql");

    private final AgroalDataSource database;

    Occupancy(AgroalDataSource database) {
        this.database = database;
    }

    Taken between(Lease lease, Instant from, Instant until) {
        var taken = new Taken();
        var stretch = Map.of(
                "organization", lease.owner().organizationId(),
                "mode", lease.owner().mode(),
                "mission", lease.missionId(),
                "from", from.minus(Taken.GAP),
                "until", until.plus(Taken.GAP));
        TAKEN.list(database, stretch, row -> {
            taken.add(Platform.valueOf(row.getString("platform")), Sql.instant(row, "at"));
            return null;
        });
        return taken;
    }
}
