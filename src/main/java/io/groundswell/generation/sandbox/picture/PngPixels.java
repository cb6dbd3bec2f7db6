package io.groundswell.generation.sandbox.picture;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Turns the data of a PNG into pixels; what can be seen through lies on white. */
final class PngPixels {
    private static final int MOST_PIXELS = 4_096;
    private static final int WHITE = 255;

    private PngPixels() {}

    static Raster raster(ByteBuffer header, byte[] data) throws DataFormatException {
        var width = header.getInt();
        var height = header.getInt();
        PngPicture.require(width >= 1 && width <= MOST_PIXELS && height >= 1 && height <= MOST_PIXELS);
        PngPicture.require(header.get() == 8);
        var channels = channels(header.get());
        PngPicture.require(header.get() == 0 && header.get() == 0 && header.get() == 0);
        var rows = inflate(data, height * (width * channels + 1));
        PngFilters.undo(rows, width * channels, channels);
        var raster = new Raster(width, height, 0);
        for (var y = 0; y < height; y++) {
            var row = y * (width * channels + 1) + 1;
            for (var x = 0; x < width; x++) {
                raster.pixels[y * width + x] = color(rows, row + x * channels, channels);
            }
        }
        return raster;
    }

    private static int channels(byte colorType) throws DataFormatException {
        return switch (colorType) {
            case 0 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw new DataFormatException("Colour type " + colorType);
        };
    }

    private static int color(byte[] rows, int at, int channels) {
        var alpha = channels % 2 == 0 ? rows[at + channels - 1] & 0xFF : 255;
        var red = onWhite(rows[at] & 0xFF, alpha);
        var green = channels < 3 ? red : onWhite(rows[at + 1] & 0xFF, alpha);
        var blue = channels < 3 ? red : onWhite(rows[at + 2] & 0xFF, alpha);
        return red << 16 | green << 8 | blue;
    }

    private static int onWhite(int level, int alpha) {
        return (level * alpha + WHITE * (255 - alpha)) / 255;
    }

    private static byte[] inflate(byte[] data, int length) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(data);
            var rows = new byte[length];
            var read = 0;
            while (read < length) {
                var more = inflater.inflate(rows, read, length - read);
                PngPicture.require(more > 0);
                read += more;
            }
            return rows;
        } finally {
            inflater.end();
        }
    }
}
