package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Platform;
import io.groundswell.mission.PostingDays;
import io.groundswell.mission.PostingTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds new slots for items whose own has passed. They go on any day the mission may post on, whether or not its
 * cadence picks it, at a posting time or a usual one ({@link PostingTimes#USUAL}) that is free; with optimal times at
 * the best free hour left of the first day that has one. When no such time is left before the end, any free moment in
 * the {@link PostingWindow} will do.
 */
public final class CatchUp {
    private final ZoneId zone;
    private final int postsPerDay;
    private final PostingDays days;
    private final List<LocalTime> times;
    private final PostingWindow window;
    private final BestHours bestHours;

    public CatchUp(Constraints constraints, Instant missionStart, EngagementHistory history) {
        this.zone = constraints.zone();
        this.postsPerDay = constraints.postsPerDay();
        this.days = new PostingDays(constraints, missionStart);
        var usual = PostingTimes.USUAL.stream().filter(time -> PostingTimes.inWindow(constraints, time));
        this.times = Stream.concat(PostingTimes.of(constraints).stream(), usual)
                .distinct()
                .sorted()
                .toList();
        this.window = PostingWindow.of(constraints);
        this.bestHours = new BestHours(constraints, history);
    }

    /** The next free slot at or after {@code from} and before {@code until}; none when there is no room. */
    public Optional<Slot> nextFree(Platform platform, Instant from, Instant until, Taken taken) {
        return search(platform, new Span(from, until), taken, day -> true);
    }

    /**
     * New slots for overdue items, one per platform given, in the same order and never earlier than the one before. At
     * most {@code posts_per_day} of them land on one day; where that leaves no room for all before {@code until}, twice
     * as many, and so on. An item that fits nowhere gets none. {@code taken} is left as it is.
     */
    public List<Optional<Slot>> reslot(List<Platform> overdue, Instant from, Instant until, Taken taken) {
        var room = new Span(from, until);
        var perDay = postsPerDay;
        var slots = reslot(overdue, room, taken.copy(), perDay);
        while (slots.contains(Optional.<Slot>empty()) && perDay < overdue.size()) {
            perDay *= 2;
            slots = reslot(overdue, room, taken.copy(), perDay);
        }
        return slots;
    }

    private List<Optional<Slot>> reslot(List<Platform> overdue, Span room, Taken busy, int perDay) {
        var slots = new ArrayList<Optional<Slot>>();
        var caughtUp = new HashMap<LocalDate, Integer>();
        var left = room;
        for (var platform : overdue) {
            var slot = search(platform, left, busy, day -> caughtUp.getOrDefault(day, 0) < perDay);
            slots.add(slot);
            if (slot.isPresent()) {
                var at = slot.get().at();
                left = new Span(at, room.until());
                busy.add(platform, at);
                caughtUp.merge(at.atZone(zone).toLocalDate(), 1, Integer::sum);
            }
        }
        return slots;
    }

    private Optional<Slot> search(Platform platform, Span span, Taken taken, Predicate<LocalDate> hasRoom) {
        var open = LocalDay.of(span, zone)
                .filter(day -> days.allow(day.date()) && hasRoom.test(day.date()))
                .toList();
        return open.stream()
                .flatMap(day -> onTime(platform, day, day.span().and(span), taken).stream())
                .findFirst()
                .or(() -> open.stream()
                        .flatMap(day -> anyTime(platform, day, span, taken).stream())
                        .findFirst())
                .map(at -> Slot.in(zone, at, platform));
    }

    private Optional<Instant> onTime(Platform platform, LocalDay day, Span open, Taken taken) {
        return bestHours.best(platform, day, open, taken).or(() -> times.stream()
                .map(day::at)
                .filter(at -> open.contains(at) && taken.isFree(platform, at))
                .min(Instant::compareTo));
    }

    private Optional<Instant> anyTime(Platform platform, LocalDay day, Span span, Taken taken) {
        var room = window.on(day).and(span);
        return taken.firstFree(platform, new Span(Taken.roundUp(room.from()), room.until()));
    }
}
