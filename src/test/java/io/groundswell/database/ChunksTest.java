package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void all_but_the_last_have_the_size() {
        assertThat(Chunks.of(List.of(1, 2, 3), 2)).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void none_is_heavier_than_what_one_alone_may_be() {
        assertThat(Chunks.of(List.of(3, 4, 9, 2, 0, 5, 0, 1), Integer::longValue, 7))
                .containsExactly(List.of(3, 4), List.of(9), List.of(2, 0, 5, 0), List.of(1));
    }

    @Test
    void nothing_has_no_chunks() {
        assertThat(Chunks.of(List.<Integer>of(), Integer::longValue, 7)).isEmpty();
    }
}
