package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.Measurements.Total;
import io.groundswell.performance.PostKinds.Kind;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers how a mission did, from sums of its days and posts. */
@ApplicationScoped
public class MissionReports {
    private final PostKinds kinds;
    private final MissionService missions;
    private final Measurements measurements;
    private final Performance performance;
    private final Periods periods;
    private final Questions questions;
    private final Clock clock;

    MissionReports(
            PostKinds kinds,
            MissionService missions,
            Measurements measurements,
            Performance performance,
            Periods periods,
            Questions questions,
            Clock clock) {
        this.kinds = kinds;
        this.missions = missions;
        this.measurements = measurements;
        this.performance = performance;
        this.periods = periods;
        this.questions = questions;
        this.clock = clock;
    }

    public MissionReport of(Owner owner, String missionId) {
        return questions.ask(owner, () -> report(owner, missionId));
    }

    private MissionReport report(Owner owner, String missionId) {
        var mission = missions.get(owner, missionId);
        var now = clock.instant();
        var posts = measurements.outcomes(owner, List.of(missionId), Performance.MOST_POSTS);
        var all = kinds.of(owner, missionId);
        var totals = totals(owner, missionId, all);
        return new MissionReport(
                mission,
                period(mission, now, periods.zone(owner)),
                Elapsed.of(mission, now).percent(),
                MissionSummary.of(totals, posts),
                performance.kpis(mission, totals),
                groups(all, Kind::pillar),
                groups(all, kind -> kind.type().toString()));
    }

    private static Period period(Mission mission, Instant now, ZoneId zone) {
        if (mission.startsAt() == null || mission.startsAt().isAfter(now)) {
            return null;
        }
        var isCutShort = mission.term().completedAt() != null
                && mission.term().completedAt().isBefore(mission.endsAt());
        var end = isCutShort ? mission.term().completedAt() : mission.endsAt();
        return new Period(
                LocalDate.ofInstant(mission.startsAt(), zone),
                LocalDate.ofInstant(end.isBefore(now) ? end : now, zone));
    }

    /** With each post counted once: among its kind. */
    private List<Total> totals(Owner owner, String mission, List<Kind> kinds) {
        var published = kinds.stream()
                .collect(Collectors.groupingBy(Kind::platform, Collectors.summingLong(kind -> kind.figured()
                        .posts())));
        var totals = measurements.uncounted(owner, mission).stream()
                .collect(Collectors.toMap(Total::platform, Function.identity()));
        published
                .keySet()
                .forEach(platform -> totals.putIfAbsent(platform, new Total(mission, platform, 0, 0, Figures.NONE)));
        return totals.values().stream()
                .map(total -> total.published(published.getOrDefault(total.platform(), 0L)))
                .toList();
    }

    /** The most seen first. What has no name is left out. */
    private static List<Group> groups(List<Kind> kinds, Function<Kind, String> name) {
        return kinds.stream()
                .filter(kind -> name.apply(kind) != null)
                .collect(Collectors.toMap(name, Kind::figured, Figured::plus))
                .entrySet()
                .stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted(Comparator.<Group>comparingLong(group -> group.figured().impressions())
                        .reversed()
                        .thenComparing(Group::name))
                .toList();
    }
}
