package io.groundswell.aggregate;

import io.groundswell.aggregate.Distribution.Bucket;
import io.groundswell.metric.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Buckets of a histogram for what differs by powers of ten: 0, 1, 2 to 4, 5 to 9, 10 to 19, and so on. They are always the same. */
final class Buckets {
    private static final List<Integer> STEPS = List.of(1, 2, 5);
    /** The least of each, and of one that nothing falls into. */
    private static final List<Long> BOUNDS = bounds();

    private Buckets() {}

    private static List<Long> bounds() {
        var bounds = new ArrayList<Long>(List.of(0L));
        for (var power = 1L; power <= Sample.MOST; power *= 10) {
            for (var step : STEPS) {
                bounds.add(step * power);
            }
        }
        return List.copyOf(bounds);
    }

    static Long[] least() {
        return BOUNDS.toArray(Long[]::new);
    }

    /** @param videos how many there are in a bucket, by its number, from 1 */
    static List<Bucket> filled(SortedMap<Integer, Long> videos) {
        var buckets = new ArrayList<Bucket>();
        if (!videos.isEmpty()) {
            for (var number = videos.firstKey(); number <= videos.lastKey(); number++) {
                buckets.add(
                        new Bucket(BOUNDS.get(number - 1), BOUNDS.get(number) - 1, videos.getOrDefault(number, 0L)));
            }
        }
        return buckets;
    }
}
