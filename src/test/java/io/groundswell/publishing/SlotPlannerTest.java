package io.groundswell.publishing;

import static io.groundswell.mission.Platform.FACEBOOK;
import static io.groundswell.mission.Platform.LINKEDIN;
import static io.groundswell.mission.Platform.TWITTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groundswell.mission.Cadence;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.Platform;
import io.groundswell.mission.SomeConstraints;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotPlannerTest {

    @Test
    void two_platforms_take_turns_over_42_slots_in_14_days_of_3() {
        // Given
        var given = new SomeConstraints().postsPerDay(3).build();
        // When
        var plan = plan(given, "2024-01-15T10:30:00Z", "2024-01-29T10:30:00Z", new Taken(), TWITTER, LINKEDIN);
        // Then
        assertThat(plan.slots()).hasSize(42);
        assertThat(plan.slots().stream().limit(3))
                .extracting(Slot::platform)
                .containsExactly(TWITTER, LINKEDIN, TWITTER);
        assertThat(plan.slots().stream().filter(slot -> slot.platform() == LINKEDIN))
                .hasSize(21);
        assertThat(shown(plan).subList(0, 4))
                .containsExactly("2024-01-15T12:00Z", "2024-01-15T14:00Z", "2024-01-16T09:00Z", "2024-01-16T12:00Z");
        assertThat(plan.nextTurn()).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({
        // New York's clocks go forward and back
        "America/New_York, 09:00, 2024-03-09, 2024-03-09T09:00-05:00, 2024-03-10T09:00-04:00",
        "America/New_York, 09:00, 2024-11-02, 2024-11-02T09:00-04:00, 2024-11-03T09:00-05:00",
        "America/New_York, 02:30, 2024-03-09, 2024-03-09T02:30-05:00, 2024-03-10T03:30-04:00",
        "America/New_York, 01:30, 2024-11-02, 2024-11-02T01:30-04:00, 2024-11-03T01:30-04:00",
        // Berlin's too
        "Europe/Berlin, 09:00, 2024-03-30, 2024-03-30T09:00+01:00, 2024-03-31T09:00+02:00",
        "Europe/Berlin, 09:00, 2024-10-26, 2024-10-26T09:00+02:00, 2024-10-27T09:00+01:00",
        "Europe/Berlin, 02:30, 2024-03-30, 2024-03-30T02:30+01:00, 2024-03-31T03:30+02:00",
        "Europe/Berlin, 02:30, 2024-10-26, 2024-10-26T02:30+02:00, 2024-10-27T02:30+02:00",
        // an offset of quarters of an hour
        "Asia/Kathmandu, 09:15, 2024-03-30, 2024-03-30T09:15+05:45, 2024-03-31T09:15+05:45",
        // clocks that change at midnight
        "America/Sao_Paulo, 00:00, 2018-11-03, 2018-11-03T00:00-03:00, 2018-11-04T01:00-02:00",
        "America/Sao_Paulo, 23:30, 2018-02-16, 2018-02-16T23:30-02:00, 2018-02-17T23:30-02:00",
        "Africa/Cairo, 00:15, 2024-04-25, 2024-04-25T00:15+02:00, 2024-04-26T01:15+03:00",
        "Africa/Cairo, 23:30, 2024-10-30, 2024-10-30T23:30+03:00, 2024-10-31T23:30+03:00",
        "Asia/Beirut, 00:30, 2024-03-30, 2024-03-30T00:30+02:00, 2024-03-31T01:30+03:00",
        "America/Santiago, 00:00, 2024-09-07, 2024-09-07T00:00-04:00, 2024-09-08T01:00-03:00",
        "America/Santiago, 23:15, 2024-04-05, 2024-04-05T23:15-03:00, 2024-04-06T23:15-03:00",
        // half an hour of daylight saving
        "Australia/Lord_Howe, 02:15, 2024-10-05, 2024-10-05T02:15+10:30, 2024-10-06T02:45+11:00",
        "Australia/Lord_Howe, 01:45, 2024-04-06, 2024-04-06T01:45+11:00, 2024-04-07T01:45+11:00",
        "Australia/Lord_Howe, 09:00, 2024-04-06, 2024-04-06T09:00+11:00, 2024-04-07T09:00+10:30",
        // clocks that skip the last hour of a day: the slot stays on its day
        "America/Scoresbysund, 23:45, 2025-03-28, 2025-03-28T23:45-02:00, 2025-03-29T22:30-02:00",
        // a day that Samoa did not have
        "Pacific/Apia, 09:00, 2011-12-29, 2011-12-29T09:00-10:00, 2011-12-31T09:00+14:00",
        "Pacific/Apia, 23:45, 2011-12-29, 2011-12-29T23:45-10:00, 2011-12-31T23:45+14:00",
    })
    void slots_keep_their_wall_time_when_clocks_change(
            String zone, String time, String day, String first, String second) {
        // Given
        var given = new SomeConstraints().in(zone).at(time).build();
        var planner = planner(given, day + "T12:00:00Z", TWITTER);
        var from = planner.dayStart(Instant.parse(day + "T12:00:00Z"));
        // When
        var plan = planner.plan(from, from.plusSeconds(49 * 3600), new Taken(), 0);
        // Then
        assertThat(shown(plan).subList(0, 2)).containsExactly(first, second);
    }

    @Test
    void a_collision_on_the_platform_moves_to_the_next_free_moment_of_the_day() {
        // Given
        var taken = new Taken();
        taken.add(TWITTER, Instant.parse("2024-01-15T08:45:00Z"));
        taken.add(TWITTER, Instant.parse("2024-01-15T09:17:30Z"));
        taken.add(LINKEDIN, Instant.parse("2024-01-15T09:50:00Z"));
        // When
        var plan = plan(Constraints.defaults(), "2024-01-15T00:00:00Z", "2024-01-17T00:00:00Z", taken, TWITTER);
        // Then
        assertThat(shown(plan)).containsExactly("2024-01-15T09:50Z", "2024-01-16T09:00Z");
        assertThat(taken.isFree(TWITTER, Instant.parse("2024-01-16T09:00:00Z"))).isTrue();
    }

    @Test
    void a_collision_late_in_the_day_moves_back_rather_than_into_the_next_day() {
        // Given
        var taken = new Taken();
        taken.add(TWITTER, Instant.parse("2024-01-15T23:45:00Z"));
        var given = new SomeConstraints().at("23:50").without("tuesday").build();
        // When
        var plan = plan(given, "2024-01-15T00:00:00Z", "2024-01-17T00:00:00Z", taken, TWITTER);
        // Then
        assertThat(shown(plan)).containsExactly("2024-01-15T23:15Z");
    }

    @Test
    void a_day_has_fewer_slots_by_the_posts_the_mission_has_on_it() {
        // Given
        var taken = new Taken();
        taken.addOwn(LINKEDIN, Instant.parse("2024-01-15T09:00:00Z"));
        taken.addOwn(TWITTER, Instant.parse("2024-01-16T10:37:00Z"));
        taken.addOwn(TWITTER, Instant.parse("2024-01-17T08:00:00Z"));
        taken.addOwn(LINKEDIN, Instant.parse("2024-01-17T08:00:00Z"));
        taken.add(LINKEDIN, Instant.parse("2024-01-18T16:00:00Z"));
        var given = new SomeConstraints().postsPerDay(2).build();
        // When
        var plan = plan(given, "2024-01-15T00:00:00Z", "2024-01-19T00:00:00Z", taken, TWITTER);
        // Then
        assertThat(shown(plan))
                .containsExactly("2024-01-15T14:00Z", "2024-01-16T09:00Z", "2024-01-18T09:00Z", "2024-01-18T14:00Z");
    }

    @Test
    void a_platform_whose_day_is_full_passes_its_turn() {
        // Given
        var taken = new Taken();
        IntStream.range(0, 48)
                .forEach(half ->
                        taken.add(TWITTER, Instant.parse("2024-01-15T00:00:00Z").plusSeconds(half * 1800L)));
        var given = new SomeConstraints().postsPerDay(2).build();
        // When
        var full = plan(given, "2024-01-15T00:00:00Z", "2024-01-16T00:00:00Z", taken, TWITTER);
        var shared = plan(given, "2024-01-15T00:00:00Z", "2024-01-16T00:00:00Z", taken, TWITTER, FACEBOOK);
        // Then
        assertThat(full.slots()).isEmpty();
        assertThat(shared.slots()).extracting(Slot::platform).containsExactly(FACEBOOK, FACEBOOK);
    }

    @Test
    void cadences_count_from_the_first_whole_day_of_the_mission() {
        // Given a Thursday afternoon, after the slot of that day
        var start = "2024-01-18T15:00:00Z";
        var until = "2024-03-01T00:00:00Z";
        // Then
        assertThat(days(new SomeConstraints().cadence(Cadence.WEEKLY), start, until))
                .containsExactly("2024-01-19", "2024-01-26", "2024-02-02", "2024-02-09", "2024-02-16", "2024-02-23");
        assertThat(days(new SomeConstraints().cadence(Cadence.BIWEEKLY).without("friday"), start, until))
                .containsExactly("2024-01-20", "2024-02-03", "2024-02-17");
        assertThat(days(new SomeConstraints().cadence(Cadence.MONTHLY), start, until))
                .containsExactly("2024-01-19", "2024-02-18");
        assertThat(days(
                        new SomeConstraints().cadence(Cadence.WEEKDAYS).without("monday"),
                        start,
                        "2024-01-25T00:00:00Z"))
                .containsExactly("2024-01-19", "2024-01-23", "2024-01-24");
    }

    @Test
    void optimal_times_are_each_platforms_best_free_hours() {
        // Given a Tuesday and a Wednesday
        var given = new SomeConstraints().optimal(true).postsPerDay(2).build();
        var taken = new Taken();
        taken.add(LINKEDIN, Instant.parse("2024-01-17T09:10:00Z"));
        // When
        var plan = plan(given, "2024-01-16T00:00:00Z", "2024-01-18T00:00:00Z", taken, TWITTER, LINKEDIN);
        // Then
        assertThat(shown(plan))
                .containsExactly("2024-01-16T09:00Z", "2024-01-16T14:00Z", "2024-01-17T08:00Z", "2024-01-17T14:00Z");
        assertThat(plan.slots()).extracting(Slot::platform).containsExactly(LINKEDIN, TWITTER, LINKEDIN, TWITTER);
    }

    @Test
    void optimal_times_stay_in_the_window_and_follow_what_was_measured() {
        // Given
        EngagementHistory lateIsGood = (platform, day, hour) -> hour;
        var given = new SomeConstraints()
                .optimal(true)
                .postsPerDay(2)
                .between("08:30", "19:59")
                .build();
        var start = Instant.parse("2024-01-16T00:00:00Z");
        var planner = new SlotPlanner(given, List.of(TWITTER), start, lateIsGood, Preference.NONE);
        // When
        var plan = planner.plan(start, Instant.parse("2024-01-17T00:00:00Z"), new Taken(), 0);
        // Then
        assertThat(shown(plan)).containsExactly("2024-01-16T18:00Z", "2024-01-16T19:00Z");
    }

    @Test
    void optimal_times_try_other_parts_of_the_day_now_and_then() {
        // Given
        var given = new SomeConstraints().optimal(true).postsPerDay(2).build();
        // When
        var plan = plan(given, "2024-01-15T00:00:00Z", "2024-01-22T00:00:00Z", new Taken(), TWITTER);
        // Then
        assertThat(plan.slots()).hasSize(14);
        assertThat(shown(plan.slots().stream().filter(Slot::isTrial).toList()))
                .containsExactly("2024-01-17T07:00Z", "2024-01-19T18:00Z", "2024-01-21T08:00Z");
        assertThat(plan.slots().stream().filter(slot -> !slot.isTrial()))
                .extracting(slot -> slot.scheduledFor().getHour())
                .containsOnly(13, 14);
    }

    @Test
    void platforms_try_other_hours_on_different_turns() {
        // Given
        var given = new SomeConstraints().optimal(true).postsPerDay(2).build();
        // When
        var plan = plan(given, "2024-01-15T00:00:00Z", "2024-02-10T00:00:00Z", new Taken(), TWITTER, LINKEDIN);
        // Then
        var trials = plan.slots().stream().filter(Slot::isTrial).toList();
        assertThat(trials)
                .extracting(Slot::platform)
                .filteredOn(TWITTER::equals)
                .hasSize(6);
        assertThat(trials)
                .extracting(Slot::platform)
                .filteredOn(LINKEDIN::equals)
                .hasSize(6);
        assertThat(trials).extracting(slot -> slot.scheduledFor().toLocalDate()).doesNotHaveDuplicates();
    }

    @Test
    void a_preferred_part_of_the_day_gets_its_share_of_what_would_go_to_others() {
        // Given
        var given = new SomeConstraints().optimal(true).postsPerDay(2).build();
        var start = Instant.parse("2024-01-15T00:00:00Z");
        var evenings = new Preference(PartOfDay.EVENING, 0.3);
        var planner = new SlotPlanner(given, List.of(TWITTER), start, EngagementHistory.none(), evenings);
        // When
        var plan = planner.plan(start, start.plusSeconds(65 * 86_400), new Taken(), 0);
        // Then of 130 slots 30 are trials
        var usual = plan.slots().stream().filter(slot -> !slot.isTrial()).toList();
        assertThat(usual).hasSize(100);
        assertThat(usual)
                .extracting(slot -> slot.scheduledFor().getHour())
                .containsOnly(13, 14, 18, 19)
                .filteredOn(hour -> hour >= 18)
                .hasSize(30);
    }

    @Test
    void a_preference_takes_nothing_from_its_own_part_and_nothing_outside_the_window() {
        // Given
        var given =
                new SomeConstraints().optimal(true).between("09:00", "17:30").build();
        var start = Instant.parse("2024-01-15T00:00:00Z");
        var until = start.plusSeconds(30 * 86_400);
        var plain = new SlotPlanner(given, List.of(TWITTER), start, EngagementHistory.none(), Preference.NONE);
        // Then
        for (var part : List.of(PartOfDay.AFTERNOON, PartOfDay.EVENING)) {
            var preferring = new SlotPlanner(
                    given, List.of(TWITTER), start, EngagementHistory.none(), new Preference(part, 0.3));
            assertThat(preferring.plan(start, until, new Taken(), 0))
                    .isEqualTo(plain.plan(start, until, new Taken(), 0));
        }
    }

    @Test
    void a_window_without_a_whole_hour_falls_back_to_fixed_times() {
        // Given
        var given =
                new SomeConstraints().optimal(true).between("09:15", "09:45").build();
        // Then
        assertThat(shown(plan(given, "2024-01-16T00:00:00Z", "2024-01-17T00:00:00Z", new Taken(), TWITTER)))
                .containsExactly("2024-01-16T09:30Z");
    }

    @Test
    void a_window_that_is_full_gets_no_more_posts_and_none_go_out_outside_of_it() {
        // Given posts half an hour apart, so that the whole window is taken
        var given = new SomeConstraints()
                .optimal(true)
                .postsPerDay(4)
                .between("10:00", "11:00")
                .build();
        var alone = shown(plan(given, "2024-01-16T00:00:00Z", "2024-01-17T00:00:00Z", new Taken(), TWITTER));
        var busy = new Taken();
        alone.forEach(at -> busy.add(TWITTER, Instant.parse(at.replace("Z", ":00Z"))));
        // Then
        assertThat(alone)
                .isNotEmpty()
                .allMatch(at -> at.compareTo("2024-01-16T10:00Z") >= 0 && at.compareTo("2024-01-16T11:00Z") <= 0);
        assertThat(shown(plan(given, "2024-01-16T00:00:00Z", "2024-01-17T00:00:00Z", busy, TWITTER)))
                .isEmpty();
        assertThat(shown(plan(given, "2024-01-16T00:00:00Z", "2024-01-17T00:00:00Z", busy, TWITTER, LINKEDIN)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00", "10:30", "18:00", "23:59"})
    void no_time_of_its_own_leads_a_mission_out_of_its_window(String time) {
        // Given
        var given = new SomeConstraints()
                .optimal(true)
                .postsPerDay(10)
                .between("10:00", "11:00")
                .at(time)
                .build();
        var free = shown(plan(given, "2024-01-16T00:00:00Z", "2024-01-17T00:00:00Z", new Taken(), TWITTER));
        var busy = new Taken();
        free.forEach(at -> busy.add(TWITTER, Instant.parse(at.replace("Z", ":00Z"))));
        // Then
        assertThat(free)
                .isNotEmpty()
                .allMatch(at -> at.compareTo("2024-01-16T10:00Z") >= 0 && at.compareTo("2024-01-16T11:00Z") <= 0);
        assertThat(shown(plan(given, "2024-01-16T00:00:00Z", "2024-01-17T00:00:00Z", busy, TWITTER)))
                .isEmpty();
    }

    @Test
    void a_mission_needs_a_platform() {
        assertThatIllegalArgumentException().isThrownBy(() -> planner(Constraints.defaults(), "2024-01-16T00:00:00Z"));
    }

    private static List<String> days(SomeConstraints given, String start, String until) {
        return shown(plan(given.build(), start, until, new Taken(), TWITTER)).stream()
                .map(slot -> slot.substring(0, 10))
                .toList();
    }

    private static SlotPlan plan(Constraints given, String from, String until, Taken taken, Platform... platforms) {
        return planner(given, from, platforms).plan(Instant.parse(from), Instant.parse(until), taken, 0);
    }

    private static SlotPlanner planner(Constraints given, String start, Platform... platforms) {
        return new SlotPlanner(
                given, List.of(platforms), Instant.parse(start), EngagementHistory.none(), Preference.NONE);
    }

    private static List<String> shown(SlotPlan plan) {
        return shown(plan.slots());
    }

    private static List<String> shown(List<Slot> slots) {
        return slots.stream().map(slot -> slot.scheduledFor().toString()).toList();
    }
}
