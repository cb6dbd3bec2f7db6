package io.groundswell.publishing;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialsTest {
    private static final LocalTime BEST = LocalTime.of(14, 0);
    private static final List<LocalTime> DAY = hours(7, 21);

    private static List<LocalTime> hours(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .toList();
    }

    private static List<LocalTime> tried(int rounds, List<LocalTime> free) {
        return IntStream.range(0, rounds)
                .mapToObj(round -> Trials.hour(round, free, BEST))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void three_of_thirteen_slots_try_mornings_and_evenings_in_turn() {
        assertThat(IntStream.range(0, 26)
                        .filter(round -> Trials.hour(round, DAY, BEST).isPresent()))
                .containsExactly(4, 8, 12, 17, 21, 25);
        assertThat(tried(26, DAY)).extracting(LocalTime::getHour).containsExactly(7, 18, 8, 19, 9, 20);
    }

    @Test
    void after_three_weeks_of_two_posts_a_day_either_other_part_has_five_posts_or_nearly_and_after_four_it_has() {
        assertThat(tried(3 * 14, DAY).stream().filter(hour -> PartOfDay.at(hour) == PartOfDay.EVENING))
                .hasSize(4);
        assertThat(tried(4 * 14, DAY).stream().filter(hour -> PartOfDay.at(hour) == PartOfDay.EVENING))
                .hasSize(6);
        assertThat(tried(4 * 14, DAY).stream().filter(hour -> PartOfDay.at(hour) == PartOfDay.MORNING))
                .hasSize(6);
    }

    @Test
    void in_the_end_every_hour_of_the_other_parts_was_tried() {
        assertThat(tried(100, DAY)).containsAll(hours(7, 11)).containsAll(hours(18, 21));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void trials_fall_on_every_weekday_however_many_days_a_week_has_posts(int days) {
        assertThat(IntStream.range(0, 26 * days)
                        .filter(round -> Trials.hour(round, DAY, BEST).isPresent())
                        .mapToObj(round -> round % days)
                        .collect(toSet()))
                .hasSize(days);
    }

    @Test
    void a_window_inside_one_part_of_the_day_is_tried_hour_by_hour() {
        assertThat(tried(26, hours(13, 16))).extracting(LocalTime::getHour).containsExactly(13, 15, 16, 13, 15, 16);
    }

    @Test
    void where_there_is_one_hour_only_there_is_nothing_to_try() {
        assertThat(tried(26, List.of(BEST))).isEmpty();
    }
}
