package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Cadence;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.MissionTimes;
import io.groundswell.mission.Platform;
import io.groundswell.mission.PostingDays;
import io.groundswell.mission.SomeConstraints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    @Property
    void no_day_gets_more_than_its_posts_while_another_has_room(
            @ForAll Constraints constraints,
            @ForAll Instant now,
            @ForAll @IntRange(max = 300) int hoursLeft,
            @ForAll Platform late,
            @ForAll @Size(max = 20) List<@IntRange(max = 1_000_000) Integer> ownSeconds,
            @ForAll @Size(max = 20) List<@IntRange(max = 1_000_000) Integer> otherSeconds) {
        // Given
        var room = new Span(now, now.plus(Duration.ofHours(hoursLeft)));
        var taken = new Taken();
        ownSeconds.forEach(second -> taken.addOwn(Platform.BLOG, now.plusSeconds(second)));
        otherSeconds.forEach(second -> taken.add(late, now.plusSeconds(second)));
        // When
        var slot = new CatchUp(constraints, now, EngagementHistory.none())
                .reslot(List.of(late), now, room.until(), taken)
                .get(0);
        // Then
        var day = slot.map(found -> LocalDay.at(found.at(), constraints.zone()).span());
        if (day.map(taken::ownIn).orElse(constraints.postsPerDay()) >= constraints.postsPerDay()) {
            assertThat(LocalDay.of(room, constraints.zone())
                            .filter(other -> new PostingDays(constraints, now).allow(other.date()))
                            .filter(other -> taken.ownIn(other.span()) < constraints.postsPerDay())
                            .filter(other -> hasMoment(constraints, other, room, late, taken)))
                    .isEmpty();
        }
    }

    private static boolean hasMoment(Constraints constraints, LocalDay day, Span room, Platform late, Taken taken) {
        var open = PostingWindow.of(constraints).on(day).and(room);
        return taken.firstFree(late, new Span(Taken.roundUp(open.from()), open.until()))
                .isPresent();
    }

    @Property
    void many_late_items_fill_every_day_before_one_gets_more_than_its_posts(
            @ForAll Instant now,
            @ForAll @IntRange(min = 1, max = 4) int postsPerDay,
            @ForAll @IntRange(min = 1, max = 10) int days,
            @ForAll @IntRange(min = 1, max = 60) int overdue,
            @ForAll @Size(max = 20) List<@IntRange(max = 1_000_000) Integer> ownSeconds) {
        // Given whole days
        var constraints = new SomeConstraints().postsPerDay(postsPerDay).build();
        var from = LocalDay.at(now, ZoneOffset.UTC).span().from();
        var taken = new Taken();
        ownSeconds.forEach(second -> taken.addOwn(Platform.BLOG, from.plusSeconds(second)));
        // When
        var until = from.plus(Duration.ofDays(days));
        var slots = new CatchUp(constraints, from, EngagementHistory.none())
                .reslot(Collections.nCopies(overdue, Platform.TWITTER), from, until, taken);
        // Then
        var before = perDay(from, days, taken);
        slots.forEach(slot -> slot.ifPresent(found -> taken.addOwn(found.platform(), found.at())));
        var after = perDay(from, days, taken);
        var isCrowded =
                IntStream.range(0, days).anyMatch(day -> after.get(day) > Math.max(postsPerDay, before.get(day)));
        if (isCrowded || slots.contains(Optional.<Slot>empty())) {
            assertThat(after).allMatch(posts -> posts >= postsPerDay);
        }
    }

    private static List<Integer> perDay(Instant from, int days, Taken taken) {
        return IntStream.range(0, days)
                .mapToObj(day -> from.plus(Duration.ofDays(day)))
                .map(start -> taken.ownIn(new Span(start, start.plus(Duration.ofDays(1)))))
                .toList();
    }

    private static void assertAllowed(Slot slot, Constraints constraints) {
        var day = slot.scheduledFor().getDayOfWeek();
        assertThat(constraints.excluded()).doesNotContain(day);
        if (constraints.cadence() == Cadence.WEEKDAYS) {
            assertThat(day).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }
}
