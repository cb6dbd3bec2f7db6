package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PngTest {

    @Property(tries = 200)
    void every_pixel_survives(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 1600) int colors,
            @ForAll long seed)
            throws IOException {
        // Given
        Raster raster = new Raster(width, height, 0);
        int[] choice = new Random(seed).ints(colors, 0, 1 << 24).toArray();
        for (int i = 0; i < raster.pixels.length; i++) {
            raster.pixels[i] = choice[i % colors];
        }
        // When
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(raster)));
        // Then
        for (int i = 0; i < raster.pixels.length; i++) {
            assertThat(image.getRGB(i % width, i / width) & 0xFFFFFF).isEqualTo(raster.pixels[i]);
        }
    }
}
