package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What was gained and what went out in a period, on each platform. */
@ApplicationScoped
class PlatformTotals {
    private static final Sql TOTALS = Sql.file(PlatformTotals.class, "totals-by-platform.sql");

    private final AgroalDataSource database;

    PlatformTotals(AgroalDataSource database) {
        this.database = database;
    }

    /** @param missionId null for all missions */
    Map<Platform, Slice> of(Owner owner, Period period, ZoneId zone, String missionId) {
        var stretch = period.in(zone);
        var values = new HashMap<String, Object>();
        values.put("organization", owner.organizationId());
        values.put("mode", owner.mode());
        values.put("mission", missionId);
        values.put("start", period.start());
        values.put("end", period.end());
        values.put("from", stretch.from());
        values.put("until", stretch.until());
        var totals = new EnumMap<Platform, Slice>(Platform.class);
        TOTALS.list(
                database,
                values,
                row -> totals.put(
                        Platform.valueOf(row.getString("platform")),
                        new Slice(row.getLong("posts"), Measurements.figures(row))));
        return totals;
    }

    /** All platforms together. */
    Slice total(Owner owner, Period period, ZoneId zone, String missionId) {
        return of(owner, period, zone, missionId).values().stream().reduce(Slice.NONE, Slice::plus);
    }
}
