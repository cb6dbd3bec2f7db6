package io.groundswell.mission;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The local days a mission posts on. Weekly and slower cadences count their rounds from the first day whose slots all
 * lie after the mission's start; when a round begins on an excluded day its post moves to the next allowed one, for
 * otherwise a weekly mission could be left without a single post.
 */
public final class PostingDays {
    private final Cadence cadence;
    private final Set<DayOfWeek> excluded;
    private final LocalDate anchor;

    public PostingDays(Constraints constraints, Instant start) {
        this.cadence = constraints.cadence();
        this.excluded = constraints.excluded();
        var began = start.atZone(constraints.zone()).toLocalDateTime();
        var firstSlot = PostingTimes.of(constraints).get(0);
        this.anchor =
                began.toLocalTime().isAfter(firstSlot) ? began.toLocalDate().plusDays(1) : began.toLocalDate();
    }

    public boolean include(LocalDate day) {
        if (cadence.everyDays() == 1) {
            return allow(day);
        }
        return allow(day) && isDue(day);
    }

    /** Whether posting is allowed on that day at all, whether or not the cadence picks it. */
    public boolean allow(LocalDate day) {
        var weekday = day.getDayOfWeek();
        var atWork = cadence != Cadence.WEEKDAYS || weekday.compareTo(DayOfWeek.FRIDAY) <= 0;
        return atWork && !excluded.contains(weekday);
    }

    private boolean isDue(LocalDate day) {
        var candidate = day;
        while (!beginsRound(candidate)) {
            candidate = candidate.minusDays(1);
            if (allow(candidate)) {
                return false;
            }
        }
        return true;
    }

    private boolean beginsRound(LocalDate day) {
        return !day.isBefore(anchor) && ChronoUnit.DAYS.between(anchor, day) % cadence.everyDays() == 0;
    }
}
