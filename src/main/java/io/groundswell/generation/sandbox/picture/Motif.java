package io.groundswell.generation.sandbox.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An ornament of square tiles, each with a plain figure, in a few pairs of the palette's colours. */
final class Motif {
    private static final int PAIRS = 5;

    private record Pair(int ground, int figure) {}

    private final Random random;
    private final List<Pair> pairs;
    private int lastPair;

    Motif(Palette palette, Random random) {
        this.random = random;
        this.pairs = pairs(palette.tiles());
    }

    private List<Pair> pairs(List<Integer> colors) {
        List<Pair> chosen = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            int ground = random.nextInt(colors.size());
            int figure = (ground + 1 + random.nextInt(colors.size() - 1)) % colors.size();
            chosen.add(new Pair(colors.get(ground), colors.get(figure)));
        }
        return chosen;
    }

    void draw(Raster raster, Layout layout) {
        Layout.Tiling tiling = layout.tiling();
        for (int row = 0; row < tiling.rows(); row++) {
            for (int column = 0; column < tiling.columns(); column++) {
                drawTile(raster, tiling.left() + column * tiling.side(), row * tiling.side(), tiling.side());
            }
        }
    }

    private void drawTile(Raster raster, double x, double y, double side) {
        lastPair = (lastPair + 1 + random.nextInt(PAIRS - 1)) % PAIRS;
        Pair pair = pairs.get(lastPair);
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        raster.fillRectangle(left, top, (int) Math.round(x + side), (int) Math.round(y + side), pair.ground());

        Figure figure = Figure.values()[random.nextInt(Figure.values().length)];
        AffineTransform place = AffineTransform.getTranslateInstance(left, top);
        place.scale(Math.round(x + side) - left, Math.round(y + side) - top);
        place.quadrantRotate(random.nextInt(4), 0.5, 0.5);
        for (int layer = 0; layer < figure.layers().size(); layer++) {
            Shape shape = new Path2D.Double(figure.layers().get(layer), place);
            raster.fill(shape, layer % 2 == 0 ? pair.figure() : pair.ground());
        }
    }
}
