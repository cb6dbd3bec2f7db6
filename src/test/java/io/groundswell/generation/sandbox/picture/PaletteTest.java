package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Property(tries = 2000)
    void text_can_be_read_on_any_brands_colors(
            @ForAll @Size(max = 5) List<@IntRange(max = 0xFFFFFF) Integer> colors, @ForAll long seed) {
        // Given
        List<String> brand =
                colors.stream().map(color -> "#%06x".formatted(color)).toList();
        // When
        Palette palette = Palette.of(brand, new Random(seed));
        // Then
        assertReadable(palette);
        assertReadable(palette.closing());
    }

    private static void assertReadable(Palette palette) {
        assertThat(Rgb.contrast(palette.ink(), palette.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(Rgb.contrast(palette.muted(), palette.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(Rgb.contrast(palette.accent(), palette.paper())).isGreaterThanOrEqualTo(3);
    }

    @Test
    void brand_colors_are_used() {
        assertThat(Palette.of(List.of("#FF5A1F", "0b2545"), new Random(1)).tiles())
                .contains(0xFF5A1F, 0x0B2545);
    }

    @Test
    void malformed_colors_are_ignored() {
        assertThat(Palette.of(List.of("tomato", "#12", "", "#GGGGGG"), new Random(7)))
                .isEqualTo(Palette.of(List.of(), new Random(7)));
    }

    @Test
    void contrast_follows_the_published_examples() {
        assertThat(Rgb.contrast(Rgb.BLACK, Rgb.WHITE)).isCloseTo(21, within(0.001));
        assertThat(Rgb.contrast(0x767676, Rgb.WHITE)).isCloseTo(4.54, within(0.005));
        assertThat(Rgb.parse("#abc")).contains(0xAABBCC);
    }
}
