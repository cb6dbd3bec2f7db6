package io.groundswell.content;

import static io.groundswell.content.ContentStatus.APPROVED;
import static io.groundswell.content.ContentStatus.ARCHIVED;
import static io.groundswell.content.ContentStatus.DRAFT;
import static io.groundswell.content.ContentStatus.FAILED;
import static io.groundswell.content.ContentStatus.PENDING_REVIEW;
import static io.groundswell.content.ContentStatus.PUBLISHED;
import static io.groundswell.content.ContentStatus.REJECTED;
import static io.groundswell.content.ContentStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Publication.Outcome OUT = new Publication.Outcome(1, "1", "https://example.com/1", null, null);

    /** The contract's table, written down a second time. */
    private static final Map<ContentStatus, Set<ContentStatus>> LEGAL = new EnumMap<>(Map.of(
            DRAFT, Set.of(DRAFT, PENDING_REVIEW, APPROVED, REJECTED, ARCHIVED),
            PENDING_REVIEW, Set.of(DRAFT, PENDING_REVIEW, APPROVED, REJECTED, ARCHIVED),
            APPROVED, Set.of(DRAFT, PENDING_REVIEW, REJECTED, SCHEDULED, PUBLISHED, ARCHIVED),
            REJECTED, Set.of(DRAFT, PENDING_REVIEW, ARCHIVED),
            SCHEDULED, Set.of(SCHEDULED, PENDING_REVIEW, APPROVED, PUBLISHED, FAILED),
            PUBLISHED, Set.of(ARCHIVED),
            FAILED, Set.of(DRAFT, PENDING_REVIEW, SCHEDULED, PUBLISHED, ARCHIVED),
            ARCHIVED, Set.of()));

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ContentStatus.values())
                .flatMap(from -> Arrays.stream(ContentStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void an_item_makes_exactly_the_moves_of_the_table(ContentStatus from, ContentStatus to) {
        // Given
        var content = in(from);
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> move(content, to));
        // Then
        if (LEGAL.get(from).contains(to)) {
            assertThat(refused).isNull();
            assertThat(content.status()).isEqualTo(to);
        } else {
            assertThat(refused.code()).isEqualTo(ContentError.CONTENT_STATE);
            assertThat(content.status()).isEqualTo(from);
        }
    }

    @Test
    void an_item_that_is_being_published_stays_as_it_is() {
        // Given
        var content = in(SCHEDULED);
        content.claim("claim", NOW.plusSeconds(60));
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> content.unschedule(true, NOW));
        // Then
        assertThat(refused.code()).isEqualTo(ContentError.CONTENT_IN_FLIGHT);
        assertThat(content.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void a_rejected_item_is_another_version_once_it_is_rewritten_which_nobody_reviewed() {
        // Given
        var content = in(REJECTED);
        content.words().await("job_1");
        // When
        content.rewrite(SomeCopy.of("Better"), List.of(), content.metadata(), NOW);
        // Then
        assertThat(content.version()).isEqualTo(2);
        assertThat(content.status()).isEqualTo(DRAFT);
        assertThat(content.copy().primary()).isEqualTo("Better");
        assertThat(content.review().reviewedBy()).isNull();
        assertThat(content.review().reason()).isNull();
    }

    @Test
    void a_regenerated_item_is_another_version_at_once_and_the_same_one_when_its_words_come() {
        // Given
        var content = in(FAILED);
        // When
        content.regenerate("job_1", NOW);
        // Then
        assertThat(content.version()).isEqualTo(2);
        assertThat(content.status()).isEqualTo(DRAFT);
        assertThat(content.scheduling().scheduled()).isNull();
        assertThat(content.review().reviewedBy()).isNull();
        assertThat(content.publication().error()).isNull();
        // When
        content.rewrite(SomeCopy.of("Better"), List.of(), content.metadata(), NOW);
        // Then
        assertThat(content.version()).isEqualTo(2);
        assertThat(content.copy().primary()).isEqualTo("Better");
        assertThat(content.words().areAwaited()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentStatus.class,
            names = {"DRAFT", "PENDING_REVIEW", "APPROVED", "REJECTED"})
    void nobody_decides_on_words_that_are_about_to_be_replaced(ContentStatus to) {
        // Given
        var content = in(DRAFT);
        content.regenerate("job_1", NOW);
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> move(content, to));
        // Then
        assertThat(refused.code()).isEqualTo(ContentError.CONTENT_AWAITS_WORDS);
        assertThat(content.words().isAwaiting("job_1")).isTrue();
    }

    @Test
    void archiving_and_editing_call_a_rewriting_off() {
        // Given
        var archived = in(DRAFT);
        archived.regenerate("job_1", NOW);
        var edited = in(DRAFT);
        edited.regenerate("job_1", NOW);
        // When
        archived.archive(NOW);
        edited.edit(SomeCopy.of("By hand"), List.of(), NOW);
        // Then
        assertThat(archived.words().areAwaited()).isFalse();
        assertThat(edited.words().areAwaited()).isFalse();
        assertThat(edited.version()).isEqualTo(3);
        assertThat(edited.status()).isEqualTo(DRAFT);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DRAFT",
        "PENDING_REVIEW, PENDING_REVIEW",
        "APPROVED, APPROVED",
        "REJECTED, DRAFT",
        "SCHEDULED, SCHEDULED",
        "FAILED, FAILED"
    })
    void an_edit_of_what_needs_no_review_keeps_the_status(ContentStatus before, ContentStatus after) {
        // Given
        var content = in(before);
        var time = content.scheduling().scheduled();
        // When
        content.edit(SomeCopy.of("Other"), List.of(), NOW);
        // Then
        assertThat(content.status()).isEqualTo(after);
        assertThat(content.version()).isEqualTo(2);
        assertThat(content.scheduling().scheduled()).isEqualTo(time);
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentStatus.class,
            names = {"PUBLISHED", "ARCHIVED"},
            mode = EnumSource.Mode.EXCLUDE)
    void an_edit_of_what_needs_review_goes_back_to_its_reviewers(ContentStatus before) {
        // Given
        var content = in(before);
        content.review().require();
        content.review().add(new Review.Approval("usr_1", NOW, null, 1));
        // When
        content.edit(SomeCopy.of("Other"), List.of(), NOW.plusSeconds(9));
        // Then
        assertThat(content.status()).isEqualTo(PENDING_REVIEW);
        assertThat(content.review().approvals()).isEmpty();
        assertThat(content.review().reviewedBy()).isNull();
        assertThat(content.scheduling().scheduled()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentStatus.class,
            names = {"PUBLISHED", "ARCHIVED"})
    void what_is_out_or_put_away_is_not_edited(ContentStatus status) {
        var content = in(status);
        var refused = catchThrowableOfType(Refusal.class, () -> content.edit(SomeCopy.of("Other"), List.of(), NOW));
        assertThat(refused.code()).isEqualTo(ContentError.CONTENT_STATE);
        assertThat(content.version()).isEqualTo(1);
    }

    @Test
    void an_item_remembers_the_versions_that_may_be_out() {
        // Given
        var content = in(SCHEDULED);
        content.claim("claim", NOW.plusSeconds(60));
        content.publication().release("timeout", NOW.plusSeconds(90));
        // When
        content.edit(SomeCopy.of("Other"), List.of(), NOW);
        content.edit(SomeCopy.of("Another"), List.of(), NOW);
        // Then
        assertThat(content.publication().earlierTries())
                .containsExactly(new Publication.EarlierTry(1, SomeCopy.of("Hello"), List.of()));
        assertThat(content.publication().mayBeOut()).isFalse();
    }

    @Test
    void an_item_is_not_tried_in_versions_without_end() {
        var content = in(SCHEDULED);
        for (var version = 1; version <= 20; version++) {
            content.claim("claim", NOW.plusSeconds(60));
            content.publication().release("timeout", NOW.plusSeconds(90));
            content.edit(SomeCopy.of("Other " + version), List.of(), NOW);
        }
        content.claim("claim", NOW.plusSeconds(60));
        content.publication().release("timeout", NOW.plusSeconds(90));
        assertThat(catchThrowableOfType(Refusal.class, () -> content.edit(SomeCopy.of("Last"), List.of(), NOW))
                        .code())
                .isEqualTo(ContentError.CONTENT_STATE);
    }

    @Test
    void a_writer_is_not_sure_of_words_that_a_person_changed() {
        var content = in(DRAFT);
        assertThat(content.words().confidence()).isEqualTo(0.5);
        content.edit(SomeCopy.of("Other"), List.of(), NOW);
        assertThat(content.words().confidence()).isNull();
    }

    @Test
    void nor_of_words_that_a_person_wrote_in_place_of_its_next_ones() {
        var content = draft();
        content.regenerate("job_1", NOW);
        content.edit(SomeCopy.of("Other"), List.of(), NOW);
        assertThat(content.words().confidence()).isNull();
    }

    @Test
    void nor_of_those_that_replace_words_which_were_turned_down() {
        var content = draft();
        content.reject("usr_1", "Dull", null, NOW);
        content.edit(SomeCopy.of("Other"), List.of(), NOW);
        assertThat(content.status()).isEqualTo(DRAFT);
        assertThat(content.words().confidence()).isNull();
    }

    private static Content in(ContentStatus status) {
        var content = draft();
        switch (status) {
            case DRAFT -> {}
            case SCHEDULED, PUBLISHED, FAILED -> {
                move(content, APPROVED);
                move(content, SCHEDULED);
                if (status != SCHEDULED) {
                    move(content, status);
                }
            }
            case PENDING_REVIEW, APPROVED, REJECTED, ARCHIVED -> move(content, status);
        }
        return content;
    }

    private static void move(Content content, ContentStatus to) {
        switch (to) {
            case DRAFT -> content.regenerate("job_1", NOW);
            case PENDING_REVIEW -> content.askForReview(NOW);
            case APPROVED -> content.approve("usr_1", null, NOW);
            case REJECTED -> content.reject("usr_1", "dull", null, NOW);
            case SCHEDULED -> content.schedule(Moment.in(java.time.ZoneOffset.UTC, NOW.plusSeconds(60)), "UTC", NOW);
            case PUBLISHED -> content.published(OUT, NOW);
            case FAILED -> content.failed("no", NOW);
            case ARCHIVED -> content.archive(NOW);
        }
    }

    private static Content draft() {
        var made = new NewContent(
                "cnt_1",
                new Owner("tnt_1", Mode.TEST),
                "msn_1",
                1,
                1,
                Platform.TWITTER,
                ContentType.POST,
                SomeCopy.of("Hello"),
                List.of(),
                new Metadata("Launch", null, null, null, "en", null, null, 0.5, null, 0, false),
                null,
                0);
        return new Content(made, "UTC", NOW);
    }
}
