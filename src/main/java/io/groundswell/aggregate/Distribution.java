package io.groundswell.aggregate;

import java.util.List;

/**
 * How many videos have how many views.
 *
 * @param buckets from the first to the last that has a video, without a gap
 * @param percentiles the counts that the {@link #SHARES} of videos do not exceed; null where there is no video
 */
public record Distribution(List<Bucket> buckets, List<Long> percentiles, long total) {
    static final List<Double> SHARES = List.of(0.25, 0.5, 0.75, 0.9, 0.99);

    /**
     * @param least of views
     * @param most of views
     */
    public record Bucket(long least, long most, long videos) {}
}
