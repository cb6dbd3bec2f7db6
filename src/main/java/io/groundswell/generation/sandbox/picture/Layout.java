package io.groundswell.generation.sandbox.picture;

/**
 * Where things go on one card, in pixels.
 *
 * @param unit a hundredth of the picture's short side; sizes of type and spaces are counted in it
 * @param headlineSize the largest size of the headline
 */
record Layout(double unit, double left, double top, double width, double bottom, double headlineSize, Tiling tiling) {

    /** The grid of square tiles of the ornament; it runs along a whole side of the picture. */
    record Tiling(int left, int columns, int rows, double side) {}

    /** {@code variant} is 0 for few large tiles, 1 for more small ones. */
    static Layout of(Format format, Card.Kind kind, int variant) {
        double unit = format.shortSide() / 100.0;
        double margin = (format.wide() ? 9.5 : 8.5) * unit;
        Tiling tiling = format.wide() ? column(format, kind, variant) : row(format, kind, variant);
        double tilesHeight = format.wide() ? 0 : tiling.rows() * tiling.side();
        double tilesWidth = format.wide() ? tiling.columns() * tiling.side() : 0;
        double bottom = format.height - margin - (format == Format.SQUARE ? 0 : format.coveredBelow());
        return new Layout(
                unit,
                margin,
                tilesHeight + margin,
                format.width - tilesWidth - 2 * margin,
                bottom,
                (format.wide() ? 13.5 : 12.5) * unit,
                tiling);
    }

    private static Tiling column(Format format, Card.Kind kind, int variant) {
        int rows = kind == Card.Kind.COVER ? 4 + variant : 6;
        int columns = kind == Card.Kind.COVER ? 2 + variant : 1;
        double side = (double) format.height / rows;
        return new Tiling((int) Math.round(format.width - columns * side), columns, rows, side);
    }

    private static Tiling row(Format format, Card.Kind kind, int variant) {
        boolean square = format == Format.SQUARE;
        boolean cover = kind == Card.Kind.COVER;
        int columns = cover ? 4 + (square ? 2 : 1) * variant : square ? 8 : 6;
        int rows = cover ? (square ? 1 : 3) + variant : square ? 1 : 2;
        return new Tiling(0, columns, rows, (double) format.width / columns);
    }
}
