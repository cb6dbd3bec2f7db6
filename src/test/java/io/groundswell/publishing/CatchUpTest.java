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
    void the_next_slot_is_the_next_free_one_of_the_mission_and_its_day_has_room() {
        // Given another mission's post at the first, and a day with all its posts
        taken.add(TWITTER, at("2024-01-20T09:20:00Z"));
        taken.addOwn(LINKEDIN, at("2024-01-21T18:00:00Z"));
        // Then
        assertThat(next(new SomeConstraints(), A_MONTH_LATER)).contains("2024-01-22T09:00Z");
        assertThat(next(new SomeConstraints().at("10:45"), A_MONTH_LATER)).contains("2024-01-19T10:45Z");
    }

    @Test
    void a_slot_at_the_very_moment_counts() {
        // When
        var slot = catchUp(new SomeConstraints().at("14:00"))
                .reslot(List.of(TWITTER), at("2024-01-19T14:00:00Z"), A_MONTH_LATER, taken)
                .get(0);
        // Then
        assertThat(slot).map(Slot::at).contains(at("2024-01-19T14:00:00Z"));
    }

    @Test
    void a_slot_has_one_post_whatever_its_platform() {
        // Given
        taken.addOwn(LINKEDIN, at("2024-01-19T10:00:00Z"));
        taken.addOwn(TWITTER, at("2024-01-20T20:00:00Z"));
        // Then
        var twice = new SomeConstraints().at("10:00", "20:00").postsPerDay(2);
        assertThat(next(twice, A_MONTH_LATER)).contains("2024-01-19T20:00Z");
        // Given
        taken.addOwn(LINKEDIN, at("2024-01-19T20:00:00Z"));
        // Then
        assertThat(next(twice, A_MONTH_LATER)).contains("2024-01-20T10:00Z");
    }

    @Test
    void it_keeps_to_the_days_of_the_cadence() {
        assertThat(next(new SomeConstraints().without("friday", "saturday"), A_MONTH_LATER))
                .contains("2024-01-21T09:00Z");
        assertThat(next(new SomeConstraints().cadence(Cadence.WEEKDAYS).without("friday"), A_MONTH_LATER))
                .contains("2024-01-22T09:00Z");
        assertThat(next(new SomeConstraints().cadence(Cadence.WEEKLY), A_MONTH_LATER))
                .contains("2024-01-22T09:00Z");
        assertThat(next(new SomeConstraints().cadence(Cadence.MONTHLY), A_MONTH_LATER))
                .contains("2024-01-31T09:00Z");
    }

    @Test
    void without_a_day_of_the_cadence_before_the_end_any_other_allowed_day_will_do() {
        // Given
        var weekly = new SomeConstraints().cadence(Cadence.WEEKLY).without("saturday");
        taken.addOwn(LINKEDIN, at("2024-01-22T09:00:00Z"));
        // Then
        assertThat(next(weekly, at("2024-01-28T00:00:00Z"))).contains("2024-01-21T09:00Z");
    }

    @Test
    void without_a_free_slot_before_the_end_the_usual_times_of_days_with_room_will_do() {
        // Given two days left, of which the second is full and the first has no time of its own left
        taken.addOwn(LINKEDIN, at("2024-01-20T08:00:00Z"));
        taken.add(TWITTER, at("2024-01-19T11:20:00Z"));
        // Then
        assertThat(next(new SomeConstraints().at("08:00"), at("2024-01-21T00:00:00Z")))
                .contains("2024-01-19T12:00Z");
    }

    @Test
    void a_day_takes_more_than_its_posts_only_when_every_day_is_full() {
        // Given
        taken.addOwn(LINKEDIN, at("2024-01-19T08:00:00Z"));
        taken.addOwn(TWITTER, at("2024-01-20T08:00:00Z"));
        // Then
        var early = new SomeConstraints().at("08:00");
        assertThat(next(early, at("2024-01-22T00:00:00Z"))).contains("2024-01-21T08:00Z");
        assertThat(next(early, at("2024-01-21T00:00:00Z"))).contains("2024-01-19T11:00Z");
    }

    @Test
    void a_person_who_asks_for_a_time_gets_it_on_any_day() {
        // Given
        taken.addOwn(LINKEDIN, at("2024-01-19T08:00:00Z"));
        var monthly = new SomeConstraints().cadence(Cadence.MONTHLY).optimal(true);
        // When
        var slot = catchUp(monthly).nextOnAnyDay(TWITTER, FRIDAY_9_10, A_MONTH_LATER, taken);
        // Then
        assertThat(slot).map(Slot::at).contains(at("2024-01-19T14:00:00Z"));
    }

    @Test
    void a_slot_that_was_taken_meanwhile_moves_within_its_day() {
        // Given
        taken.add(TWITTER, at("2024-01-20T09:10:00Z"));
        taken.add(LINKEDIN, at("2024-01-20T20:50:00Z"));
        var catchUp = catchUp(new SomeConstraints());
        // When
        var later = catchUp.nearby(TWITTER, at("2024-01-20T09:00:00Z"), FRIDAY_9_10, A_MONTH_LATER, taken);
        var earlier = catchUp.nearby(LINKEDIN, at("2024-01-20T21:00:00Z"), FRIDAY_9_10, A_MONTH_LATER, taken);
        // Then
        assertThat(shown(List.of(later, earlier))).containsExactly("2024-01-20T09:40Z", "2024-01-20T20:20Z");
    }

    @Test
    void it_keeps_the_wall_time_and_offset_of_the_mission_zone() {
        // Given the evening before New York's clocks go forward
        var evening = Instant.parse("2024-03-09T23:30:00Z");
        // When
        var slot = catchUp(new SomeConstraints().in("America/New_York"))
                .reslot(List.of(TWITTER), evening, evening.plusSeconds(2 * 86_400), taken)
                .get(0);
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
    void overdue_items_follow_in_order_on_the_slots_that_are_left() {
        // Given what is planned anyway
        taken.addOwn(TWITTER, at("2024-01-20T09:00:00Z"));
        taken.addOwn(LINKEDIN, at("2024-01-20T14:00:00Z"));
        taken.addOwn(TWITTER, at("2024-01-21T09:00:00Z"));
        // When
        var slots = catchUp(new SomeConstraints().postsPerDay(2))
                .reslot(List.of(TWITTER, LINKEDIN, TWITTER, LINKEDIN, LINKEDIN), FRIDAY_9_10, A_MONTH_LATER, taken);
        // Then
        assertThat(shown(slots))
                .containsExactly(
                        "2024-01-19T14:00Z",
                        "2024-01-21T14:00Z",
                        "2024-01-22T09:00Z",
                        "2024-01-22T14:00Z",
                        "2024-01-23T09:00Z");
        assertThat(taken.isFree(TWITTER, at("2024-01-22T09:00:00Z"))).isTrue();
    }

    @Test
    void days_take_no_more_than_they_must_when_the_end_is_near() {
        // Given one post a day, and three days left for four items
        var end = at("2024-01-22T00:00:00Z");
        // When
        var slots = catchUp(new SomeConstraints()).reslot(Collections.nCopies(4, TWITTER), FRIDAY_9_10, end, taken);
        // Then
        assertThat(shown(slots))
                .containsExactly("2024-01-19T11:00Z", "2024-01-19T12:00Z", "2024-01-20T09:00Z", "2024-01-21T09:00Z");
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
        return catchUp(given)
                .reslot(List.of(TWITTER), FRIDAY_9_10, until, taken)
                .get(0)
                .map(slot -> slot.scheduledFor().toString());
    }

    private static Instant at(String time) {
        return Instant.parse(time);
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
