package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    @Test
    void some_wait_for_a_place_that_is_left() throws Exception {
        places.enter("ada");
        places.enter("ada");
        var late = CompletableFuture.supplyAsync(() -> waitFor("ada", Duration.ofSeconds(30)));
        places.leave("ada");
        assertThat(late.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobody_waits_for_ever_nor_with_more_than_so_many_others() throws Exception {
        places.enter("ada");
        places.enter("ada");
        assertThat(waitFor("ada", Duration.ofMillis(1))).isFalse();
        assertThat(places.enter("ada", Duration.ofMinutes(1), 0)).isFalse();
        assertThat(places.enter("bob", Duration.ofMinutes(1), 0)).isTrue();
    }

    private boolean waitFor(String organization, Duration patience) {
        try {
            return places.enter(organization, patience, 2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
