package io.groundswell.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Sample;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class BucketsProperties {

    /** The number that the database gives a count, as it defines {@code width_bucket}. */
    private static int number(long views) {
        var number = 0;
        for (var least : Buckets.least()) {
            number += least <= views ? 1 : 0;
        }
        return number;
    }

    @Property
    void a_count_is_in_its_bucket(@ForAll @LongRange(max = Sample.MOST) long views) {
        var buckets = Buckets.filled(new TreeMap<>(Map.of(number(views), 3L)));

        assertThat(buckets).singleElement().satisfies(bucket -> {
            assertThat(views).isBetween(bucket.least(), bucket.most());
            assertThat(bucket.videos()).isEqualTo(3);
        });
    }

    @Property
    void buckets_have_no_gaps(
            @ForAll @LongRange(max = Sample.MOST) long few, @ForAll @LongRange(max = Sample.MOST) long many) {
        var videos = new TreeMap<Integer, Long>();
        videos.put(number(few), 1L);
        videos.put(number(many), 1L);

        var buckets = Buckets.filled(videos);

        assertThat(buckets.get(0).least()).isLessThanOrEqualTo(Math.min(few, many));
        assertThat(buckets.get(buckets.size() - 1).most()).isGreaterThanOrEqualTo(Math.max(few, many));

        for (var at = 1; at < buckets.size(); at++) {
            assertThat(buckets.get(at).least()).isEqualTo(buckets.get(at - 1).most() + 1);
        }
    }

    @Example
    void none_is_a_bucket_of_its_own() {
        assertThat(Buckets.filled(new TreeMap<>(Map.of(number(0), 1L, number(3), 2L))))
                .containsExactly(
                        new Distribution.Bucket(0, 0, 1),
                        new Distribution.Bucket(1, 1, 0),
                        new Distribution.Bucket(2, 4, 2));
    }
}
