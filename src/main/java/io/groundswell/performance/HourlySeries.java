package io.groundswell.performance;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A period hour by hour: what days do not tell, and so from what each sample gained. */
@ApplicationScoped
class HourlySeries {
    /** As many as {@code 7d} has: today, and the seven days before. */
    static final int MOST_DAYS = 8;

    private final OverviewRows rows;

    HourlySeries(OverviewRows rows) {
        this.rows = rows;
    }

    /** A step for each whole hour (UTC) that the period has a part in. */
    List<Overview.Step> of(Owner owner, Period period, ZoneId zone, Set<Platform> platforms) {
        if (period.days() > MOST_DAYS) {
            throw Refusal.invalid("granularity", "granularity 'hour' is for periods of at most %d days", MOST_DAYS);
        }
        var stretch = period.in(zone);
        var slices = new HashMap<Instant, Slice>();
        rows.publishedByHour(owner, stretch, platforms)
                .forEach((hour, posts) -> slices.put(hour, new Slice(posts, Figures.NONE)));
        rows.gainedByHour(owner, stretch, platforms)
                .forEach((hour, figures) -> slices.merge(hour, new Slice(0, figures), Slice::plus));
        return Stream.iterate(
                        hour(stretch.from()), at -> at.isBefore(stretch.until()), at -> at.plus(1, ChronoUnit.HOURS))
                .map(at -> new Overview.Step(at.toString(), slices.getOrDefault(at, Slice.NONE)))
                .toList();
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
