package io.groundswell.series;

import io.groundswell.annotation.TrackedThing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * On whose timelines a question looks: those of what was asked about, and of what holds it.
 *
 * @param own what was asked about
 * @param holders by their labels
 */
record Above(Set<TrackedThing> own, Map<TrackedThing, String> holders) {
    Above {
        // One that was asked about itself is not inherited from.
        holders = new LinkedHashMap<>(holders);
        holders.keySet().removeAll(own);
    }

    Collection<TrackedThing> all() {
        var all = new LinkedHashSet<>(own);
        all.addAll(holders.keySet());
        return all;
    }
}
