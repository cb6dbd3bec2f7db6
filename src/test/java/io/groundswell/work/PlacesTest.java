package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private boolean isFull = true;

    @Test
    void a_place_for_which_there_was_no_thread_is_free_again() {
        // Given
        var places = new Places(1, work -> {
            if (isFull) {
                throw new RejectedExecutionException("Planned by a test");
            }
            work.run();
        });
        var due = new ArrayDeque<>(List.of("lost", "done"));
        // When
        var first = places.fill(() -> due.size() > 1, () -> Optional.of(due.remove()), thing -> 1);
        isFull = false;
        var second = places.fill(() -> !due.isEmpty(), () -> Optional.of(due.remove()), thing -> 1);
        // Then
        assertThat(first).singleElement().matches(place -> place.isCompletedExceptionally());
        assertThat(second).singleElement().satisfies(place -> assertThat(place.join())
                .isOne());
    }
}
