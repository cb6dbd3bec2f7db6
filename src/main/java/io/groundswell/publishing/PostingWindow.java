package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a day a mission may post in on its own judgement, both ends included: 07:00 to 21:00 unless it sets its
 * own. A single bound that leaves nothing of that opens the other one to the end of the day.
 */
record PostingWindow(LocalTime earliest, LocalTime latest) {
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    static PostingWindow of(Constraints constraints) {
        var earliest = constraints.earliest();
        var latest = constraints.latest();
        return new PostingWindow(
                earliest.orElse(latest.orElse(EVENING).isBefore(MORNING) ? LocalTime.MIDNIGHT : MORNING),
                latest.orElse(earliest.orElse(MORNING).isAfter(EVENING) ? LAST_MINUTE : EVENING));
    }

    Span on(LocalDay day) {
        return new Span(day.at(earliest), day.at(latest).plusSeconds(1)).and(day.span());
    }

    /** The whole hours from earliest to latest. */
    List<LocalTime> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .filter(time -> !time.isBefore(earliest) && !time.isAfter(latest))
                .toList();
    }
}
