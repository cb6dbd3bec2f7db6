package io.groundswell.generation.sandbox.picture;

import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * Converts to what the encoder takes: luma 16 to 235 per pixel and chroma 16 to 240 per square of four (ITU-R BT.709,
 * 8 bit), each less 128 so that it fits a signed byte.
 */
final class YuvPicture {
    private static final double LUMA_RANGE = 219 / 255.0;
    private static final double CHROMA_RANGE = 224 / 255.0;

    private YuvPicture() {}

    static Picture of(Raster raster) {
        // The encoder knows no other name for 4:2:0; the range that players see is the one in its parameters.
        Picture picture = Picture.create(raster.width, raster.height, ColorSpace.YUV420J);
        byte[] luma = picture.getPlaneData(0);
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) Math.round(16 - 128 + LUMA_RANGE * weigh(raster.pixels[i], 0.2126, 0.7152, 0.0722));
        }
        Raster quarter = raster.shrink(2);
        byte[] blue = picture.getPlaneData(1);
        byte[] red = picture.getPlaneData(2);
        for (int i = 0; i < blue.length; i++) {
            blue[i] = (byte) Math.round(CHROMA_RANGE * weigh(quarter.pixels[i], -0.1146, -0.3854, 0.5));
            red[i] = (byte) Math.round(CHROMA_RANGE * weigh(quarter.pixels[i], 0.5, -0.4542, -0.0458));
        }
        return picture;
    }

    private static double weigh(int pixel, double red, double green, double blue) {
        return red * (pixel >> 16 & 0xFF) + green * (pixel >> 8 & 0xFF) + blue * (pixel & 0xFF);
    }
}
