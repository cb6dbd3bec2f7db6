package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Platform;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds new slots for items whose own has passed. A day on which the mission already has its {@code posts_per_day} is
 * closed, and on any other the items go to the slots that the mission left free. Only what finds none of these before
 * the end is given more {@link Leeway}; and only when every day is full, days take twice as many posts, then four
 * times as many, and so on, of which there are no more than needed. The {@link Taken} handed in knows the mission's own
 * posts and is left as it is.
 */
final class CatchUp {
    private final ZoneId zone;
    private final int postsPerDay;
    private final Openings openings;

    CatchUp(Constraints constraints, Instant missionStart, EngagementHistory history) {
        this.zone = constraints.zone();
        this.postsPerDay = constraints.postsPerDay();
        this.openings = new Openings(constraints, missionStart, history);
    }

    /** What one try may ask for: a day takes {@code perDay} posts while fewer than {@code extra} of all were extra. */
    private record Limits(Leeway leeway, int perDay, int extra) {}

    /**
     * New slots at or after {@code from} and before {@code until} for overdue items, one per platform given, in the same order and
     * never earlier than the one before. An item that fits nowhere gets none.
     */
    List<Optional<Slot>> reslot(List<Platform> overdue, Instant from, Instant until, Taken taken) {
        var room = new Span(from, until);
        var best = attempt(overdue, room, taken, new Limits(Leeway.OWN_SLOTS, postsPerDay, 0));
        for (var leeway : List.of(Leeway.OTHER_DAYS, Leeway.USUAL_TIMES, Leeway.ANY_MOMENT)) {
            best = better(best, overdue, room, taken, new Limits(leeway, postsPerDay, 0));
        }
        var extra = missing(best);
        var most = overdue.size() + taken.ownIn(LocalDay.whole(room, zone));
        for (var leeway : List.of(Leeway.ANY_MOMENT, Leeway.FIRST_MOMENT)) {
            for (var perDay = 2 * postsPerDay; perDay < 2 * most; perDay *= 2) {
                best = better(best, overdue, room, taken, new Limits(leeway, perDay, extra));
            }
        }
        return better(best, overdue, room, taken, new Limits(Leeway.FIRST_MOMENT, Integer.MAX_VALUE, overdue.size()));
    }

    /** The slots found so far, unless others under looser limits leave out fewer items. */
    private List<Optional<Slot>> better(
            List<Optional<Slot>> soFar, List<Platform> overdue, Span room, Taken taken, Limits limits) {
        if (missing(soFar) == 0) {
            return soFar;
        }
        var slots = attempt(overdue, room, taken, limits);
        return missing(slots) < missing(soFar) ? slots : soFar;
    }

    private static int missing(List<Optional<Slot>> slots) {
        return (int) slots.stream().filter(Optional::isEmpty).count();
    }

    private List<Optional<Slot>> attempt(List<Platform> overdue, Span room, Taken taken, Limits limits) {
        var busy = taken.copy();
        var slots = new ArrayList<Optional<Slot>>();
        var left = room;
        var extra = limits.extra;
        for (var platform : overdue) {
            var slot = first(platform, left, busy, limits.leeway, extra > 0 ? limits.perDay : postsPerDay);
            slots.add(slot);
            if (slot.isPresent()) {
                var at = slot.get().at();
                extra -= busy.ownIn(LocalDay.at(at, zone).span()) < postsPerDay ? 0 : 1;
                left = new Span(at, room.until());
                busy.addOwn(platform, at);
            }
        }
        return slots;
    }

    private Optional<Slot> first(Platform platform, Span span, Taken taken, Leeway leeway, int perDay) {
        return days(span, leeway)
                .filter(day -> taken.ownIn(day.span()) < perDay)
                .flatMap(day -> openings.in(day, day.span().and(span), platform, taken, leeway).stream())
                .findFirst()
                .map(at -> Slot.in(zone, at, platform));
    }

    private Stream<LocalDay> days(Span span, Leeway leeway) {
        return LocalDay.of(span, zone).filter(day -> openings.on(day, leeway));
    }

    /** The next slot on any day that is not excluded, however full that is: what a person asks for. */
    Optional<Slot> nextOnAnyDay(Platform platform, Instant from, Instant until, Taken taken) {
        var span = new Span(from, until);
        return first(platform, span, taken, Leeway.USUAL_TIMES, Integer.MAX_VALUE)
                .or(() -> first(platform, span, taken, Leeway.ANY_MOMENT, Integer.MAX_VALUE));
    }

    /** The nearest slot on the same day to one that another post has taken meanwhile: the day has room for it. */
    Optional<Slot> nearby(Platform platform, Instant planned, Instant from, Instant until, Taken taken) {
        return openings.near(LocalDay.at(planned, zone), planned, new Span(from, until), platform, taken)
                .map(at -> Slot.in(zone, at, platform));
    }
}
