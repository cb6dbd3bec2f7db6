package io.groundswell.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void a_part_of_the_range_of_keys_holds_as_large_a_part_of_the_keys() {
        // Given
        var keys = new Random(1).longs(100_000).toArray();
        for (var wanted : new long[] {1_000, 10_000, 50_000}) {
            // When
            var share = Share.of(wanted, keys.length);
            // Then
            assertThat(held(keys, share)).isBetween(wanted, wanted * 12 / 10);
        }
    }

    @Test
    void when_there_are_no_more_than_are_wanted_all_are_looked_at() {
        assertThat(Share.of(10_000, 9_000)).isEqualTo(Share.ALL);
        assertThat(Share.of(10_000, 0)).isEqualTo(Share.ALL);
        assertThat(Share.ALL.bound()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void too_small_a_share_grows_with_what_is_missing_until_it_is_all() {
        var share = Share.of(1_000, 100_000);
        assertThat(share.larger(1_000, 900).part()).isEqualTo(2 * share.part());
        assertThat(share.larger(1_000, 100).part()).isBetween(10 * share.part(), 11 * share.part());
        assertThat(share.larger(1_000, 0).isAll()).isTrue();
        assertThat(new Share(0.7).larger(1_000, 999).isAll()).isTrue();
    }

    private static long held(long[] keys, Share share) {
        var held = 0L;
        for (var key : keys) {
            held += key <= share.bound() ? 1 : 0;
        }
        return held;
    }
}
