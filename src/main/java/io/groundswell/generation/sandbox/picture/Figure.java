package io.groundswell.generation.sandbox.picture;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** Figures in the unit square. Their layers alternate between the figure's colour and the ground's. */
enum Figure {
    DISC(circle(0.5, 0.5, 0.36)),
    RING(circle(0.5, 0.5, 0.4), circle(0.5, 0.5, 0.2)),
    QUARTER(sector(0, 0, 1, 270, 90)),
    RAINBOW(
            sector(0, 0, 1, 270, 90),
            sector(0, 0, 0.75, 270, 90),
            sector(0, 0, 0.5, 270, 90),
            sector(0, 0, 0.25, 270, 90)),
    ARCH(sector(0.5, 1, 0.5, 0, 180), sector(0.5, 1, 0.25, 0, 180)),
    HILLS(hills()),
    LEAF(leaf()),
    TRIANGLE(triangle()),
    STRIPES(stripes()),
    DOTS(dots());

    private final List<Shape> layers;

    Figure(Shape... layers) {
        this.layers = List.of(layers);
    }

    List<Shape> layers() {
        return layers;
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape sector(double x, double y, double radius, double start, double extent) {
        return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, start, extent, Arc2D.PIE);
    }

    private static Shape hills() {
        Path2D hills = new Path2D.Double();
        hills.append(sector(0.25, 1, 0.25, 0, 180), false);
        hills.append(sector(0.75, 1, 0.25, 0, 180), false);
        return hills;
    }

    private static Shape leaf() {
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(0, 0);
        leaf.curveTo(0.5523, 0, 1, 0.4477, 1, 1);
        leaf.curveTo(0.4477, 1, 0, 0.5523, 0, 0);
        leaf.closePath();
        return leaf;
    }

    private static Shape triangle() {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(0, 0);
        triangle.lineTo(1, 0);
        triangle.lineTo(0, 1);
        triangle.closePath();
        return triangle;
    }

    private static Shape stripes() {
        Path2D stripes = new Path2D.Double();
        Stream.of(0.0, 0.4, 0.8)
                .forEach(y -> stripes.append(new Rectangle2D.Double(0, y, 1, 0.2).getPathIterator(null), false));
        return stripes;
    }

    private static Shape dots() {
        Path2D dots = new Path2D.Double();
        for (int i = 0; i < 9; i++) {
            Shape dot = circle((1 + 2 * (i % 3)) / 6.0, (1 + 2 * (i / 3)) / 6.0, 0.08);
            dots.append(dot.getPathIterator(null), false);
        }
        return dots;
    }
}
