package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.shared.Kind;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissionTest {
    private static final Instant NOW = Instant.parse("2030-01-10T10:30:00.250Z");
    private static final Instant NOW_SHOWN = Instant.parse("2030-01-10T10:30:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2030-01-15T00:00:00Z");

    @Test
    void a_mission_that_starts_now_lasts_its_days_to_the_second() {
        // Given
        var mission = draft(new SomeBrief().days(14));
        // When
        mission.start(NOW);
        // Then
        assertThat(mission.startsAt()).isEqualTo(NOW_SHOWN);
        assertThat(mission.endsAt()).isEqualTo(NOW_SHOWN.plus(Duration.ofDays(14)));
        assertThat(mission.pipelineJobId()).startsWith("job_");
    }

    @Test
    void a_mission_planned_for_a_midnight_ends_with_a_day() {
        // Given
        var mission = draft(new SomeBrief().days(90));
        // When
        mission.plan(MIDNIGHT, NOW);
        // Then
        assertThat(mission.status()).isEqualTo(MissionStatus.DRAFT);
        assertThat(mission.endsAt()).isEqualTo(Instant.parse("2030-04-15T23:59:59Z"));
        assertThat(mission.pipelineJobId()).isNull();
    }

    @Test
    void a_planned_mission_keeps_its_start_when_the_scheduler_comes_late() {
        // Given
        var mission = draft(new SomeBrief());
        mission.plan(MIDNIGHT, NOW);
        // When
        mission.start(MIDNIGHT.plusSeconds(7));
        // Then
        assertThat(mission.startsAt()).isEqualTo(MIDNIGHT);
    }

    @Test
    void a_planned_mission_that_is_started_early_starts_then() {
        // Given
        var mission = draft(new SomeBrief());
        mission.plan(MIDNIGHT, NOW);
        // When
        mission.start(NOW);
        // Then
        assertThat(mission.startsAt()).isEqualTo(NOW_SHOWN);
    }

    @Test
    void a_start_in_the_past_or_beyond_five_years_is_impossible() {
        assertImpossible(() -> draft(new SomeBrief()).plan(NOW.minusSeconds(1), NOW), "starts_at");
        assertImpossible(() -> draft(new SomeBrief()).plan(Instant.parse("2035-01-10T10:30:01Z"), NOW), "starts_at");
        draft(new SomeBrief()).plan(NOW, NOW);
        draft(new SomeBrief()).plan(Instant.parse("2035-01-10T10:30:00Z"), NOW);
    }

    @Test
    void a_pause_of_21_and_a_half_hours_moves_the_end_of_a_day_by_one_day() {
        // Given
        var mission = draft(new SomeBrief().days(90));
        mission.plan(MIDNIGHT, NOW);
        mission.start(MIDNIGHT);
        mission.pause(MIDNIGHT.plus(Duration.ofDays(1)));
        // When
        mission.resume(MIDNIGHT.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(1290)));
        // Then
        assertThat(mission.endsAt()).isEqualTo(Instant.parse("2030-04-16T23:59:59Z"));
        assertThat(mission.term().pausedFor()).isEqualTo(Duration.ofMinutes(1290));
    }

    @Test
    void pauses_add_up_and_stay_when_the_duration_changes() {
        // Given two pauses of an hour
        var mission = active();
        for (var day = 1; day <= 2; day++) {
            mission.pause(NOW.plus(Duration.ofDays(day)));
            mission.resume(NOW.plus(Duration.ofDays(day)).plus(Duration.ofHours(1)));
        }
        // When
        mission.change(new SomeBrief().days(20).build(), NOW.plus(Duration.ofDays(3)));
        // Then
        assertThat(mission.endsAt())
                .isEqualTo(NOW_SHOWN.plus(Duration.ofDays(20)).plus(Duration.ofHours(2)));
        assertThat(mission.term().pausedFor()).isEqualTo(Duration.ofHours(2));
        assertThat(mission.durationDays()).isEqualTo(20);
    }

    @Test
    void a_duration_that_is_over_already_is_impossible() {
        // Given
        var mission = active();
        // Then
        assertImpossible(
                () -> mission.change(new SomeBrief().days(2).build(), NOW.plus(Duration.ofDays(3))), "duration_days");
    }

    @Test
    void a_paused_mission_may_get_any_duration_that_leaves_time_after_the_pause() {
        // Given a mission paused on its third day, and asked on its thirtieth
        var mission = active();
        mission.pause(NOW.plus(Duration.ofDays(3)));
        var later = NOW.plus(Duration.ofDays(30));
        // When
        mission.change(new SomeBrief().days(4).build(), later);
        mission.resume(later);
        // Then one day of it is left
        assertThat(mission.endsAt()).isEqualTo(later.plus(Duration.ofDays(1)).minusMillis(250));
    }

    @Test
    void a_planned_draft_follows_a_new_duration_and_zone() {
        // Given
        var mission = draft(new SomeBrief().days(90));
        mission.plan(Instant.parse("2030-01-15T05:00:00Z"), NOW);
        // When
        var newYork = new SomeConstraints().in("America/New_York").build();
        mission.change(new SomeBrief().under(newYork).days(1).build(), NOW);
        // Then
        assertThat(mission.endsAt()).isEqualTo(Instant.parse("2030-01-17T04:59:59Z"));
    }

    @Test
    void a_mission_that_began_with_a_day_ends_with_one_whatever_its_zone_is_later() {
        // Given a mission from a midnight in New York on
        var newYork = new SomeConstraints().in("America/New_York").build();
        var start = Instant.parse("2030-01-15T05:00:00Z");
        var mission = draft(new SomeBrief().under(newYork).days(3));
        mission.plan(start, NOW);
        mission.start(start);
        // When
        var berlin = new SomeConstraints().in("Europe/Berlin").build();
        mission.change(new SomeBrief().under(berlin).days(3).build(), start.plusSeconds(1));
        mission.pause(start.plusSeconds(2));
        mission.resume(start.plusSeconds(3));
        // Then the pause moved the end by a day, and that day is not one to post on
        assertThat(mission.endsAt()).isEqualTo(Instant.parse("2030-01-20T04:59:59Z"));
        assertThat(Timeline.postsUntil(start, mission.endsAt(), mission.zoneOfDays()))
                .isEqualTo(Instant.parse("2030-01-19T05:00:00Z"));
    }

    @Test
    void a_mission_that_began_within_a_day_lasts_as_long_in_a_zone_where_that_was_midnight() {
        // Given a mission from five o'clock on
        var start = Instant.parse("2030-01-15T05:00:00Z");
        var mission = draft(new SomeBrief().days(3));
        mission.plan(start, NOW);
        mission.start(start);
        // When
        var newYork = new SomeConstraints().in("America/New_York").build();
        mission.change(new SomeBrief().under(newYork).days(3).build(), start.plusSeconds(1));
        // Then
        assertThat(length(mission)).isEqualTo(Duration.ofDays(3));
        assertThat(mission.endsAt()).isEqualTo(start.plus(length(mission)));
    }

    @Test
    void a_mission_that_begins_with_a_day_lasts_to_the_end_of_its_last_one() {
        // Given
        var mission = draft(new SomeBrief().days(3));
        // When
        mission.plan(Instant.parse("2030-01-16T00:00:00Z"), NOW);
        // Then
        assertThat(length(mission)).isEqualTo(Duration.ofDays(4).minusSeconds(1));
    }

    @Test
    void the_end_tells_of_an_older_mission_whether_it_began_with_a_day() throws Exception {
        for (var start : List.of("2030-01-16T00:00:00Z", "2030-01-16T05:00:00Z")) {
            // Given one of which nobody kept that
            var mission = draft(new SomeBrief().days(3));
            mission.plan(Instant.parse(start), NOW);
            var alignedTo = Term.class.getDeclaredField("alignedTo");
            alignedTo.setAccessible(true);
            alignedTo.set(mission.term(), null);
            // Then
            assertThat(mission.startsAt().plus(length(mission))).isEqualTo(mission.endsAt());
        }
    }

    private static Duration length(Mission mission) {
        return mission.term().length(mission.constraints().zone());
    }

    @Test
    void a_completed_mission_can_be_renamed_and_nothing_else() {
        // Given
        var mission = active();
        mission.complete(NOW.plusSeconds(5));
        // When
        mission.change(new SomeBrief().name("Done").description("It went well").build(), NOW);
        // Then
        assertThat(mission.name()).isEqualTo("Done");
        assertThat(mission.description()).isEqualTo("It went well");
        for (var brief : List.of(
                new SomeBrief().objectives(List.of("Other")),
                new SomeBrief().days(15),
                new SomeBrief().under(new SomeConstraints().postsPerDay(2).build()),
                new SomeBrief().kpis(List.of(new Kpi(Kpi.Metric.REACH, BigDecimal.valueOf(1), "all"))))) {
            assertRefused(() -> mission.change(brief.build(), NOW), Kind.CONFLICT);
        }
    }

    @Test
    void the_platforms_stay() {
        var other = new SomeBrief().on(List.of(Platform.BLOG)).build();
        assertRefused(() -> active().change(other, NOW), Kind.INVALID);
    }

    @Test
    void the_estimate_of_a_draft_counts_from_its_creation() {
        var twice = new SomeConstraints().postsPerDay(3).build();
        assertThat(draft(new SomeBrief().under(twice).days(14)).estimatedPosts())
                .isEqualTo(42);
    }

    private static void assertImpossible(Runnable move, String param) {
        var refusal = assertRefused(move, Kind.UNPROCESSABLE);
        assertThat(refusal.violations().get(0).param()).isEqualTo(param);
    }

    private static Refusal assertRefused(Runnable move, Kind kind) {
        var refusal = catchThrowableOfType(Refusal.class, move::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code().kind()).isEqualTo(kind);
        return refusal;
    }

    private static Mission active() {
        var mission = draft(new SomeBrief());
        mission.start(NOW);
        return mission;
    }

    private static Mission draft(SomeBrief brief) {
        return new Mission("msn_1", new Owner("tnt_1", Mode.LIVE), "usr_1", brief.build(), NOW);
    }
}
