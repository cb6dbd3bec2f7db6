package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngPictureTest {
    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** Another decoder has to see the same in the thumbnail, which at this size is the picture itself. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY})
    void pictures_of_another_program_are_read_pixel_by_pixel(int type) throws IOException {
        // Given
        var image = new BufferedImage(61, 47, type);
        var random = new Random(7);
        for (var y = 0; y < 47; y++) {
            for (var x = 0; x < 61; x++) {
                image.setRGB(x, y, 0xFF000000 | (x * 4 << 16 | y * 5 << 8 | random.nextInt(8)));
            }
        }
        // When
        var read = PngPicture.read(png(image)).orElseThrow();
        // Then
        assertThat(read.width()).isEqualTo(61);
        assertThat(read.height()).isEqualTo(47);
        var seen = ImageIO.read(new ByteArrayInputStream(read.thumbnail()));
        var expected = ImageIO.read(new ByteArrayInputStream(png(image)));
        for (var y = 0; y < 47; y++) {
            for (var x = 0; x < 61; x++) {
                // Grey is compared by its level: the other program converts it on the way.
                var level = expected.getRaster().getSample(x, y, 0);
                assertThat(seen.getRGB(x, y) >> 16 & 0xFF).isEqualTo(level);
            }
        }
    }

    @Test
    void a_thumbnail_is_smaller() throws IOException {
        // When
        var read = PngPicture.read(png(new BufferedImage(1536, 1024, BufferedImage.TYPE_INT_RGB)))
                .orElseThrow();
        // Then
        var thumbnail = ImageIO.read(new ByteArrayInputStream(read.thumbnail()));
        assertThat(thumbnail.getWidth()).isEqualTo(512);
        assertThat(thumbnail.getHeight()).isEqualTo(341);
    }
}
