package io.groundswell.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Makes segments of sites, for tests of others. */
@ApplicationScoped
public class MadeSegments {
    private final SegmentFold fold;

    MadeSegments(SegmentFold fold) {
        this.fold = fold;
    }

    /** One of so many events, or of what was dropped. */
    public int make(long site, int worth) {
        return fold.step(site, worth, Instant.parse("9999-01-01T00:00:00Z"));
    }
}
