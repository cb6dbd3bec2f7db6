package io.groundswell.generation.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PngPictureProperties {
    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Property(tries = 200)
    void a_broken_file_is_no_picture_and_no_accident(@ForAll @IntRange(max = 400) int at, @ForAll byte other)
            throws IOException {
        var bytes = png(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
        assertThat(PngPicture.read(Arrays.copyOf(bytes, Math.min(at, bytes.length - 13))))
                .isEmpty();
        bytes[at % bytes.length] = other;
        PngPicture.read(bytes).ifPresent(read -> assertThat(read.width()).isPositive());
    }
}
