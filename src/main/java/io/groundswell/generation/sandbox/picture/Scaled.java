package io.groundswell.generation.sandbox.picture;

/** A smaller copy of any size: each pixel is the mean of those that it covers, by how much it covers of them. */
final class Scaled {
    private final Raster from;
    private final Raster to;

    private Scaled(Raster from, Raster to) {
        this.from = from;
        this.to = to;
    }

    static Raster of(Raster picture, int width, int height) {
        var scaled = new Scaled(picture, new Raster(width, height, 0));
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                scaled.to.pixels[y * width + x] = scaled.mean(x, y);
            }
        }
        return scaled.to;
    }

    /** Both pictures lie on a grid where a pixel of one is as wide as the other has pixels, so that all is whole numbers. */
    private int mean(int x, int y) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (var row = y * from.height / to.height; row * to.height < (y + 1) * from.height; row++) {
            var high = covered(row, to.height, y, from.height);
            for (var column = x * from.width / to.width; column * to.width < (x + 1) * from.width; column++) {
                var share = high * covered(column, to.width, x, from.width);
                var pixel = from.pixels[row * from.width + column];
                red += share * (pixel >> 16 & 0xFF);
                green += share * (pixel >> 8 & 0xFF);
                blue += share * (pixel & 0xFF);
            }
        }
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static long covered(int source, int sourceSide, int target, int targetSide) {
        return Math.min((source + 1) * sourceSide, (target + 1) * targetSide)
                - Math.max(source * sourceSide, target * targetSide);
    }

    private int level(long sum) {
        var whole = (long) from.width * from.height;
        return (int) ((sum + whole / 2) / whole);
    }
}
