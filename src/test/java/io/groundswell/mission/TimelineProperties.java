package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MissionTimes.class)
@Domain(DomainContext.Global.class)
class TimelineProperties {

    @Property
    void a_mission_that_starts_with_a_local_day_ends_with_one_that_many_dates_later(
            @ForAll Instant instant, @ForAll @IntRange(min = 1, max = 730) int days, @ForAll ZoneId zone) {
        // Given
        var date = instant.atZone(zone).toLocalDate();
        var start = date.atStartOfDay(zone).toInstant();
        // When
        var end = Timeline.endsAt(start, days, zone);
        // Then
        assertThat(end.atZone(zone).toLocalDate()).isEqualTo(date.plusDays(days));
        assertThat(end.plusSeconds(1).atZone(zone).toLocalDate()).isEqualTo(date.plusDays(days + 1));
    }

    @Property
    void any_other_mission_lasts_that_many_times_24_hours(
            @ForAll Instant instant, @ForAll @IntRange(min = 1, max = 730) int days, @ForAll ZoneId zone) {
        // Given a minute that begins no day anywhere
        var start = Instant.ofEpochSecond(instant.getEpochSecond() / 900 * 900 + 420);
        // Then
        assertThat(Timeline.endsAt(start, days, zone)).isEqualTo(start.plus(Duration.ofDays(days)));
    }

    @Property
    void an_end_moves_by_the_pause_or_for_aligned_ones_by_less_than_a_day_more(
            @ForAll Instant start,
            @ForAll @IntRange(min = 0, max = 5_000_000) int pausedSeconds,
            @ForAll boolean aligned,
            @ForAll ZoneId zone) {
        // Given
        var begins =
                aligned ? start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant() : start;
        var end = Timeline.endsAt(begins, 30, zone);
        var paused = Duration.ofSeconds(pausedSeconds);
        // When
        var shifted = Timeline.shifted(end, paused, zone);
        // Then: the clocks change by at most three hours over a season
        var extra = Duration.between(end.plus(paused), shifted);
        if (DayEnds.include(end, zone)) {
            assertThat(DayEnds.include(shifted, zone)).isTrue();
            assertThat(extra).isBetween(Duration.ofHours(-3), Duration.ofHours(27));
        } else {
            assertThat(extra).isZero();
        }
    }

    @Property
    void changing_the_duration_equals_having_started_with_it(
            @ForAll Instant start,
            @ForAll @IntRange(min = 1, max = 365) int before,
            @ForAll @IntRange(min = 1, max = 365) int after,
            @ForAll ZoneId zone) {
        // Given
        var begins = start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        // When
        var changed = Timeline.withDuration(Timeline.endsAt(begins, before, zone), before, after, zone);
        // Then
        assertThat(changed).isEqualTo(Timeline.endsAt(begins, after, zone));
    }

    @Property
    void the_estimate_agrees_with_counting_days_one_by_one(
            @ForAll Instant start, @ForAll @IntRange(min = 1, max = 730) int days, @ForAll Constraints constraints) {
        // Given
        var first = start.atZone(constraints.zone()).toLocalDate();
        var counted = 0;
        for (var day = 0; day < days; day++) {
            var weekday = first.plusDays(day).getDayOfWeek();
            var excluded = constraints.excludeDays().contains(weekday.toString().toLowerCase());
            var weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
            var counts =
                    switch (constraints.cadence()) {
                        case DAILY -> !excluded;
                        case WEEKDAYS -> !excluded && !weekend;
                        case WEEKLY -> day % 7 == 0;
                        case BIWEEKLY -> day % 14 == 0;
                        case MONTHLY -> day % 30 == 0;
                    };
            counted += counts ? constraints.postsPerDay() : 0;
        }
        // Then
        assertThat(Timeline.estimatedPosts(start, days, constraints)).isEqualTo(counted);
    }

    @Property
    void slower_cadences_pick_one_allowed_day_in_each_round(@ForAll Instant start, @ForAll Constraints constraints) {
        // Given
        var days = new PostingDays(constraints, start);
        var every = constraints.cadence().everyDays();
        var first = start.atZone(constraints.zone()).toLocalDate();
        // When
        var picked = first.datesUntil(first.plusDays(every * 10L + 7))
                .filter(days::include)
                .toList();
        // Then
        assertThat(picked).allMatch(days::allow);
        if (every > 1) {
            assertThat(picked.size()).isBetween(10, 12);
            assertThat(picked.get(0)).isBefore(first.plusDays(8));
            assertThat(picked.get(1)).isAfter(first.plusDays(every - 1));
        }
    }
}
