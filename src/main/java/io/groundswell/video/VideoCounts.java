package io.groundswell.video;

import io.groundswell.metric.Counters;
import io.groundswell.metric.LatestFigures;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where the counters of videos stood when they were last measured. */
@ApplicationScoped
public class VideoCounts {
    private final LatestFigures figures;

    VideoCounts(LatestFigures figures) {
        this.figures = figures;
    }

    @Transactional
    public Map<UUID, Counters> of(Owner owner, Collection<Video> videos) {
        return figures.of(owner, videos.stream().map(Video::id).toList());
    }
}
