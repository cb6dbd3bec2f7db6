package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Cadence;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.MissionTimes;
import io.groundswell.mission.Platform;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MissionTimes.class)
@Domain(DomainContext.Global.class)
class CatchUpProperties {

    @Property
    void overdue_items_get_free_slots_in_order_on_allowed_days(
            @ForAll Constraints constraints,
            @ForAll Instant now,
            @ForAll @IntRange(min = 0, max = 300) int hoursLeft,
            @ForAll @Size(max = 30) List<Platform> overdue,
            @ForAll @Size(max = 20) List<@IntRange(max = 1_000_000) Integer> takenSeconds) {
        // Given
        var until = now.plus(Duration.ofHours(hoursLeft));
        var taken = new Taken();
        overdue.forEach(platform -> takenSeconds.forEach(second -> taken.add(platform, now.plusSeconds(second))));
        // When
        var slots = new CatchUp(constraints, now, EngagementHistory.none()).reslot(overdue, now, until, taken);
        // Then
        assertThat(slots).hasSameSizeAs(overdue);
        var earliest = now;
        for (var index = 0; index < overdue.size(); index++) {
            if (slots.get(index).isPresent()) {
                var slot = slots.get(index).get();
                assertThat(slot.platform()).isEqualTo(overdue.get(index));
                assertThat(slot.at()).isAfterOrEqualTo(earliest).isBefore(until);
                assertThat(taken.isFree(slot.platform(), slot.at())).isTrue();
                assertAllowed(slot, constraints);
                taken.add(slot.platform(), slot.at());
                earliest = slot.at();
            }
        }
    }

    @Property
    void with_time_enough_nothing_is_left_over(
            @ForAll Constraints constraints, @ForAll Instant now, @ForAll @Size(max = 30) List<Platform> overdue) {
        // Given a day at least in each week
        var until = now.plus(Duration.ofDays(7L * (overdue.size() + 1)));
        // When
        var slots = new CatchUp(constraints, now, EngagementHistory.none()).reslot(overdue, now, until, new Taken());
        // Then
        assertThat(slots).allMatch(Optional::isPresent);
    }

    private static void assertAllowed(Slot slot, Constraints constraints) {
        var day = slot.scheduledFor().getDayOfWeek();
        assertThat(constraints.excluded()).doesNotContain(day);
        if (constraints.cadence() == Cadence.WEEKDAYS) {
            assertThat(day).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }
}
