package io.groundswell.recording;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Sample;
import io.groundswell.shared.Refusal;
import java.time.LocalDate;
import java.util.Collection;

/**
 * What a thing may gain on a day. A counter that falls and rises again gains anew each time, so that its own bound does not bound what a
 * day comes to, and sums of days are to fit.
 */
final class DailyBound {
    static final long MOST = Sample.MOST;

    private DailyBound() {}

    /** Days that are beyond it already, such as those of a thing that moved to another zone, may stay as they are. */
    static void require(Collection<Outcome> outcomes) {
        outcomes.forEach(outcome -> outcome.days()
                .forEach((date, day) -> day.gained().values().forEach((counter, gained) -> {
                    var before = outcome.was()
                            .getOrDefault(date, TrackedDay.NOTHING)
                            .gained()
                            .get(counter);
                    if (Math.abs(gained) > Math.max(MOST, before == null ? 0 : Math.abs(before))) {
                        throw beyond(outcome.now(), date, counter);
                    }
                })));
    }

    private static Refusal beyond(Tracked thing, LocalDate date, Counter counter) {
        return Refusal.invalid(
                "snapshots",
                "snapshots must not come to more than %,d %s on a day, which those of %s do on %s",
                MOST,
                counter.column(),
                thing.id(),
                date);
    }
}
