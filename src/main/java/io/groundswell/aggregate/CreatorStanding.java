package io.groundswell.aggregate;

import java.util.UUID;

/**
 * A creator in a ranking, with what the videos have together. What is not known is null.
 *
 * @param measured of how many videos the views are known
 * @param engagement likes, comments, shares and saves together
 */
public record CreatorStanding(
        UUID id,
        String handle,
        String displayName,
        Long followers,
        long posts,
        long measured,
        Counts counts,
        Long engagement) {
    private static final double PERCENT = 100;

    public Double averageViews() {
        return measured == 0 ? null : (Double) ((double) counts.views() / measured);
    }

    /** In percent of views; null where it is not known, or there are none. */
    public Double engagementRate() {
        var views = counts.views();
        return engagement == null || views == null || views == 0 ? null : (Double) (PERCENT * engagement / views);
    }
}
