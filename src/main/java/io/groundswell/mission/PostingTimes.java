package io.groundswell.mission;

import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The clock times a mission posts at on one of its days, as many as its {@code posts_per_day}, in order of time.
 *
 * <p>The mission's own posting times come first, as written. What is missing is filled from {@link #USUAL}, then from
 * the whole hours by day, then those of the night, the half hours and the quarters; those between the mission's earliest and
 * latest time before all others.
 */
public final class PostingTimes {
    /** When people read, best first; the fill for missions that name no times. */
    public static final List<LocalTime> USUAL =
            Stream.of(9, 14, 12, 17, 11, 16).map(hour -> LocalTime.of(hour, 0)).toList();

    /** Hours in which people are awake, before all others. */
    private static final List<LocalTime> BY_DAY =
            IntStream.rangeClosed(7, 21).mapToObj(hour -> LocalTime.of(hour, 0)).toList();

    private static final List<LocalTime> FILL = Stream.of(
                    USUAL, BY_DAY, hourlyAt(0), hourlyAt(30), hourlyAt(15), hourlyAt(45))
            .flatMap(List::stream)
            .toList();

    private PostingTimes() {}

    public static List<LocalTime> of(Constraints constraints) {
        var chosen = new LinkedHashSet<>(constraints.times());
        FILL.stream().filter(time -> inWindow(constraints, time)).forEach(chosen::add);
        chosen.addAll(FILL);
        return chosen.stream().limit(constraints.postsPerDay()).sorted().toList();
    }

    /** Whether the time lies between the mission's earliest and latest time, both included, so far as they are set. */
    public static boolean inWindow(Constraints constraints, LocalTime time) {
        return constraints.earliest().map(earliest -> !time.isBefore(earliest)).orElse(true)
                && constraints.latest().map(latest -> !time.isAfter(latest)).orElse(true);
    }

    private static List<LocalTime> hourlyAt(int minute) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> LocalTime.of(hour, minute))
                .toList();
    }
}
