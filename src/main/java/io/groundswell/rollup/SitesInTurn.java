package io.groundswell.rollup;

import io.groundswell.site.SitesBehind;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Brings sites forward a step at a time, so that neither a large one nor one that fails keeps the others waiting. */
@ApplicationScoped
class SitesInTurn {
    private final OneByOne oneByOne;
    private final Clock clock;

    SitesInTurn(OneByOne oneByOne, Clock clock) {
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /**
     * Until none was further behind when its turn came than a step goes, or the time is over. What comes meanwhile waits for
     * the next round: more of it at once costs little more.
     *
     * @param behind {@value SitesBehind#MOST_SITES} of them, or all
     * @param step how far it brings a site
     * @param most how far a step brings a site at most
     * @return how far they came, all together
     */
    int bring(Round round, Supplier<List<Long>> behind, ToIntFunction<Long> step, int most, Instant deadline) {
        var done = 0;
        boolean more;
        do {
            var sites = behind.get();
            more = sites.size() == SitesBehind.MOST_SITES;
            for (var site : sites) {
                if (clock.instant().isBefore(deadline)) {
                    var some = oneByOne.attempt(round, "site " + site, () -> step.applyAsInt(site))
                            .orElse(0);
                    done += some;
                    more |= some >= most;
                }
            }
        } while (more && clock.instant().isBefore(deadline));
        return done;
    }
}
