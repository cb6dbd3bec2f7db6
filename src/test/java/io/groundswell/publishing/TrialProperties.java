package io.groundswell.publishing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.MissionTimes;
import io.groundswell.mission.Platform;
import io.groundswell.mission.SomeConstraints;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MissionTimes.class)
@Domain(DomainContext.Global.class)
class TrialProperties {

    @Property
    void each_platform_tries_three_of_thirteen_slots_whatever_the_mission_prefers(
            @ForAll ZoneId zone,
            @ForAll Instant start,
            @ForAll @IntRange(min = 1, max = 6) int postsPerDay,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @Size(min = 1, max = 4) Set<Platform> platforms,
            @ForAll PartOfDay part,
            @ForAll @DoubleRange(max = 0.3) double share) {
        // Given whole days
        var given = new SomeConstraints()
                .in(zone.getId())
                .postsPerDay(postsPerDay)
                .optimal(true)
                .build();
        var from = LocalDay.at(start, zone).span().from();
        var planner = new SlotPlanner(
                given,
                platforms.stream().sorted().toList(),
                from,
                EngagementHistory.none(),
                new Preference(part, share));
        // When
        var until = planner.dayStart(from.plus(Duration.ofDays(days).plusHours(3)));
        var slots = planner.plan(from, until, new Taken(), 0).slots();
        // Then
        assertThat(platforms).allSatisfy(platform -> {
            var all = slots.stream().filter(slot -> slot.platform() == platform).toList();
            var share13 = 3.0 * all.size() / 13;
            assertThat((double) all.stream().filter(Slot::isTrial).count())
                    .isBetween(Math.floor(share13), Math.ceil(share13));
        });
    }

    @Property
    void where_clocks_change_hours_stay_on_their_day_in_the_window_and_apart(
            @ForAll ZoneId zone,
            @ForAll Instant near,
            @ForAll @IntRange(min = 1, max = 24) int postsPerDay,
            @ForAll boolean wholeDay,
            @ForAll @IntRange(max = 500) int turn) {
        // Given a stretch around the day of a change
        var change = zone.getRules().nextTransition(near);
        Assume.that(change != null);
        var window = wholeDay ? List.of("00:00", "23:59") : List.of("08:30", "20:00");
        var given = new SomeConstraints()
                .in(zone.getId())
                .postsPerDay(postsPerDay)
                .optimal(true)
                .between(window.get(0), window.get(1))
                .build();
        var from = change.getInstant().minus(Duration.ofDays(2));
        var until = change.getInstant().plus(Duration.ofDays(3));
        // When
        var planner =
                new SlotPlanner(given, List.of(Platform.TWITTER), from, EngagementHistory.none(), Preference.NONE);
        var slots = planner.plan(from, until, new Taken(), turn).slots();
        // Then
        assertThat(slots.stream()
                        .collect(groupingBy(slot -> slot.scheduledFor().toLocalDate(), counting()))
                        .values())
                .allMatch(posts -> posts <= postsPerDay);
        for (var index = 1; index < slots.size(); index++) {
            assertThat(Duration.between(
                            slots.get(index - 1).at(), slots.get(index).at()))
                    .isGreaterThanOrEqualTo(Taken.GAP);
        }
        assertThat(slots).filteredOn(Slot::isTrial).allSatisfy(slot -> {
            assertThat(slot.at()).isAfterOrEqualTo(from).isBefore(until);
            assertThat(slot.offset()).isEqualTo(zone.getRules().getOffset(slot.at()));
            assertThat(slot.scheduledFor().toLocalTime())
                    .isBetween(LocalTime.parse(window.get(0)), LocalTime.parse(window.get(1)));
        });
    }

    @Property
    void a_mission_that_keeps_to_fixed_times_tries_nothing(
            @ForAll Instant start, @ForAll @IntRange(min = 1, max = 20) int postsPerDay, @ForAll PartOfDay part) {
        var given = new SomeConstraints().postsPerDay(postsPerDay).build();
        var until = start.plus(Duration.ofDays(20));
        var platforms = List.of(Platform.TWITTER);
        var plain = new SlotPlanner(given, platforms, start, EngagementHistory.none(), Preference.NONE);
        var pushed = new SlotPlanner(given, platforms, start, EngagementHistory.none(), new Preference(part, 0.3));
        // Then
        assertThat(pushed.plan(start, until, new Taken(), 0)).isEqualTo(plain.plan(start, until, new Taken(), 0));
        assertThat(plain.plan(start, until, new Taken(), 0).slots()).noneMatch(Slot::isTrial);
    }
}
