package io.groundswell.database;

import java.util.HashMap;
import java.util.Map;

/** Places on one instance that organizations share: no single one gets more than its part. */
public final class FairShare {
    private final int places;
    private final int ofOne;
    private final Map<String, Integer> taken = new HashMap<>();
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

    public synchronized void leave(String organizationId) {
        takenByAll--;
        taken.computeIfPresent(organizationId, (id, own) -> own == 1 ? null : own - 1);
    }
}
