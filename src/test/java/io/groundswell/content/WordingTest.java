package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.shared.PublicId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void an_item_without_variations_has_its_own_words() {
        var copy = SomeCopy.of("Own");
        assertThat(Wording.of("cnt_1", copy)).isEqualTo(new Wording(copy, null));
    }

    @Test
    void a_variation_takes_the_place_of_the_text_and_of_nothing_else() {
        // Given
        var copy = new Copy(
                "Own",
                "Head",
                "Hook",
                "Body",
                "Go",
                List.of("#a"),
                null,
                null,
                null,
                null,
                List.of(new Copy.Variation("a", "Calm", "Varied", 0.5)),
                null);
        // When
        var wording = Wording.of("cnt_1", copy);
        // Then
        assertThat(wording.variationId()).isEqualTo("a");
        assertThat(wording.copy()).isEqualTo(copy.withPrimary("Varied"));
        assertThat(wording.copy().cta()).isEqualTo("Go");
    }

    @Test
    void the_same_item_always_gets_the_same_words() {
        var copy = SomeCopy.varied("one", "two", "three");
        for (var round = 0; round < 100; round++) {
            var id = PublicId.next(Content.ID_PREFIX);
            assertThat(Wording.of(id, copy)).isEqualTo(Wording.of(id, copy));
        }
        // These are what the servers of all releases pick.
        assertThat(Wording.of("cnt_0000000000000000", copy).variationId()).isEqualTo("c");
        assertThat(Wording.of("cnt_5zN1pSsU7yA9vW6x", copy).variationId()).isEqualTo("b");
    }

    @Test
    void many_items_share_the_variations_by_weight() {
        // Given
        var variations = List.of(
                new Copy.Variation("a", null, "one", 1),
                new Copy.Variation("b", null, "two", 2),
                new Copy.Variation("c", null, "three", 5));
        var copy = new Copy("Own", null, null, null, null, null, null, null, null, null, variations, null);
        // When
        var picked = IntStream.range(0, 20_000)
                .mapToObj(number -> Wording.of("cnt_" + number, copy).variationId())
                .toList();
        // Then
        for (var variation : variations) {
            var share = picked.stream().filter(variation.id()::equals).count() / 20_000.0;
            assertThat(share).isCloseTo(variation.weight() / 8, within(0.02));
        }
    }
}
