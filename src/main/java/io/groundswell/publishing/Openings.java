package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Platform;
import io.groundswell.mission.PostingDays;
import io.groundswell.mission.PostingTimes;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The moments at which a mission could post once more. At a time of day none of its other posts goes out, on whatever
 * platform, for a slot has one post; only among all moments of the {@link PostingWindow} that is no condition.
 */
final class Openings {
    private final PostingDays days;
    private final List<LocalTime> own;
    private final List<LocalTime> ownAndUsual;
    private final PostingWindow window;
    private final BestHours bestHours;

    Openings(Constraints constraints, Instant missionStart, EngagementHistory history) {
        this.days = new PostingDays(constraints, missionStart);
        this.own = PostingTimes.of(constraints);
        var usual = PostingTimes.USUAL.stream().filter(time -> PostingTimes.inWindow(constraints, time));
        this.ownAndUsual = Stream.concat(own.stream(), usual).distinct().toList();
        this.window = PostingWindow.of(constraints);
        this.bestHours = new BestHours(constraints, history);
    }

    boolean on(LocalDay day, Leeway leeway) {
        return leeway == Leeway.OWN_SLOTS ? days.include(day.date()) : days.allow(day.date());
    }

    /** A moment inside a span of the day: with optimal times the best hour, else the earliest there is. */
    Optional<Instant> in(LocalDay day, Span span, Platform platform, Taken taken, Leeway leeway) {
        if (leeway == Leeway.FIRST_MOMENT) {
            return anyMoment(day, span, platform, taken);
        }
        Predicate<Instant> isOpen = at -> taken.isFree(platform, at) && !taken.isOwn(at);
        var times = leeway.reaches(Leeway.USUAL_TIMES) ? ownAndUsual : own;
        var onTime = bestHours.best(platform, day, span, isOpen).or(() -> times.stream()
                .map(day::at)
                .filter(at -> span.contains(at) && isOpen.test(at))
                .min(Instant::compareTo));
        return leeway == Leeway.ANY_MOMENT ? onTime.or(() -> anyMoment(day, span, platform, taken)) : onTime;
    }

    private Optional<Instant> anyMoment(LocalDay day, Span span, Platform platform, Taken taken) {
        var room = window.on(day).and(span);
        return taken.firstFree(platform, new Span(Taken.roundUp(room.from()), room.until()));
    }

    /** The free moment of the day nearest to a time that something else has taken, as {@link SlotPlanner} has it. */
    Optional<Instant> near(LocalDay day, Instant time, Span span, Platform platform, Taken taken) {
        var open = day.span().and(span);
        return taken.nearest(platform, time, window.on(day).and(open)).or(() -> taken.nearest(platform, time, open));
    }
}
