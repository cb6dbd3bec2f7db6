package io.groundswell.video;

import static io.groundswell.video.TrackingStatus.AUTO_TRACKED;
import static io.groundswell.video.TrackingStatus.DIRECT_ADD;
import static io.groundswell.video.TrackingStatus.EXCLUDED;
import static io.groundswell.video.TrackingStatus.INCLUDED;
import static io.groundswell.video.TrackingStatus.PENDING_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.program.ProgramService.Note;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTest {
    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final UUID CREATOR = UUID.randomUUID();

    /** The whole table: what may be decided about a video of each status. */
    private static final Map<TrackingStatus, Set<TrackingStatus>> MOVES = Map.of(
            AUTO_TRACKED, EnumSet.of(INCLUDED, EXCLUDED),
            PENDING_REVIEW, EnumSet.of(INCLUDED, EXCLUDED),
            INCLUDED, EnumSet.of(EXCLUDED),
            EXCLUDED, EnumSet.of(INCLUDED),
            DIRECT_ADD, EnumSet.of(INCLUDED, EXCLUDED));

    private static Video video(TrackingStatus status) {
        return new Video(
                new Owner("tnt_1", Mode.LIVE),
                UUID.randomUUID(),
                new VideoAddress("https://www.tiktok.com/@a/video/1", "1"),
                CREATOR,
                told(status),
                NOON);
    }

    private static VideoDetails told(TrackingStatus status) {
        return new VideoDetails(null, null, null, null, status);
    }

    private static VideoDetails titled(String title) {
        return new VideoDetails(new Note(title), null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n"})
    void a_blank_title_is_none(String blank) {
        // Given
        var video = video(DIRECT_ADD);
        video.describe(titled("Soup"), NOON);
        // When
        video.describe(titled(blank), LATER);
        // Then
        assertThat(video.title()).isNull();
    }

    @ParameterizedTest
    @EnumSource(TrackingStatus.class)
    void what_the_table_allows_is_decided_and_nothing_else(TrackingStatus from) {
        for (var to : TrackingStatus.values()) {
            // Given
            var video = video(from);
            // When
            var thrown = catchThrowableOfType(Refusal.class, () -> video.decide(to, LATER));
            // Then
            var allowed = MOVES.get(from).contains(to);
            assertThat(thrown == null).as("from %s to %s", from, to).isEqualTo(allowed);
            assertThat(video.trackingStatus()).isEqualTo(allowed ? to : from);
            assertThat(video.updatedAt()).isEqualTo(allowed ? LATER : NOON);
        }
    }

    @Test
    void what_waits_for_a_reviewer_and_what_is_excluded_does_not_count() {
        assertThat(EnumSet.allOf(TrackingStatus.class).stream().filter(TrackingStatus::counts))
                .containsExactlyInAnyOrder(AUTO_TRACKED, INCLUDED, DIRECT_ADD);
    }

    @Test
    void one_that_is_not_told_otherwise_was_added_by_its_address() {
        assertThat(video(null).trackingStatus()).isEqualTo(DIRECT_ADD);
    }

    @Test
    void switching_off_or_on_what_is_off_or_on_changes_nothing() {
        var video = video(INCLUDED);

        assertThat(video.enable(LATER)).isFalse();
        assertThat(video.updatedAt()).isEqualTo(NOON);
        assertThat(video.disable(NOON)).isTrue();
        assertThat(video.disable(LATER)).isFalse();
        assertThat(video.disabledAt()).isEqualTo(NOON);
        assertThat(video.enable(LATER)).isTrue();
        assertThat(video.disabledAt()).isNull();
    }

    @Test
    void one_that_was_switched_off_stays_off_when_it_is_included_after_all() {
        // Given
        var video = video(PENDING_REVIEW);
        video.disable(NOON);
        video.decide(EXCLUDED, NOON);
        // When
        video.decide(INCLUDED, LATER);
        // Then
        assertThat(video.disabledAt()).isEqualTo(NOON);
    }

    @Test
    void one_that_is_added_again_is_on_and_belongs_to_whom_it_is_said_to() {
        // Given
        var video = video(AUTO_TRACKED);
        video.disable(NOON);
        // When
        video.addAgain(null, told(null), LATER);
        // Then
        assertThat(video.trackingStatus()).isEqualTo(DIRECT_ADD);
        assertThat(video.disabledAt()).isNull();
        assertThat(video.creatorId()).isNull();
        assertThat(video.createdAt()).isEqualTo(NOON);
    }
}
