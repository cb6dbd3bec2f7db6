package io.groundswell.generation.sandbox.picture;

import java.util.zip.DataFormatException;

/** Turns the rows of a PNG back from differences to levels. Each begins with the number of its filter. */
final class PngFilters {
    private PngFilters() {}

    /** @param step bytes of one pixel */
    static void undo(byte[] rows, int width, int step) throws DataFormatException {
        for (var row = 0; row < rows.length; row += width + 1) {
            var filter = rows[row];
            for (var x = 0; x < width; x++) {
                var at = row + 1 + x;
                var left = x < step ? 0 : rows[at - step] & 0xFF;
                var above = row == 0 ? 0 : rows[at - width - 1] & 0xFF;
                var corner = x < step || row == 0 ? 0 : rows[at - width - 1 - step] & 0xFF;
                rows[at] += (byte) guess(filter, left, above, corner);
            }
        }
    }

    private static int guess(byte filter, int left, int above, int corner) throws DataFormatException {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above;
            case 3 -> (left + above) / 2;
            case 4 -> nearest(left, above, corner);
            default -> throw new DataFormatException("Filter " + filter);
        };
    }

    /** The one of the three neighbours that is nearest to what a plane through them would give. */
    private static int nearest(int left, int above, int corner) {
        var plane = left + above - corner;
        var toLeft = Math.abs(plane - left);
        var toAbove = Math.abs(plane - above);
        var toCorner = Math.abs(plane - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
