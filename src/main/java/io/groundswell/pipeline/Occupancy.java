package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Span;
import io.groundswell.publishing.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** The moments that an organization's posts already take, those of the planning mission known apart. */
@ApplicationScoped
class Occupancy {
    private static final Sql TAKEN = Sql.file(Occupancy.class, "taken.sql");

    /** The longest a local day can be, and a little more: planning may begin in the middle of one. */
    private static final Duration DAY = Duration.ofHours(26);

    private final AgroalDataSource database;

    Occupancy(AgroalDataSource database) {
        this.database = database;
    }

    Taken between(Lease lease, Span span) {
        var taken = new Taken();
        var stretch = Map.of(
                "organization", lease.owner().organizationId(),
                "mode", lease.owner().mode(),
                "mission", lease.missionId(),
                "from", span.from().minus(DAY),
                "until", span.until().plus(DAY));
        TAKEN.list(database, stretch, row -> {
            var platform = Platform.valueOf(row.getString("platform"));
            if (row.getBoolean("own")) {
                taken.addOwn(platform, Sql.instant(row, "at"));
            } else {
                taken.add(platform, Sql.instant(row, "at"));
            }
            return null;
        });
        return taken;
    }
}
