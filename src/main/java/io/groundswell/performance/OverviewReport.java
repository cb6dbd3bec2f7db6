package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.mission.Platform;
import io.groundswell.performance.OverviewRows.Part;
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
        return questions.ask(owner, () -> overview(owner, period, platforms, granularity));
    }

    private Overview overview(Owner owner, Period period, Set<Platform> platforms, Granularity granularity) {
        var zone = periods.zone(owner);
        var parts = parts(owner, period, zone, platforms);
        var byPlatform = byPlatform(parts);
        var stretch = period.in(zone);
        return new Overview(
                period,
                rows.activeMissions(owner, stretch, platforms),
                byPlatform.values().stream().reduce(Slice.NONE, Slice::plus),
                rows.gainedInAll(owner, period.previous(), platforms),
                byPlatform,
                granularity == Granularity.HOUR
                        ? hours.of(owner, period, zone, platforms)
                        : series(parts, period, granularity),
                rows.top(owner, stretch, platforms));
    }

    private List<Part> parts(Owner owner, Period period, ZoneId zone, Set<Platform> platforms) {
        var parts = new ArrayList<>(rows.gained(owner, period, platforms));
        parts.addAll(rows.published(owner, period, zone, platforms));
        return parts;
    }

    private static Map<Platform, Slice> byPlatform(List<Part> parts) {
        var slices = new EnumMap<Platform, Slice>(Platform.class);
        parts.stream()
                .filter(part -> part.platform() != null)
                .forEach(part -> slices.merge(part.platform(), part.slice(), Slice::plus));
        return slices;
    }

    private static List<Overview.Step> series(List<Part> parts, Period period, Granularity granularity) {
        Map<LocalDate, Slice> slices = new HashMap<>();
        parts.stream()
                .filter(part -> part.day() != null)
                .forEach(part -> slices.merge(granularity.bucketOf(part.day()), part.slice(), Slice::plus));
        return granularity.buckets(period).stream()
                .map(start -> new Overview.Step(start.toString(), slices.getOrDefault(start, Slice.NONE)))
                .toList();
    }
}
