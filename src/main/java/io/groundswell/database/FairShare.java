package io.groundswell.database;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Places on one instance that organizations share: no single one gets more than its part. */
public final class FairShare {
    private final int places;
    private final int ofOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private int takenByAll;

    public FairShare(int places, int ofOne) {
        this.places = places;
        this.ofOne = ofOne;
    }

    /** Whether there was a place. Whoever enters must leave. */
    public synchronized boolean enter(String organizationId) {
        if (takenByAll == places || taken.getOrDefault(organizationId, 0) == ofOne) {
            return false;
        }
        takenByAll++;
        taken.merge(organizationId, 1, Integer::sum);
        return true;
    }

    /**
     * The same, and waits when there is none: for threads that may wait, as long as few of an organization do.
     *
     * @param most that may wait of an organization
     */
    public synchronized boolean enter(String organizationId, Duration patience, int most) throws InterruptedException {
        if (enter(organizationId)) {
            return true;
        }
        if (waiting.getOrDefault(organizationId, 0) == most) {
            return false;
        }
        waiting.merge(organizationId, 1, Integer::sum);
        try {
            var end = System.nanoTime() + patience.toNanos();
            for (var left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                if (enter(organizationId)) {
                    return true;
                }
            }
            return false;
        } finally {
            oneLess(waiting, organizationId);
        }
    }

    public synchronized void leave(String organizationId) {
        takenByAll--;
        oneLess(taken, organizationId);
        notifyAll();
    }

    private static void oneLess(Map<String, Integer> counts, String organizationId) {
        counts.computeIfPresent(organizationId, (id, own) -> own == 1 ? null : own - 1);
    }
}
