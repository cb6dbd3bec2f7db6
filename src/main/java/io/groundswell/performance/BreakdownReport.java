package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.Breakdown.OfHour;
import io.groundswell.performance.Breakdown.OfPlatform;
import io.groundswell.performance.Breakdown.OfWeekday;
import io.groundswell.performance.BreakdownRows.Row;
import io.groundswell.performance.BreakdownRows.Way;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers what does well. Platforms are told what was gained in the period by whichever posts; types, pillars, topics and
 * hours what the posts that went out in the period gained until it ended.
 */
@ApplicationScoped
public class BreakdownReport {
    private final Questions questions;
    private final Periods periods;
    private final MissionService missions;
    private final PlatformTotals totals;
    private final BreakdownRows rows;

    BreakdownReport(
            Questions questions, Periods periods, MissionService missions, PlatformTotals totals, BreakdownRows rows) {
        this.questions = questions;
        this.periods = periods;
        this.missions = missions;
        this.totals = totals;
        this.rows = rows;
    }

    /** @param missionId null for all missions */
    public Breakdown of(Owner owner, Period period, String missionId, BreakdownWish wish) {
        return questions.ask(owner, () -> {
            if (missionId != null) {
                missions.get(owner, missionId);
            }
            var zone = periods.zone(owner);
            var isOver = period.end().isBefore(periods.today(owner));
            var byWay = rows.of(owner, period, missionId, isOver, wish, zone).stream()
                    .collect(Collectors.groupingBy(Row::way, () -> new EnumMap<>(Way.class), Collectors.toList()));
            for (var way : EnumSet.allOf(Way.class)) {
                byWay.putIfAbsent(way, List.of());
            }
            return breakdown(period, totals.of(owner, period, zone, missionId), byWay, wish);
        });
    }

    private static Breakdown breakdown(
            Period period, Map<Platform, Slice> totals, Map<Way, List<Row>> rows, BreakdownWish wish) {
        var types = groups(rows.get(Way.TYPE), row -> row.type().toString());
        var weekdays = rows.get(Way.WEEKDAY).stream()
                .map(row -> new OfWeekday(DayOfWeek.of(row.weekday()), row.figured()))
                .sorted(Comparator.comparing(OfWeekday::day))
                .toList();
        var hours = rows.get(Way.HOUR).stream()
                .map(row -> new OfHour(row.hour(), row.figured()))
                .sorted(Comparator.comparing(OfHour::hour))
                .toList();
        return new Breakdown(
                period,
                wish.has(Dimension.PLATFORM) ? platforms(totals, rows, wish.sort()) : null,
                wish.has(Dimension.TYPE) ? types : null,
                wish.has(Dimension.PILLAR) ? groups(rows.get(Way.PILLAR), Row::pillar) : null,
                wish.has(Dimension.TOPIC) ? groups(rows.get(Way.TOPIC), Row::topic) : null,
                wish.has(Dimension.TIME) ? hours : null,
                wish.has(Dimension.TIME) ? weekdays : null,
                Recommendations.of(types, weekdays));
    }

    private static List<Group> groups(List<Row> rows, Function<Row, String> name) {
        return rows.stream()
                .map(row -> new Group(name.apply(row), row.figured()))
                .toList();
    }

    private static List<OfPlatform> platforms(
            Map<Platform, Slice> totals, Map<Way, List<Row>> rows, BreakdownSort sort) {
        return totals.entrySet().stream()
                .map(entry -> {
                    var best = BestMoment.of(
                            means(rows.get(Way.PLATFORM_WEEKDAY), entry.getKey(), Row::weekday),
                            means(rows.get(Way.PLATFORM_HOUR), entry.getKey(), Row::hour));
                    return new OfPlatform(entry.getKey(), entry.getValue(), best.time(), best.day());
                })
                .sorted(Comparator.<OfPlatform>comparingDouble(
                                one -> sort.of(one.slice().figures()))
                        .reversed()
                        .thenComparing(OfPlatform::platform))
                .toList();
    }

    private static List<BestMoment.Mean> means(List<Row> rows, Platform platform, Function<Row, Integer> moment) {
        return rows.stream()
                .filter(row -> row.platform() == platform)
                .map(row -> new BestMoment.Mean(moment.apply(row), row.seen(), row.meanRate()))
                .toList();
    }
}
