package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairShareTest {
    private final FairShare places = new FairShare(3, 2);

    @Test
    void nobody_gets_more_than_a_part_and_all_together_no_more_than_there_is() {
        assertThat(places.enter("ada")).isTrue();
        assertThat(places.enter("ada")).isTrue();
        assertThat(places.enter("ada")).isFalse();
        assertThat(places.enter("bob")).isTrue();
        assertThat(places.enter("bob")).isFalse();
    }

    @Test
    void a_place_that_is_left_is_free_again() {
        places.enter("ada");
        places.enter("ada");
        places.enter("bob");
        places.leave("ada");
        assertThat(places.enter("bob")).isTrue();
        places.leave("bob");
        places.leave("bob");
        assertThat(places.enter("ada")).isTrue();
        assertThat(places.enter("ada")).isFalse();
        assertThat(places.enter("bob")).isTrue();
    }
}
