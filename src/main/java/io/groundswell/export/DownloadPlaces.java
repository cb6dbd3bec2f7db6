package io.groundswell.export;

import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many downloads run at once on this instance: each holds a thread for as long as its client takes to read. */
@ApplicationScoped
class DownloadPlaces {
    static final int OF_AN_OWNER = 4;
    private static final int IN_ALL = 32;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Map<Owner, Integer> taken = new HashMap<>();

    /** Room for one download, which is given back by running this, once or more often. */
    synchronized Runnable take(Owner owner) {
        var all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (taken.getOrDefault(owner, 0) >= OF_AN_OWNER || all >= IN_ALL) {
            throw Refusal.later(
                    ExportError.TOO_MANY_DOWNLOADS, WAIT, "Too many downloads at once. Try again in a few seconds");
        }
        taken.merge(owner, 1, Integer::sum);
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                giveBack(owner);
            }
        };
    }

    private synchronized void giveBack(Owner owner) {
        taken.computeIfPresent(owner, (any, count) -> count == 1 ? null : count - 1);
    }
}
