package io.groundswell.rollup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Brings sites forward a step at a time, so that a large one does not keep the others waiting. */
final class SitesInTurn {
    private SitesInTurn() {}

    /**
     * Until none is behind, or the time is over.
     *
     * @param step how far it brings a site
     * @return how far they came, all together
     */
    static int bring(Supplier<List<Long>> behind, ToIntFunction<Long> step, Clock clock, Instant deadline) {
        var done = 0;
        int some;
        do {
            some = 0;
            for (var site : behind.get()) {
                if (clock.instant().isBefore(deadline)) {
                    some += step.applyAsInt(site);
                }
            }
            done += some;
        } while (some > 0 && clock.instant().isBefore(deadline));
        return done;
    }
}
