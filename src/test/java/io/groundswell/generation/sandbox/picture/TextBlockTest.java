package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextBlockTest {
    private static final Typeface FACE = Typeface.load("InterDisplay-Bold.otf");
    private static final Style STYLE = new Style(FACE, -0.015, 1.1);

    @Property(tries = 300)
    void text_never_leaves_its_box(
            @ForAll @StringLength(max = 400) String text,
            @ForAll @DoubleRange(min = 120, max = 1000) double width,
            @ForAll @DoubleRange(min = 0, max = 900) double height) {
        // When
        TextBlock block = TextBlock.fit(FACE.legible(text), STYLE, new TextBlock.Box(width, height, 90, 30, 6));
        // Then
        assertThat(block.height()).isLessThanOrEqualTo(height + 1e-6);
        assertThat(block.lines())
                .hasSizeLessThanOrEqualTo(6)
                .allSatisfy(line -> assertThat(STYLE.width(line, block.size())).isLessThanOrEqualTo(width + 1e-6));
    }

    @Property(tries = 100)
    void latin_words_never_leave_their_box(@ForAll("sentences") String text) {
        // When
        TextBlock block = TextBlock.fit(text, STYLE, new TextBlock.Box(500, 300, 90, 30, 6));
        // Then
        assertThat(block.height()).isLessThanOrEqualTo(300);
        assertThat(block.lines())
                .allSatisfy(line -> assertThat(STYLE.width(line, block.size())).isLessThanOrEqualTo(500));
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(60)
                .list()
                .ofMaxSize(60)
                .map(words -> String.join(" ", words));
    }

    @Test
    void a_short_headline_is_set_large_and_a_long_one_smaller_but_whole() {
        // Given
        TextBlock.Box box = new TextBlock.Box(600, 300, 90, 30, 6);
        String longer = "A headline of a good many words that would not fit if it were set as large as a short one";
        // When
        TextBlock large = TextBlock.fit("Ship smaller", STYLE, box);
        TextBlock small = TextBlock.fit(longer, STYLE, box);
        // Then
        assertThat(large.size()).isEqualTo(90);
        assertThat(small.size()).isLessThan(90);
        assertThat(String.join(" ", small.lines())).isEqualTo(longer);
    }

    @Test
    void what_does_not_fit_ends_in_an_ellipsis() {
        // When
        TextBlock block = TextBlock.fit("word ".repeat(200).strip(), STYLE, new TextBlock.Box(300, 100, 60, 30, 2));
        // Then
        assertThat(block.lines()).hasSize(2);
        assertThat(block.lines().get(1)).endsWith("…");
    }

    @Test
    void characters_the_font_lacks_are_left_out() {
        assertThat(FACE.legible("Gute  Laune 🎉\tfür\u200B alle")).isEqualTo("Gute Laune für alle");
        assertThat(FACE.legible("Кофе и ёлки")).isEqualTo("Кофе и ёлки");
        assertThat(FACE.legible("日本語 v2")).isEmpty();
        assertThat(FACE.legible(null)).isEmpty();
    }
}
