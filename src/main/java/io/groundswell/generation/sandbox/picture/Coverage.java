package io.groundswell.generation.sandbox.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * How much of each pixel a shape covers, exactly. Every edge adds its signed area to the cells it passes, so a running
 * sum along a row gives the winding of each pixel: the method of Levien's font-rs. Contours of a shape may not cross.
 */
final class Coverage {
    private static final double FLATNESS_PIXELS = 0.1;

    final int left;
    final int top;
    final int width;
    final int height;
    private final float[] changes;

    private Coverage(Rectangle2D bounds) {
        left = (int) Math.floor(bounds.getMinX());
        top = (int) Math.floor(bounds.getMinY());
        width = (int) Math.ceil(bounds.getMaxX()) - left + 2;
        height = (int) Math.ceil(bounds.getMaxY()) - top + 1;
        changes = new float[width * height];
    }

    static Coverage of(Shape shape) {
        Coverage coverage = new Coverage(shape.getBounds2D());
        coverage.trace(shape.getPathIterator(null, FLATNESS_PIXELS));
        return coverage;
    }

    /** By how much the winding of this cell differs from the one on its left. */
    float change(int column, int row) {
        return changes[row * width + column];
    }

    private void trace(PathIterator path) {
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(point);
            boolean draws = segment == PathIterator.SEG_LINETO;
            if (!draws) {
                edge(x, y, startX, startY);
            }
            double toX = segment == PathIterator.SEG_CLOSE ? startX : point[0] - left;
            double toY = segment == PathIterator.SEG_CLOSE ? startY : point[1] - top;
            if (draws) {
                edge(x, y, toX, toY);
            } else {
                startX = toX;
                startY = toY;
            }
            x = toX;
            y = toY;
        }
        edge(x, y, startX, startY);
    }

    private void edge(double fromX, double fromY, double toX, double toY) {
        if (fromY == toY) {
            return;
        }
        boolean down = fromY < toY;
        double upper = down ? fromY : toY;
        double lower = down ? toY : fromY;
        double x = down ? fromX : toX;
        double slope = (toX - fromX) / (toY - fromY);
        for (int row = (int) upper; row < height && row < lower; row++) {
            double part = Math.min(row + 1, lower) - Math.max(row, upper);
            double next = x + slope * part;
            span(row * width, Math.min(x, next), Math.max(x, next), down ? part : -part);
            x = next;
        }
    }

    /** Spreads an edge piece of signed height {@code part}, which runs from x {@code from} to {@code to} in one row. */
    private void span(int start, double from, double to, double part) {
        int first = Math.max(0, (int) from);
        int last = Math.min(width - 2, Math.max(first, (int) Math.ceil(to) - 1));
        double coveredBefore = 0;
        for (int cell = first; cell <= last; cell++) {
            double covered = part * coveredShare(cell, from, to);
            changes[start + cell] += (float) (covered - coveredBefore);
            coveredBefore = covered;
        }
        changes[start + last + 1] += (float) (part - coveredBefore);
    }

    /** The share of the cell's strip that lies right of the edge. */
    private static double coveredShare(int cell, double from, double to) {
        double right = cell + 1;
        if (to - from < 1e-9) {
            return Math.min(1, Math.max(0, right - from));
        }
        double enter = Math.max(from, cell);
        double leave = Math.min(to, right);
        double fullRight = enter - from;
        double mean = (leave - enter) * (right - (enter + leave) / 2);
        return (fullRight + mean) / (to - from);
    }
}
