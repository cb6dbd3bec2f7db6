package io.groundswell.publishing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.MissionTimes;
import io.groundswell.mission.Platform;
import io.groundswell.mission.PostingTimes;
import io.groundswell.mission.SomeConstraints;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MissionTimes.class)
@Domain(DomainContext.Global.class)
class SlotPlannerProperties {
    private static final Comparator<Slot> IN_ORDER =
            Comparator.comparing(Slot::at).thenComparing(Slot::platform);

    @Property
    void slots_are_ordered_inside_the_horizon_and_within_the_limits_of_each_day(
            @ForAll Constraints constraints,
            @ForAll Instant start,
            @ForAll @IntRange(min = 1, max = 40) int hours,
            @ForAll @Size(min = 1, max = 8) Set<Platform> platforms,
            @ForAll PartOfDay preferred,
            @ForAll @Size(max = 20) List<@IntRange(max = 150_000) Integer> takenSeconds) {
        // Given
        var until = start.plus(Duration.ofHours(hours * 3L));
        var others = takenSeconds.stream().map(start::plusSeconds).toList();
        // When
        var slots = planner(constraints, platforms, start, preferred)
                .plan(start, until, taken(platforms, others), hours)
                .slots();
        // Then
        assertThat(slots).isSortedAccordingTo(IN_ORDER).allSatisfy(slot -> {
            assertThat(slot.at()).isAfterOrEqualTo(start).isBefore(until);
            assertThat(slot.offset()).isEqualTo(constraints.zone().getRules().getOffset(slot.at()));
            assertThat(slot.scheduledFor().getDayOfWeek()).isNotIn(constraints.excluded());
        });
        assertThat(slots.stream()
                        .collect(groupingBy(SlotPlannerProperties::day, counting()))
                        .values())
                .allMatch(posts -> posts <= constraints.postsPerDay());
        assertThat(platforms).allSatisfy(platform -> assertApart(slots, platform, others));
    }

    @Property
    void a_day_gets_no_more_than_the_mission_has_left_for_it(
            @ForAll Constraints constraints,
            @ForAll Instant start,
            @ForAll @Size(min = 1, max = 3) Set<Platform> platforms,
            @ForAll PartOfDay preferred,
            @ForAll @Size(max = 20) List<@IntRange(max = 500_000) Integer> ownSeconds) {
        // Given
        var taken = new Taken();
        ownSeconds.forEach(second -> taken.addOwn(Platform.BLOG, start.plusSeconds(second)));
        // When
        var slots = planner(constraints, platforms, start, preferred)
                .plan(start, start.plus(Duration.ofDays(5)), taken, 0)
                .slots();
        // Then
        slots.stream()
                .collect(groupingBy(SlotPlannerProperties::day, counting()))
                .forEach((day, posts) -> assertThat(posts + taken.ownIn(new LocalDay(day, constraints.zone()).span()))
                        .isLessThanOrEqualTo(constraints.postsPerDay()));
    }

    @Property
    void without_collisions_every_posting_time_of_a_posting_day_is_kept_on_the_clock(
            @ForAll Constraints given, @ForAll Instant start) {
        // Given one post a day at a fixed time, from before the first slot
        var constraints = new SomeConstraints()
                .in(given.timezone())
                .cadence(given.cadence())
                .at(given.postingTimes())
                .without(given.excludeDays())
                .build();
        var zone = constraints.zone();
        var from = LocalDate.ofInstant(start, zone).atStartOfDay(zone).toInstant();
        var until = from.plus(Duration.ofDays(40));
        // When
        var slots = planner(constraints, Set.of(Platform.BLOG), from, PartOfDay.NIGHT)
                .plan(from, until, new Taken(), 0)
                .slots();
        // Then
        var time = PostingTimes.of(constraints).get(0);
        assertThat(slots).isNotEmpty().allSatisfy(slot -> assertOnTheClock(slot, time, constraints));
    }

    @Property
    void planning_up_to_the_start_of_a_day_and_on_from_there_equals_planning_at_once(
            @ForAll Constraints constraints,
            @ForAll Instant start,
            @ForAll @IntRange(min = 0, max = 9) int daysBefore,
            @ForAll @IntRange(min = 0, max = 9) int daysAfter,
            @ForAll @Size(min = 1, max = 3) Set<Platform> platforms,
            @ForAll PartOfDay preferred,
            @ForAll @Size(max = 20) List<@IntRange(max = 1_500_000) Integer> takenSeconds) {
        // Given
        var planner = planner(constraints, platforms, start, preferred);
        var others = takenSeconds.stream().map(start::plusSeconds).toList();
        var middle = planner.dayStart(start.plus(Duration.ofDays(daysBefore + 2L)));
        var until = middle.plus(Duration.ofHours(daysAfter * 25L));
        // When
        var taken = taken(platforms, others);
        var first = planner.plan(start, middle, taken, 0);
        first.slots().forEach(slot -> taken.add(slot.platform(), slot.at()));
        var second = planner.plan(middle, until, taken, first.nextTurn());
        // Then
        var halves = new ArrayList<>(first.slots());
        halves.addAll(second.slots());
        var whole = planner(constraints, platforms, start, preferred).plan(start, until, taken(platforms, others), 0);
        assertThat(new SlotPlan(halves, second.nextTurn())).isEqualTo(whole);
    }

    private static void assertApart(List<Slot> slots, Platform platform, List<Instant> others) {
        var own = slots.stream()
                .filter(slot -> slot.platform() == platform)
                .map(Slot::at)
                .toList();
        for (var index = 0; index < own.size(); index++) {
            var at = own.get(index);
            var apart = Duration.ofMinutes(30);
            assertThat(others)
                    .allMatch(other -> Duration.between(other, at).abs().compareTo(apart) >= 0);
            if (index > 0) {
                assertThat(Duration.between(own.get(index - 1), at)).isGreaterThanOrEqualTo(apart);
            }
        }
    }

    private static void assertOnTheClock(Slot slot, LocalTime time, Constraints constraints) {
        var wanted = day(slot).atTime(time);
        var offsets = constraints.zone().getRules().getValidOffsets(wanted);
        if (offsets.isEmpty()) {
            assertThat(slot.scheduledFor().toLocalTime()).isNotEqualTo(time);
        } else {
            assertThat(slot.scheduledFor().toLocalDateTime()).isEqualTo(wanted);
            assertThat(slot.offset()).isEqualTo(offsets.get(0));
        }
    }

    private static LocalDate day(Slot slot) {
        return slot.scheduledFor().toLocalDate();
    }

    private static SlotPlanner planner(
            Constraints constraints, Set<Platform> platforms, Instant start, PartOfDay preferred) {
        return new SlotPlanner(
                constraints,
                platforms.stream().sorted().toList(),
                start,
                EngagementHistory.none(),
                new Preference(preferred, 0.3));
    }

    private static Taken taken(Set<Platform> platforms, List<Instant> others) {
        var taken = new Taken();
        platforms.forEach(platform -> others.forEach(at -> taken.add(platform, at)));
        return taken;
    }
}
