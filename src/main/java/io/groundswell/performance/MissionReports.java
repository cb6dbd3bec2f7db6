package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Answers how a mission did, from sums of its days and posts. */
@ApplicationScoped
public class MissionReports {
    private static final Sql KINDS = Sql.file(MissionReports.class, "mission-kinds.sql");

    private final AgroalDataSource database;
    private final MissionService missions;
    private final Measurements measurements;
    private final Performance performance;
    private final Periods periods;
    private final Questions questions;
    private final Clock clock;

    MissionReports(
            AgroalDataSource database,
            MissionService missions,
            Measurements measurements,
            Performance performance,
            Periods periods,
            Questions questions,
            Clock clock) {
        this.database = database;
        this.missions = missions;
        this.measurements = measurements;
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
        var totals = measurements.totals(owner, List.of(missionId));
        var posts = measurements.posts(owner, List.of(missionId), Performance.MOST_POSTS);
        var kinds = kinds(owner, missionId);
        return new MissionReport(
                mission,
                period(mission, now, periods.zone(owner)),
                (int) Math.floor(100 * Elapsed.of(mission, now).share()),
                MissionSummary.of(totals, posts),
                performance.kpis(mission, totals),
                groups(kinds, false),
                groups(kinds, true));
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

    private record Kind(boolean isType, Group group) {}

    private List<Kind> kinds(Owner owner, String mission) {
        return KINDS.list(
                database,
                Map.of("organization", owner.organizationId(), "mode", owner.mode(), "mission", mission),
                MissionReports::kind);
    }

    private static Kind kind(ResultSet row) throws SQLException {
        var type = row.getString("type");
        var name = type == null
                ? row.getString("pillar")
                : ContentType.valueOf(type).toString();
        var figured = new Figured(row.getLong("posts"), row.getLong("impressions"), row.getLong("engagements"));
        return new Kind(type != null, new Group(name, figured));
    }

    private static List<Group> groups(List<Kind> kinds, boolean types) {
        return kinds.stream()
                .filter(kind -> kind.isType() == types)
                .map(Kind::group)
                .sorted(Comparator.<Group>comparingLong(group -> group.figured().impressions())
                        .reversed()
                        .thenComparing(Group::name))
                .toList();
    }
}
