package io.groundswell.event;

import static io.groundswell.event.SameUsers.Answer.FULL;
import static io.groundswell.event.SameUsers.Answer.KEPT;
import static io.groundswell.event.SameUsers.Answer.UNKNOWN;
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
            tell("a" + n, "u");
        }
        assertThat(users.tell(same("one more", "u"))).isEqualTo(FULL);
        assertThat(users.tell(same("u", "another"))).isEqualTo(FULL);
        tell("a7", "u");
        assertThat(users.told()).hasSize(SameUsers.MOST);
    }

    @Test
    void former_ids_count_that_are_not_known_and_their_user_keeps_the_id() {
        users.count("u", SameUsers.MOST - 2);
        tell("a", "u");
        assertThat(users.tell(same("u", "another"))).isEqualTo(UNKNOWN);
        tell("b", "u");
        assertThat(users.tell(same("c", "u"))).isEqualTo(FULL);
        // One that leaves makes room.
        tell("b", "another");
        tell("c", "u");
        assertThat(users.told()).containsExactlyInAnyOrder(same("a", "u"), same("b", "another"), same("c", "u"));
    }

    @Test
    void what_is_known_by_name_is_not_counted_again() {
        users.know(same("a", "u"));
        users.know(same("b", "u"));
        users.count("u", 2);
        tell("u", "v");
        assertThat(users.told()).containsExactlyInAnyOrder(same("a", "v"), same("b", "v"), same("u", "v"));
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
        assertThat(users.tell(same(previousId, userId))).isEqualTo(KEPT);
    }

    private static Identification same(String previousId, String userId) {
        return new Identification(previousId, userId);
    }
}
