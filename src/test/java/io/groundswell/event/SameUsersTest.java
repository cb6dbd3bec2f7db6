package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameUsersTest {
    private final SameUsers users = new SameUsers();

    @Test
    void a_chain_has_one_link() {
        tell("a", "b");
        tell("b", "c");
        assertThat(users.told()).containsExactlyInAnyOrder(same("a", "c"), same("b", "c"));
    }

    @Test
    void whoever_becomes_a_former_id_becomes_the_one_that_stands_for_it() {
        tell("b", "c");
        tell("a", "b");
        assertThat(users.told()).containsExactlyInAnyOrder(same("b", "c"), same("a", "c"));
    }

    @Test
    void the_way_round_and_a_ring_change_nothing() {
        tell("a", "b");
        tell("b", "a");
        assertThat(users.told()).containsExactly(same("a", "b"));
        tell("b", "c");
        tell("c", "a");
        assertThat(users.told()).containsExactlyInAnyOrder(same("a", "c"), same("b", "c"));
    }

    @Test
    void what_is_told_last_counts() {
        tell("a", "b");
        tell("a", "c");
        assertThat(users.told()).containsExactly(same("a", "c"));
    }

    @Test
    void a_user_has_a_thousand_former_ids_and_not_one_more() {
        for (var n = 0; n < SameUsers.MOST; n++) {
            assertThat(users.tell(same("a" + n, "u"))).isTrue();
        }
        assertThat(users.tell(same("one more", "u"))).isFalse();
        assertThat(users.tell(same("u", "another"))).isFalse();
        assertThat(users.tell(same("a7", "u"))).isTrue();
        assertThat(users.told()).hasSize(SameUsers.MOST);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_id_that_stands_for_others_has_one_that_stands_for_it(long seed) {
        // Given what is kept from batch to batch
        var random = new Random(seed);
        var kept = new HashMap<String, String>();
        for (var batch = 0; batch < 40; batch++) {
            var some = new SameUsers();
            kept.forEach((previous, user) -> some.know(same(previous, user)));
            // When
            for (var n = 0; n < 1 + random.nextInt(3); n++) {
                var two = same("u" + random.nextInt(8), "u" + random.nextInt(8));
                if (!two.previousId().equals(two.userId())) {
                    some.tell(two);
                    some.told().forEach(one -> kept.put(one.previousId(), one.userId()));
                    // Then both are the same from now on
                    assertThat(kept.getOrDefault(two.previousId(), two.previousId()))
                            .isEqualTo(kept.getOrDefault(two.userId(), two.userId()));
                }
            }
            assertThat(kept.values()).doesNotContainAnyElementsOf(kept.keySet());
        }
    }

    private void tell(String previousId, String userId) {
        assertThat(users.tell(same(previousId, userId))).isTrue();
    }

    private static Identification same(String previousId, String userId) {
        return new Identification(previousId, userId);
    }
}
