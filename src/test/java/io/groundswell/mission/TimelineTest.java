package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // midnight in UTC, whatever the mission's zone
        "2030-01-15T00:00:00Z, 90, UTC, 2030-04-15T23:59:59Z",
        "2024-01-15T00:00:00Z, 90, America/New_York, 2024-04-14T23:59:59Z",
        // midnight in the mission's zone, across the March change
        "2024-01-15T05:00:00Z, 90, America/New_York, 2024-04-15T03:59:59Z",
        // midnight in both: the mission's zone wins, so the end is in summer time
        "2024-01-15T00:00:00Z, 90, Europe/London, 2024-04-14T22:59:59Z",
        // not a midnight
        "2024-01-15T10:30:00Z, 14, America/New_York, 2024-01-29T10:30:00Z",
        "2024-03-09T10:30:00Z, 2, America/New_York, 2024-03-11T10:30:00Z",
        "2024-01-15T00:00:01Z, 1, UTC, 2024-01-16T00:00:01Z",
        // a day that begins at 01:00 because clocks skip midnight
        "2024-03-30T22:00:00Z, 1, Asia/Beirut, 2024-04-01T20:59:59Z",
        // a day that ends at 22:59:59 because clocks skip its last hour
        "2025-03-28T02:00:00Z, 1, America/Scoresbysund, 2025-03-30T00:59:59Z",
    })
    void a_mission_that_starts_with_a_day_ends_with_one(Instant start, int days, String zone, Instant expected) {
        assertThat(Timeline.endsAt(start, days, ZoneId.of(zone))).isEqualTo(expected);
    }

    @Test
    void a_mission_that_starts_with_a_day_posts_on_as_many_days_as_it_lasts() {
        var berlin = ZoneId.of("Europe/Berlin");
        var start = Instant.parse("2030-03-29T23:00:00Z");
        var end = Timeline.endsAt(start, 3, berlin);

        assertThat(end).isEqualTo(Instant.parse("2030-04-02T21:59:59Z"));
        assertThat(Timeline.postsUntil(start, end, berlin)).isEqualTo(Instant.parse("2030-04-01T22:00:00Z"));
        // A pause of a day moves both.
        assertThat(Timeline.postsUntil(start, end.plus(Duration.ofDays(1)), berlin))
                .isEqualTo(Instant.parse("2030-04-02T22:00:00Z"));
    }

    @Test
    void a_mission_that_starts_in_the_midst_of_a_day_posts_until_its_end() {
        var start = Instant.parse("2030-03-29T10:30:00Z");
        var end = Timeline.endsAt(start, 3, ZoneOffset.UTC);

        assertThat(Timeline.postsUntil(start, end, ZoneOffset.UTC)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-14T23:59:59Z, 2024-04-15T23:59:59Z",
        "2024-04-15T03:59:59Z, 2024-04-16T03:59:59Z",
        "2024-04-15T03:59:58Z, 2024-04-15T03:59:59Z",
        "2024-04-15T04:00:00Z, 2024-04-15T04:00:01Z",
    })
    void only_the_end_of_a_day_in_the_mission_zone_or_in_utc_moves_by_whole_days(Instant end, Instant expected) {
        assertThat(Timeline.shifted(end, Duration.ofSeconds(1), NEW_YORK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-14T23:59:59Z, PT21H30M, UTC, 2024-04-15T23:59:59Z",
        "2024-04-14T23:59:59Z, PT24H, UTC, 2024-04-15T23:59:59Z",
        "2024-04-14T23:59:59Z, PT24H1S, UTC, 2024-04-16T23:59:59Z",
        "2024-04-14T23:59:59Z, PT1S, UTC, 2024-04-15T23:59:59Z",
        "2024-04-14T23:59:59Z, PT0S, UTC, 2024-04-14T23:59:59Z",
        // stays 23:59:59 on New York's clocks across both changes
        "2024-03-10T04:59:59Z, PT21H30M, America/New_York, 2024-03-11T03:59:59Z",
        "2024-11-03T03:59:59Z, PT21H30M, America/New_York, 2024-11-04T04:59:59Z",
        "2024-01-29T10:30:00Z, PT21H30M, UTC, 2024-01-30T08:00:00Z",
    })
    void a_pause_moves_the_end(Instant endsAt, Duration paused, String zone, Instant expected) {
        assertThat(Timeline.shifted(endsAt, paused, ZoneId.of(zone))).isEqualTo(expected);
    }

    @Test
    void a_pause_cannot_be_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeline.shifted(Instant.EPOCH, Duration.ofSeconds(-1), ZoneOffset.UTC));
    }

    @Test
    void a_new_duration_keeps_what_pauses_added() {
        // Given
        var end = Instant.parse("2030-04-15T23:59:59Z");
        var paused = Timeline.shifted(end, Duration.ofHours(21), ZoneOffset.UTC);
        // When
        var shorter = Timeline.withDuration(paused, 90, 30, ZoneOffset.UTC);
        // Then
        assertThat(shorter).isEqualTo("2030-02-15T23:59:59Z");
        assertThat(Timeline.withDuration(shorter, 30, 90, ZoneOffset.UTC)).isEqualTo(paused);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 14, 3, 42",
        "DAILY, 30, 2, 60",
        "WEEKDAYS, 14, 3, 30",
        "WEEKDAYS, 5, 1, 5",
        "WEEKDAYS, 7, 1, 5",
        "WEEKLY, 14, 1, 2",
        "WEEKLY, 15, 1, 3",
        "BIWEEKLY, 15, 2, 4",
        "MONTHLY, 90, 1, 3",
        "MONTHLY, 91, 1, 4",
    })
    void the_estimate_is_posts_per_day_times_posting_days(Cadence cadence, int days, int perDay, int expected) {
        // Given a Monday
        var start = Instant.parse("2024-01-15T10:30:00Z");
        var constraints =
                new SomeConstraints().cadence(cadence).postsPerDay(perDay).build();
        // Then
        assertThat(Timeline.estimatedPosts(start, days, constraints)).isEqualTo(expected);
    }

    @Test
    void excluded_days_leave_daily_and_weekdays_only() {
        // Given
        var start = Instant.parse("2024-01-15T10:30:00Z");
        var given = new SomeConstraints().without("monday", "sunday");
        // Then
        assertThat(Timeline.estimatedPosts(start, 14, given.build())).isEqualTo(10);
        assertThat(Timeline.estimatedPosts(
                        start, 14, given.cadence(Cadence.WEEKDAYS).build()))
                .isEqualTo(8);
        assertThat(Timeline.estimatedPosts(
                        start, 14, given.cadence(Cadence.WEEKLY).build()))
                .isEqualTo(2);
    }
}
