package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.mission.Platform;
import io.groundswell.performance.OverviewRows.OfDay;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers how an organization did in a period, from sums of days. */
@ApplicationScoped
public class OverviewReport {
    private final OverviewRows rows;
    private final HourlySeries hours;
    private final Periods periods;
    private final Questions questions;

    OverviewReport(OverviewRows rows, HourlySeries hours, Periods periods, Questions questions) {
        this.rows = rows;
        this.hours = hours;
        this.periods = periods;
        this.questions = questions;
    }

    /** @param platforms that count, none for all */
    public Overview of(Owner owner, Period period, Set<Platform> platforms, Granularity granularity) {
        return questions.ask(() -> overview(owner, period, platforms, granularity));
    }

    private Overview overview(Owner owner, Period period, Set<Platform> platforms, Granularity granularity) {
        var zone = periods.zone(owner);
        var days = days(owner, period, zone, platforms);
        var byPlatform = new EnumMap<Platform, Slice>(Platform.class);
        days.forEach(day -> byPlatform.merge(day.platform(), day.slice(), Slice::plus));
        var stretch = period.in(zone);
        return new Overview(
                period,
                rows.activeMissions(owner, stretch, platforms),
                sum(days),
                sum(days(owner, period.previous(), zone, platforms)),
                byPlatform,
                granularity == Granularity.HOUR
                        ? hours.of(owner, period, zone, platforms)
                        : series(days, period, granularity),
                rows.top(owner, stretch, platforms));
    }

    private List<OfDay> days(Owner owner, Period period, ZoneId zone, Set<Platform> platforms) {
        var days = new ArrayList<>(rows.gained(owner, period, platforms));
        days.addAll(rows.published(owner, period, zone, platforms));
        return days;
    }

    private static Slice sum(List<OfDay> days) {
        return days.stream().map(OfDay::slice).reduce(Slice.NONE, Slice::plus);
    }

    private static List<Overview.Step> series(List<OfDay> days, Period period, Granularity granularity) {
        Map<LocalDate, Slice> slices = new HashMap<>();
        days.forEach(day -> slices.merge(granularity.bucketOf(day.day()), day.slice(), Slice::plus));
        return granularity.buckets(period).stream()
                .map(start -> new Overview.Step(start.toString(), slices.getOrDefault(start, Slice.NONE)))
                .toList();
    }
}
