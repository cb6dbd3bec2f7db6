package io.groundswell.generation.sandbox.picture;

import java.awt.Shape;
import java.util.Arrays;

/** A picture in memory, {@code 0xRRGGBB} per pixel, row by row from the top left. */
final class Raster {
    /** Few shades per edge keep the number of colours of a picture within one byte; the eye does not see the rest. */
    private static final int SHADES = 15;

    final int width;
    final int height;
    final int[] pixels;

    Raster(int width, int height, int color) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        Arrays.fill(pixels, color);
    }

    void fillRectangle(int left, int top, int right, int bottom, int color) {
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            Arrays.fill(pixels, y * width + Math.max(0, left), y * width + Math.min(width, right), color);
        }
    }

    /** Fills what the shape covers, with smooth edges; parts outside the picture are dropped. */
    void fill(Shape shape, int color) {
        Coverage coverage = Coverage.of(shape);
        for (int row = 0; row < coverage.height; row++) {
            int y = coverage.top + row;
            if (y >= 0 && y < height) {
                fillRow(coverage, row, y * width, color);
            }
        }
    }

    private void fillRow(Coverage coverage, int row, int start, int color) {
        float winding = 0;
        for (int column = 0; column < coverage.width; column++) {
            winding += coverage.change(column, row);
            int shade = Math.round(Math.min(1, Math.abs(winding)) * SHADES);
            int x = coverage.left + column;
            if (shade > 0 && x >= 0 && x < width) {
                int below = pixels[start + x];
                pixels[start + x] = shade == SHADES ? color : Rgb.mix(below, color, (double) shade / SHADES);
            }
        }
    }

    /** A copy with {@code 1 / factor} of the width and height; each pixel is the mean of those it stands for. */
    Raster shrink(int factor) {
        Raster small = new Raster(width / factor, height / factor, 0);
        for (int y = 0; y < small.height; y++) {
            for (int x = 0; x < small.width; x++) {
                small.pixels[y * small.width + x] = mean(x * factor, y * factor, factor);
            }
        }
        return small;
    }

    private int mean(int left, int top, int factor) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < top + factor; y++) {
            for (int x = left; x < left + factor; x++) {
                int pixel = pixels[y * width + x];
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        int count = factor * factor;
        int half = count / 2;
        return (red + half) / count << 16 | (green + half) / count << 8 | (blue + half) / count;
    }
}
