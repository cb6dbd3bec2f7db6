package io.groundswell.creator;

import io.groundswell.metric.Counter;
import io.groundswell.metric.LatestFigures;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many followed creators when that was last measured. */
@ApplicationScoped
public class FollowerCounts {
    private final LatestFigures figures;

    FollowerCounts(LatestFigures figures) {
        this.figures = figures;
    }

    /** Null for one whose followers nobody has counted. */
    @Transactional
    public Map<UUID, Long> of(Owner owner, Collection<Creator> creators) {
        var followers = new HashMap<UUID, Long>();
        figures.of(owner, creators.stream().map(Creator::id).toList())
                .forEach((id, counters) -> followers.put(id, counters.get(Counter.FOLLOWERS)));
        return followers;
    }
}
