package io.groundswell.publishing;

import static io.groundswell.mission.Platform.LINKEDIN;
import static io.groundswell.mission.Platform.TWITTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Cadence;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.SomeConstraints;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final Instant FRIDAY_9_10 = Instant.parse("2024-01-19T09:10:20Z");
    private static final Instant A_MONTH_LATER = FRIDAY_9_10.plusSeconds(30 * 86_400);

    private final Taken taken = new Taken();

    @Test
    void the_next_slot_is_the_next_free_posting_or_usual_time() {
        // Given
        taken.add(TWITTER, Instant.parse("2024-01-19T11:20:00Z"));
        taken.add(LINKEDIN, Instant.parse("2024-01-19T12:00:00Z"));
        // Then
        assertThat(next(new SomeConstraints(), A_MONTH_LATER)).contains("2024-01-19T12:00Z");
        assertThat(next(new SomeConstraints().at("10:45"), A_MONTH_LATER)).contains("2024-01-19T10:45Z");
    }

    @Test
    void a_slot_at_the_very_moment_counts() {
        // When
        var slot = catchUp(new SomeConstraints())
                .nextFree(TWITTER, Instant.parse("2024-01-19T14:00:00Z"), A_MONTH_LATER, taken);
        // Then
        assertThat(slot).map(Slot::at).contains(Instant.parse("2024-01-19T14:00:00Z"));
    }

    @Test
    void it_skips_days_that_may_not_be_posted_on_but_does_not_wait_for_the_cadence() {
        assertThat(next(new SomeConstraints().without("friday", "saturday"), A_MONTH_LATER))
                .contains("2024-01-21T09:00Z");
        assertThat(next(new SomeConstraints().cadence(Cadence.WEEKDAYS).without("friday"), A_MONTH_LATER))
                .contains("2024-01-22T09:00Z");
        assertThat(next(new SomeConstraints().cadence(Cadence.MONTHLY), A_MONTH_LATER))
                .contains("2024-01-19T11:00Z");
    }

    @Test
    void it_keeps_the_wall_time_and_offset_of_the_mission_zone() {
        // Given the evening before New York's clocks go forward
        var evening = Instant.parse("2024-03-09T23:30:00Z");
        // When
        var slot = catchUp(new SomeConstraints().in("America/New_York"))
                .nextFree(TWITTER, evening, evening.plusSeconds(2 * 86_400), taken);
        // Then
        assertThat(slot).map(found -> found.scheduledFor().toString()).contains("2024-03-10T09:00-04:00");
    }

    @Test
    void it_passes_over_a_day_that_its_zone_does_not_have() {
        // Given the last evening before Samoa left out a day
        var evening = Instant.parse("2011-12-30T09:30:00Z");
        // When
        var slots = catchUp(new SomeConstraints().in("Pacific/Apia"))
                .reslot(List.of(TWITTER, TWITTER), evening, evening.plusSeconds(3 * 86_400), taken);
        // Then
        assertThat(shown(slots)).containsExactly("2011-12-31T09:00+14:00", "2012-01-01T09:00+14:00");
    }

    @Test
    void optimal_times_take_the_best_hour_left_of_the_first_day() {
        assertThat(next(new SomeConstraints().optimal(true), A_MONTH_LATER)).contains("2024-01-19T14:00Z");
        assertThat(next(new SomeConstraints().optimal(true).between("18:00", "20:00"), A_MONTH_LATER))
                .contains("2024-01-19T18:00Z");
    }

    @Test
    void shortly_before_the_end_any_free_moment_of_the_window_will_do() {
        // Given
        taken.add(TWITTER, Instant.parse("2024-01-19T09:00:00Z"));
        // Then
        assertThat(next(new SomeConstraints(), Instant.parse("2024-01-19T11:00:00Z")))
                .contains("2024-01-19T09:30Z");
        assertThat(next(new SomeConstraints().between("17:00", null), Instant.parse("2024-01-19T17:00:00Z")))
                .isEmpty();
        assertThat(next(new SomeConstraints(), Instant.parse("2024-01-19T09:30:00Z")))
                .isEmpty();
    }

    @Test
    void overdue_items_follow_in_order_as_many_a_day_as_the_mission_posts() {
        // Given what is planned anyway
        taken.add(TWITTER, Instant.parse("2024-01-20T09:00:00Z"));
        taken.add(LINKEDIN, Instant.parse("2024-01-20T14:00:00Z"));
        // When
        var slots = catchUp(new SomeConstraints().postsPerDay(2))
                .reslot(List.of(TWITTER, LINKEDIN, TWITTER, LINKEDIN, LINKEDIN), FRIDAY_9_10, A_MONTH_LATER, taken);
        // Then
        assertThat(shown(slots))
                .containsExactly(
                        "2024-01-19T11:00Z",
                        "2024-01-19T11:00Z",
                        "2024-01-20T11:00Z",
                        "2024-01-20T11:00Z",
                        "2024-01-21T09:00Z");
        assertThat(taken.isFree(TWITTER, Instant.parse("2024-01-19T11:00:00Z"))).isTrue();
    }

    @Test
    void overdue_items_move_closer_together_when_the_end_is_near() {
        // Given one post a day, and two days left for five items
        var end = Instant.parse("2024-01-21T00:00:00Z");
        // When
        var slots = catchUp(new SomeConstraints()).reslot(Collections.nCopies(5, TWITTER), FRIDAY_9_10, end, taken);
        // Then
        assertThat(shown(slots))
                .containsExactly(
                        "2024-01-19T11:00Z",
                        "2024-01-19T12:00Z",
                        "2024-01-19T14:00Z",
                        "2024-01-19T16:00Z",
                        "2024-01-20T09:00Z");
    }

    @Test
    void an_item_without_room_gets_no_slot() {
        // Given room for one
        var end = Instant.parse("2024-01-19T09:40:00Z");
        // When
        var slots = catchUp(new SomeConstraints()).reslot(List.of(TWITTER, TWITTER, LINKEDIN), FRIDAY_9_10, end, taken);
        // Then
        assertThat(slots).extracting(Optional::isPresent).containsExactly(true, false, true);
    }

    private Optional<String> next(SomeConstraints given, Instant until) {
        return catchUp(given).nextFree(TWITTER, FRIDAY_9_10, until, taken).map(slot -> slot.scheduledFor()
                .toString());
    }

    private static CatchUp catchUp(SomeConstraints given) {
        Constraints constraints = given.build();
        return new CatchUp(constraints, Instant.parse("2024-01-01T00:00:00Z"), EngagementHistory.none());
    }

    private static List<String> shown(List<Optional<Slot>> slots) {
        return slots.stream()
                .map(slot -> slot.orElseThrow().scheduledFor().toString())
                .toList();
    }
}
