package io.groundswell.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.program.ProgramService.Note;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreatorTest {
    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    private final Creator creator = new Creator(
            new Owner("tnt_1", Mode.LIVE), UUID.randomUUID(), told("some.one", new Note("Some One")), TODAY, NOON);

    private static CreatorDetails told(String handle, Note name) {
        return new CreatorDetails(handle, name, null, null, null, null);
    }

    @Test
    void what_is_not_told_of_a_new_one_is_as_usual() {
        assertThat(creator.trackingMode()).isEqualTo(TrackingMode.AUTO);
        assertThat(creator.trackingStartDate()).isEqualTo(TODAY);
        assertThat(creator.metadata()).isEqualTo("{}");
        assertThat(creator.readme()).isNull();
    }

    @Test
    void one_that_comes_back_keeps_what_it_is_not_told_anew() {
        // Given
        creator.describe(
                new CreatorDetails(null, null, TrackingMode.SELECTIVE, null, new Note("Shy"), "{\"a\":1}"), NOON);
        creator.remove(NOON);
        // When
        creator.comeBack(told("SOME.one", null), LATER);
        // Then
        assertThat(creator.handle()).isEqualTo("SOME.one");
        assertThat(creator.displayName()).isEqualTo("Some One");
        assertThat(creator.trackingMode()).isEqualTo(TrackingMode.SELECTIVE);
        assertThat(creator.readme()).isEqualTo("Shy");
        assertThat(creator.metadata()).isEqualTo("{\"a\":1}");
        assertThat(creator.createdAt()).isEqualTo(NOON);
        assertThat(creator.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void enabling_one_that_is_tracked_changes_nothing() {
        assertThat(creator.enable(LATER)).isFalse();
        assertThat(creator.updatedAt()).isEqualTo(NOON);
    }
}
