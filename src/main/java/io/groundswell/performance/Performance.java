package io.groundswell.performance;

import io.groundswell.metric.Snapshots;
import io.groundswell.mission.Kpi;
import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Measurements.Stretch;
import io.groundswell.performance.Measurements.Total;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers how missions do. Counts of everything come from days and subjects, never from samples. */
@ApplicationScoped
public class Performance {
    private static final int TREND_DAYS = 7;
    /** Of each mission, for what compares posts with each other. */
    static final int MOST_POSTS = 500;

    private final Measurements measurements;
    private final Snapshots snapshots;
    private final Clock clock;

    Performance(Measurements measurements, Snapshots snapshots, Clock clock) {
        this.measurements = measurements;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** How a mission gets on with its targets, in their order. */
    @Transactional
    public List<KpiProgress> kpis(Mission mission) {
        return mission.kpis().isEmpty()
                ? List.of()
                : kpis(mission, measurements.totals(mission.owner(), List.of(mission.id())));
    }

    /** @param totals of the mission */
    List<KpiProgress> kpis(Mission mission, List<Total> totals) {
        if (mission.kpis().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        // Today is not over: it would look like a fall each morning.
        var today = LocalDate.ofInstant(now, snapshots.zone(mission.owner()));
        var stretches = measurements.stretches(
                mission.owner(), mission.id(), today.minusDays(2 * TREND_DAYS), today.minusDays(TREND_DAYS), today);
        var elapsed = Elapsed.of(mission, now);
        return mission.kpis().stream()
                .map(kpi -> progress(kpi, totals, stretches, elapsed))
                .toList();
    }

    private static KpiProgress progress(Kpi kpi, List<Total> totals, List<Stretch> stretches, Elapsed elapsed) {
        var mine = totals.stream().filter(total -> kpi.covers(total.platform())).toList();
        if (mine.stream().allMatch(total -> total.published() == 0)) {
            return KpiProgress.unmeasured(kpi);
        }
        var measured = new KpiProgress.Measured(
                mine.stream().map(Total::figures).reduce(Figures.NONE, Figures::plus),
                sum(stretches, stretch -> stretch.isLast() && kpi.covers(stretch.platform())),
                sum(stretches, stretch -> !stretch.isLast() && kpi.covers(stretch.platform())));
        return KpiProgress.of(kpi, measured, elapsed);
    }

    private static Figures sum(List<Stretch> stretches, Predicate<Stretch> wanted) {
        return stretches.stream()
                .filter(wanted)
                .map(Stretch::figures)
                .reduce(Figures::plus)
                .orElse(null);
    }

    /** What each mission's posts came to. */
    @Transactional
    public Map<String, MissionSummary> summaries(Owner owner, Collection<String> missionIds) {
        var totals = measurements.totals(owner, missionIds).stream().collect(Collectors.groupingBy(Total::missionId));
        var posts = measurements.outcomes(owner, missionIds, MOST_POSTS).stream()
                .collect(Collectors.groupingBy(Outcome::missionId));
        var summaries = new HashMap<String, MissionSummary>();
        missionIds.forEach(id -> summaries.put(
                id, MissionSummary.of(totals.getOrDefault(id, List.of()), posts.getOrDefault(id, List.of()))));
        return summaries;
    }

    /** How many of a mission's posts are out on a platform, and what they came to. */
    public record OnPlatform(long published, Figures figures) {}

    @Transactional
    public Map<Platform, OnPlatform> byPlatform(Owner owner, String missionId) {
        var platforms = new EnumMap<Platform, OnPlatform>(Platform.class);
        measurements.totals(owner, List.of(missionId)).stream()
                .filter(total -> total.published() > 0)
                .forEach(total -> platforms.put(total.platform(), new OnPlatform(total.published(), total.figures())));
        return platforms;
    }

    /** What a mission's posts tell about what works. */
    @Transactional
    public List<Insight> insights(Owner owner, String missionId) {
        return InsightFinder.find(measurements.posts(owner, List.of(missionId), MOST_POSTS));
    }
}
