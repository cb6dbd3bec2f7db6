package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Sample;
import io.groundswell.mission.MissionEvent;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which missions' targets are to be looked at. Asked for in the transaction of what may have reached one, and taken up by
 * {@link KpiMilestones}: two who measure at once do not see each other's figures, but whoever looks later sees both.
 */
@ApplicationScoped
class KpiChecks {
    private static final Sql ASK = Sql.file(KpiChecks.class, "ask-for-check.sql");
    private static final Sql ASK_FOR_MISSION = Sql.text("""
            insert into kpi_check (organization_id, mode, mission_id, at)
            select organization_id, mode, id, :at from mission where id = :mission and kpis <> '[]'""");
    private static final Sql DUE = Sql.text("""
            select distinct mission_id, organization_id, mode from kpi_check where mission_id > :after
            order by mission_id limit :limit""");
    private static final Sql TAKE = Sql.text("delete from kpi_check where mission_id = :mission returning at");

    private final AgroalDataSource database;
    private final Clock clock;

    KpiChecks(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Asks for the targets that samples of posts may have reached. */
    void ask(Owner owner, List<Sample> samples) {
        if (!samples.isEmpty()) {
            var values = Sql.owned(owner);
            values.put(
                    "contents",
                    samples.stream().map(sample -> sample.subject().id()).toList());
            values.put("ats", samples.stream().map(Sample::at).toList());
            ASK.update(database, values);
        }
    }

    /** A target that was lowered may be reached already. */
    void changed(@Observes MissionEvent.Changed event) {
        ASK_FOR_MISSION.update(database, Map.of("mission", event.missionId(), "at", clock.instant()));
    }

    /** Nobody finds it any more. */
    void deleting(@Observes MissionEvent.Deleting event) {
        take(event.missionId());
    }

    /** A mission whose targets somebody asked for. */
    record Asked(Owner owner, String missionId) {}

    /** In the order of their ids, those behind the one given. */
    List<Asked> due(String after, int limit) {
        return DUE.list(
                database,
                Map.of("after", after, "limit", limit),
                row -> new Asked(Sql.owner(row), row.getString("mission_id")));
    }

    /** Takes what was asked for, and tells of when the newest of it is; empty when somebody else took it. */
    Optional<Instant> take(String missionId) {
        return TAKE.list(database, Map.of("mission", missionId), row -> Sql.instant(row, "at")).stream()
                .max(Comparator.naturalOrder());
    }
}
