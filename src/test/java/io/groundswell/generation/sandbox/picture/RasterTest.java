package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RasterTest {

    @Property(tries = 200)
    void a_disc_covers_its_area_wherever_it_lies(
            @ForAll @DoubleRange(min = 12, max = 50) double x,
            @ForAll @DoubleRange(min = 12, max = 50) double y,
            @ForAll @DoubleRange(min = 2, max = 12) double radius) {
        // Given
        Raster raster = new Raster(64, 64, Rgb.BLACK);
        // When
        raster.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), Rgb.WHITE);
        // Then
        double covered = Arrays.stream(raster.pixels)
                .mapToDouble(p -> (p & 0xFF) / 255.0)
                .sum();
        double area = Math.PI * radius * radius;
        assertThat(covered).isCloseTo(area, within(0.05 * area + 0.5));
    }

    @Test
    void an_edge_through_a_pixel_is_a_shade() {
        // Given
        Raster raster = new Raster(4, 1, Rgb.BLACK);
        // When
        raster.fill(new Rectangle2D.Double(0.6, 0, 2.4, 1), Rgb.WHITE);
        // Then
        assertThat(raster.pixels).containsExactly(0x666666, Rgb.WHITE, Rgb.WHITE, Rgb.BLACK);
    }

    @Test
    void what_lies_outside_is_dropped() {
        // Given
        Raster raster = new Raster(2, 2, Rgb.BLACK);
        // When
        raster.fill(new Rectangle2D.Double(-5, -5, 6, 20), Rgb.WHITE);
        // Then
        assertThat(raster.pixels).containsExactly(Rgb.WHITE, Rgb.BLACK, Rgb.WHITE, Rgb.BLACK);
    }

    @Test
    void a_smaller_copy_mixes_the_pixels_it_stands_for() {
        // Given
        Raster raster = new Raster(2, 2, Rgb.BLACK);
        raster.pixels[0] = Rgb.WHITE;
        // Then
        assertThat(raster.shrink(2).pixels).containsExactly(0x404040);
    }

    @Test
    void a_copy_of_any_size_mixes_by_how_much_is_covered() {
        // Given
        Raster raster = new Raster(3, 2, Rgb.BLACK);
        raster.pixels[1] = Rgb.WHITE;
        raster.pixels[4] = Rgb.WHITE;
        // Then
        assertThat(Scaled.of(raster, 2, 1).pixels).containsExactly(0x555555, 0x555555);
        assertThat(Scaled.of(raster, 3, 2).pixels).isEqualTo(raster.pixels);
        assertThat(Scaled.of(raster, 1, 1).pixels).containsExactly(0x555555);
    }

    @Test
    void the_largest_picture_is_scaled_without_an_overflow() {
        Raster small = Scaled.of(new Raster(4_096, 4_096, Rgb.WHITE), 4_000, 3_999);
        assertThat(Arrays.stream(small.pixels).allMatch(pixel -> pixel == Rgb.WHITE))
                .isTrue();
    }
}
