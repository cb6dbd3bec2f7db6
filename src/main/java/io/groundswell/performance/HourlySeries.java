package io.groundswell.performance;

import io.groundswell.metric.Gains;
import io.groundswell.metric.Subject;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A period hour by hour: what days do not tell, and so from samples. */
@ApplicationScoped
class HourlySeries {
    /** Days that the difference between the first and the last of a period may be. */
    static final int MOST_DAYS = 7;

    private final Gains gains;
    private final OverviewRows rows;

    HourlySeries(Gains gains, OverviewRows rows) {
        this.gains = gains;
        this.rows = rows;
    }

    /** A step for each whole hour (UTC) that the period has a part in. */
    List<Overview.Step> of(Owner owner, Period period, ZoneId zone, Set<Platform> platforms) {
        if (period.days() > MOST_DAYS + 1) {
            throw Refusal.invalid("granularity", "granularity 'hour' is for periods of at most %d days", MOST_DAYS);
        }
        var stretch = period.in(zone);
        var slices = new HashMap<Instant, Slice>();
        rows.publishedByHour(owner, stretch, platforms)
                .forEach((hour, posts) -> slices.put(hour, new Slice(posts, Figures.NONE)));
        gained(owner, period, zone, platforms)
                .forEach((hour, figures) -> slices.merge(hour, new Slice(0, figures), Slice::plus));
        return Stream.iterate(
                        hour(stretch.from()), at -> at.isBefore(stretch.until()), at -> at.plus(1, ChronoUnit.HOURS))
                .map(at -> new Overview.Step(at.toString(), slices.getOrDefault(at, Slice.NONE)))
                .toList();
    }

    private Map<Instant, Figures> gained(Owner owner, Period period, ZoneId zone, Set<Platform> platforms) {
        var until = period.in(zone).until();
        var all = gains.since(owner, Subject.Kind.CONTENT, period.start(), until, zone)
                .orElseThrow(() -> Refusal.impossible(
                        "granularity",
                        "There are more than %d readings in the period; ask for fewer days or granularity 'day'",
                        Gains.MOST));
        var wanted = wanted(all, platforms);
        var sums = new HashMap<Instant, Figures>();
        all.stream()
                .filter(gain -> wanted.contains(gain.subject().id()))
                .forEach(gain -> sums.merge(hour(gain.at()), Figures.of(gain.gained()), Figures::plus));
        return sums;
    }

    private Set<String> wanted(List<Gains.Gain> all, Set<Platform> platforms) {
        var posts = all.stream().map(gain -> gain.subject().id()).collect(Collectors.toSet());
        return platforms.isEmpty() ? posts : rows.on(platforms, posts);
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
