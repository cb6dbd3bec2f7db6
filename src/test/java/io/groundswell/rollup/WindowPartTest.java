package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.site.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPartTest {
    private static final LocalDate MONDAY = LocalDate.of(2030, 3, 4);

    private static LocalDate monday(int weeks) {
        return MONDAY.plusWeeks(weeks);
    }

    private static WindowPart days(LocalDate first, LocalDate end) {
        return new WindowPart(false, first, end);
    }

    private static WindowPart weeks(LocalDate first, LocalDate end) {
        return new WindowPart(true, first, end);
    }

    @Test
    void without_weeks_all_is_days() {
        var window = Window.since(LocalDate.EPOCH);

        assertThat(WindowPart.of(window, List.of())).containsExactly(days(LocalDate.EPOCH, window.until()));
        assertThat(WindowPart.of(new Window(MONDAY, MONDAY), List.of())).isEmpty();
    }

    @Test
    void weeks_that_follow_each_other_are_one_part_and_what_is_around_them_is_days() {
        var window = new Window(MONDAY.minusDays(3), monday(5).plusDays(1));

        assertThat(WindowPart.of(window, List.of(monday(0), monday(1), monday(3), monday(4))))
                .containsExactly(
                        days(MONDAY.minusDays(3), MONDAY),
                        weeks(MONDAY, monday(2)),
                        days(monday(2), monday(3)),
                        weeks(monday(3), monday(5)),
                        days(monday(5), monday(5).plusDays(1)));
    }

    @Test
    void a_window_of_weeks_alone_has_no_days() {
        assertThat(WindowPart.of(new Window(MONDAY, monday(1)), List.of(MONDAY)))
                .containsExactly(weeks(MONDAY, monday(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void each_day_is_in_one_part_and_of_a_week_exactly_if_that_is_added_up(long seed) {
        var random = new Random(seed);
        for (var time = 0; time < 200; time++) {
            var window = new Window(MONDAY.minusDays(random.nextInt(15)), MONDAY.plusDays(random.nextInt(60)));
            var added = new ArrayList<LocalDate>();
            for (var monday = monday(-3); !monday.plusDays(7).isAfter(window.until()); monday = monday.plusDays(7)) {
                if (!monday.isBefore(window.from()) && random.nextBoolean()) {
                    added.add(monday);
                }
            }
            var parts = WindowPart.of(window, added);
            var next = window.from();
            for (var part : parts) {
                assertThat(part.first()).isEqualTo(next).isBefore(part.end());
                part.first().datesUntil(part.end()).forEach(day -> assertThat(part.isAddedUp())
                        .isEqualTo(added.contains(Weeks.monday(day))));
                next = part.end();
            }
            assertThat(next).isEqualTo(window.until());
            assertThat(parts.size()).isLessThanOrEqualTo(2 * added.size() + 1);
        }
    }
}
