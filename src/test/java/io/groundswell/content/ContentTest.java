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
import org.junit.jupiter.params.provider.MethodSource;

class ContentTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Publication.Outcome OUT = new Publication.Outcome("1", "https://example.com/1", null);

    /** The contract's table, written down a second time. */
    private static final Map<ContentStatus, Set<ContentStatus>> LEGAL = new EnumMap<>(Map.of(
            DRAFT, Set.of(DRAFT, PENDING_REVIEW, APPROVED, REJECTED, ARCHIVED),
            PENDING_REVIEW, Set.of(DRAFT, APPROVED, REJECTED, ARCHIVED),
            APPROVED, Set.of(DRAFT, PENDING_REVIEW, REJECTED, SCHEDULED, PUBLISHED, ARCHIVED),
            REJECTED, Set.of(DRAFT, ARCHIVED),
            SCHEDULED, Set.of(SCHEDULED, PENDING_REVIEW, APPROVED, PUBLISHED, FAILED),
            PUBLISHED, Set.of(ARCHIVED),
            FAILED, Set.of(DRAFT, SCHEDULED, PUBLISHED, ARCHIVED),
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
    void a_rewritten_item_is_another_version_that_nobody_reviewed() {
        // Given
        var content = in(REJECTED);
        // When
        content.rewrite(content.copy(), List.of(), content.metadata(), NOW);
        // Then
        assertThat(content.version()).isEqualTo(2);
        assertThat(content.review().reviewedBy()).isNull();
        assertThat(content.review().reason()).isNull();
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
            case DRAFT -> content.rewrite(content.copy(), List.of(), content.metadata(), NOW);
            case PENDING_REVIEW -> content.askForReview(NOW);
            case APPROVED -> content.approve("usr_1", null, NOW);
            case REJECTED -> content.reject("usr_1", "dull", null, NOW);
            case SCHEDULED -> content.schedule(Moment.in(java.time.ZoneOffset.UTC, NOW.plusSeconds(60)), NOW);
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
                new Metadata("Launch", null, null, null, "en", null, null, 0.5, null, 0),
                null,
                0);
        return new Content(made, "UTC", NOW);
    }
}
