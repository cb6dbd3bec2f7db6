package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApartTest {
    @Test
    void counts_what_was_done() {
        assertThat(Apart.each(List.of(1, 2, 3), number -> number)).isEqualTo(6);
        assertThat(Apart.each(List.<Integer>of(), number -> number)).isZero();
    }

    @Test
    void does_all_the_others_and_then_tells_all_that_failed() {
        var done = new ArrayList<Integer>();
        assertThatThrownBy(() -> Apart.each(List.of(1, 2, 3, 4), number -> {
                    if (number % 2 == 0) {
                        throw new IllegalStateException("even " + number);
                    }
                    done.add(number);
                    return 1;
                }))
                .hasMessage("even 2")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("even 4"));
        assertThat(done).containsExactly(1, 3);
    }
}
