package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private static BufferedImage noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 30_000, 1_000, 100})
    void a_picture_is_made_smaller_until_it_fits_and_no_smaller_than_that(int most) throws IOException {
        var read = PngPicture.read(png(noise(300, 200))).orElseThrow();
        // When
        var small = read.within(most).orElseThrow();
        // Then
        var seen = ImageIO.read(new ByteArrayInputStream(small.bytes()));
        assertThat(seen.getWidth()).isEqualTo(small.width()).isLessThan(300);
        assertThat(seen.getHeight()).isEqualTo(small.height());
        assertThat((double) small.width() / small.height()).isCloseTo(1.5, within(1.0 / small.height()));
        assertThat(small.bytes()).hasSizeBetween(most * 2 / 3, most);
        assertThat(read.within(most).orElseThrow().bytes()).isEqualTo(small.bytes());
    }

    @Test
    void a_picture_that_fits_is_left_as_it_is() throws IOException {
        var read = PngPicture.read(png(noise(30, 20))).orElseThrow();
        assertThat(read.within(read.bytes().length)).containsSame(read);
        assertThat(read.within(50)).isEmpty();
    }

    @Test
    void a_picture_that_is_only_badly_packed_keeps_its_size() throws IOException {
        var packed = png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
        var comment = ByteBuffer.allocate(12 + 5_000).putInt(5_000).put("tEXt".getBytes(StandardCharsets.US_ASCII));
        var loose = ByteBuffer.allocate(packed.length + comment.capacity())
                .put(packed, 0, 33)
                .put(comment.array())
                .put(packed, 33, packed.length - 33);
        var small = PngPicture.read(loose.array()).orElseThrow().within(3_000).orElseThrow();
        assertThat(small.width()).isEqualTo(300);
        assertThat(small.bytes()).hasSizeLessThanOrEqualTo(3_000);
    }
}
