package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.generation.Plan;
import io.groundswell.mission.Mission;
import io.groundswell.performance.Insight.Aspect;
import io.groundswell.publishing.Preference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What missions' next cycles are to do more of: written when a cycle ends, read when the next one is planned. */
@ApplicationScoped
class Emphases {
    private static final Sql CLEAR = Sql.text("delete from mission_emphasis where mission_id = :mission");
    private static final Sql ADD = Sql.text("""
            insert into mission_emphasis (mission_id, organization_id, mode, aspect, value, share)
            values (:mission, :organization, :mode, :aspect, :value, :share)""");
    private static final Sql ALL = Sql.text("""
            select aspect, value, share from mission_emphasis where mission_id = :mission order by aspect""");

    private final AgroalDataSource database;

    Emphases(AgroalDataSource database) {
        this.database = database;
    }

    void replace(Mission mission, List<Emphasis> emphases) {
        CLEAR.update(database, Map.of("mission", mission.id()));
        emphases.forEach(emphasis -> ADD.update(
                database,
                Map.of(
                        "mission", mission.id(),
                        "organization", mission.owner().organizationId(),
                        "mode", mission.owner().mode(),
                        "aspect", emphasis.aspect(),
                        "value", emphasis.value(),
                        "share", emphasis.share())));
    }

    private List<Emphasis> of(String missionId) {
        return ALL.list(
                database,
                Map.of("mission", missionId),
                row -> new Emphasis(
                        Aspect.valueOf(row.getString("aspect")), row.getString("value"), row.getDouble("share")));
    }

    Plan apply(String missionId, Plan plan) {
        var emphasised = plan;
        for (var emphasis : of(missionId)) {
            emphasised = emphasis.apply(emphasised);
        }
        return emphasised;
    }

    /** The part of the day that slots should lie in. */
    Preference preference(String missionId) {
        return of(missionId).stream()
                .flatMap(emphasis -> emphasis.preference().stream())
                .findFirst()
                .orElse(Preference.NONE);
    }
}
