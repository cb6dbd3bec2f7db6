package io.groundswell.generation.sandbox.picture;

import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Lays out cards: the ornament on one side, and words from one left edge, the headline resting on the lower margin. */
final class CardPainter {
    private final Typeface bold;
    private final Typeface regular;

    CardPainter(Typeface bold, Typeface regular) {
        this.bold = bold;
        this.regular = regular;
    }

    Raster paint(Card card, Format format, Palette palette, Random random) {
        Palette colors = card.kind() == Card.Kind.CLOSING ? palette.closing() : palette;
        Raster raster = new Raster(format.width, format.height, colors.paper());
        Layout layout = Layout.of(format, card.kind(), random.nextInt(2));
        new Motif(colors, random).draw(raster, layout);
        paintWords(card, layout, colors, raster);
        return raster;
    }

    private void paintWords(Card card, Layout layout, Palette colors, Raster raster) {
        double unit = layout.unit();
        double below = layout.top() + paintTopLine(card, layout, colors, raster) + 6.5 * unit;

        TextBlock support = TextBlock.fit(
                card.support(),
                new Style(regular, 0, 1.4),
                new TextBlock.Box(layout.width(), 22 * unit, 4.6 * unit, 3.6 * unit, 4));
        double supportTop = layout.bottom() - support.height();
        support.draw(raster, layout.left(), supportTop, colors.muted());

        double headlineBottom = support.lines().isEmpty() ? layout.bottom() : supportTop - 8 * unit;
        TextBlock headline = TextBlock.fit(
                card.headline(),
                new Style(bold, -0.015, 1.1),
                new TextBlock.Box(layout.width(), headlineBottom - below, layout.headlineSize(), 4.6 * unit, 8));
        headline.draw(raster, layout.left(), headlineBottom - headline.height(), colors.ink());
        if (!support.lines().isEmpty()) {
            int rule = (int) Math.round(supportTop - 5 * unit);
            int left = (int) Math.round(layout.left());
            raster.fillRectangle(left, rule, (int) (left + 9 * unit), (int) (rule + 0.9 * unit), colors.accent());
        }
    }

    /** The brand's mark and name, and in a series the place of this card; gives its height. */
    private double paintTopLine(Card card, Layout layout, Palette colors, Raster raster) {
        double size = 3.7 * layout.unit();
        double mark = size * 0.8;
        raster.fill(new Ellipse2D.Double(layout.left(), layout.top() - 0.04 * size, mark, mark), colors.accent());

        Style small = new Style(regular, 0, 1);
        String place = card.count() == 1 ? "" : card.position() + " / " + card.count();
        double placeWidth = small.width(place, size);
        TextBlock.fit(place, small, new TextBlock.Box(layout.width(), 2 * size, size, size, 1))
                .draw(raster, layout.left() + layout.width() - placeWidth, layout.top(), colors.muted());

        double room = layout.width() - 1.4 * mark - placeWidth - size;
        Style strong = new Style(bold, 0, 1);
        TextBlock.fit(card.brand(), strong, new TextBlock.Box(room, 2 * size, size, size, 1))
                .draw(raster, layout.left() + 1.4 * mark, layout.top(), colors.ink());
        return mark;
    }
}
