package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Answers how a mission did, from sums of its days and posts. */
@ApplicationScoped
public class MissionReports {
    private static final Sql KINDS = Sql.file(MissionReports.class, "mission-kinds.sql");

    private final AgroalDataSource database;
    private final MissionService missions;
    private final Performance performance;
    private final Periods periods;
    private final Questions questions;
    private final Clock clock;

    MissionReports(
            AgroalDataSource database,
            MissionService missions,
            Performance performance,
            Periods periods,
            Questions questions,
            Clock clock) {
        this.database = database;
        this.missions = missions;
        this.performance = performance;
        this.periods = periods;
        this.questions = questions;
        this.clock = clock;
    }

    public MissionReport of(Owner owner, String missionId) {
        return questions.ask(() -> report(owner, missionId));
    }

    private MissionReport report(Owner owner, String missionId) {
        var mission = missions.get(owner, missionId);
        var now = clock.instant();
        var byType = new ArrayList<MissionReport.Kind>();
        var byPillar = new ArrayList<MissionReport.Kind>();
        kinds(owner, missionId, byType, byPillar);
        return new MissionReport(
                mission,
                period(mission, now, periods.zone(owner)),
                (int) Math.floor(100 * Elapsed.of(mission, now).share()),
                performance.summaries(owner, List.of(missionId)).get(missionId),
                performance.kpis(mission),
                byPillar,
                byType);
    }

    private static Period period(Mission mission, Instant now, ZoneId zone) {
        if (mission.startsAt() == null || mission.startsAt().isAfter(now)) {
            return null;
        }
        var end = mission.completedAt() == null ? mission.endsAt() : mission.completedAt();
        return new Period(
                LocalDate.ofInstant(mission.startsAt(), zone),
                LocalDate.ofInstant(end.isBefore(now) ? end : now, zone));
    }

    private void kinds(
            Owner owner, String mission, List<MissionReport.Kind> byType, List<MissionReport.Kind> byPillar) {
        KINDS.list(
                database,
                Map.of("organization", owner.organizationId(), "mode", owner.mode(), "mission", mission),
                row -> {
                    var type = row.getString("type");
                    var kind = new MissionReport.Kind(
                            type == null
                                    ? row.getString("pillar")
                                    : ContentType.valueOf(type).toString(),
                            row.getLong("posts"),
                            row.getLong("impressions"),
                            row.getLong("engagements"));
                    return (type == null ? byPillar : byType).add(kind);
                });
        var order = Comparator.comparingLong(MissionReport.Kind::impressions)
                .reversed()
                .thenComparing(MissionReport.Kind::name);
        byType.sort(order);
        byPillar.sort(order);
    }
}
