package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PostingTimesTest {

    @Test
    void usual_times_fill_what_is_missing_best_first() {
        assertThat(times(new SomeConstraints().postsPerDay(1))).containsExactly("09:00");
        assertThat(times(new SomeConstraints().postsPerDay(3))).containsExactly("09:00", "12:00", "14:00");
        assertThat(times(new SomeConstraints().postsPerDay(7)))
                .containsExactly("07:00", "09:00", "11:00", "12:00", "14:00", "16:00", "17:00");
    }

    @Test
    void own_times_come_first_and_only_as_many_as_posts() {
        assertThat(times(new SomeConstraints().postsPerDay(2).at("18:30", "08:15", "12:00")))
                .containsExactly("08:15", "18:30");
        assertThat(times(new SomeConstraints().postsPerDay(3).at("18:30", "18:30", "09:00")))
                .containsExactly("09:00", "14:00", "18:30");
    }

    @Test
    void fill_stays_in_the_window_while_it_can() {
        // Given
        var given = new SomeConstraints().between("16:30", "18:00");
        // Then
        assertThat(times(given.postsPerDay(4))).containsExactly("16:30", "17:00", "17:30", "18:00");
        assertThat(times(given.postsPerDay(1).at("22:00"))).containsExactly("22:00");
        assertThat(times(given.postsPerDay(9)))
                .containsExactly("09:00", "16:30", "16:45", "17:00", "17:15", "17:30", "17:45", "18:00", "22:00");
    }

    @Property
    void any_number_of_posts_gets_as_many_distinct_times_in_order(
            @ForAll @IntRange(min = 1, max = 50) int posts, @ForAll @IntRange(min = 0, max = 59) int minute) {
        // Given
        var own = Stream.of("07", "23", "00").map(hour -> "%s:%02d".formatted(hour, minute));
        // When
        var times = times(new SomeConstraints().postsPerDay(posts).at(own.toList()));
        // Then
        assertThat(times).hasSize(posts).doesNotHaveDuplicates().isSorted();
    }

    private static List<String> times(SomeConstraints given) {
        return PostingTimes.of(given.build()).stream().map(Object::toString).toList();
    }
}
