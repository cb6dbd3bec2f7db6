package io.groundswell.generation.sandbox.picture;

import java.util.List;

/** Text broken into lines at the size that suits its box. */
record TextBlock(List<String> lines, double size, Style style) {
    private static final double STEP = 0.94;
    private static final int BALANCING_STEPS = 8;

    /** Where the text goes and how large it may be; lengths in pixels. */
    record Box(double width, double height, double maxSize, double minSize, int maxLines) {}

    /** The largest size that shows all words, or at the smallest size as many of them as there is room for. */
    static TextBlock fit(String text, Style style, Box box) {
        for (double size = box.maxSize(); size > box.minSize(); size *= STEP) {
            LineBreaker breaker = new LineBreaker(style, size);
            List<String> lines = breaker.lines(text, box.width());
            if (lines.size() <= room(style, size, box) && breaker.longestWord(text) <= box.width()) {
                return new TextBlock(balance(text, breaker, lines, box.width()), size, style);
            }
        }
        LineBreaker breaker = new LineBreaker(style, box.minSize());
        return new TextBlock(
                breaker.shorten(breaker.lines(text, box.width()), room(style, box.minSize(), box), box.width()),
                box.minSize(),
                style);
    }

    private static int room(Style style, double size, Box box) {
        double afterFirst = (box.height() - style.height(1, size)) / (size * style.leading());
        return afterFirst < 0 ? 0 : (int) Math.min(box.maxLines(), 1 + Math.floor(afterFirst));
    }

    /** Lines of like length read better than full lines and a leftover word. */
    private static List<String> balance(String text, LineBreaker breaker, List<String> lines, double width) {
        double tooNarrow = Math.max(breaker.longestWord(text), width / 2);
        double wideEnough = width;
        List<String> best = lines;
        for (int i = 0; i < BALANCING_STEPS && tooNarrow < wideEnough; i++) {
            double middle = (tooNarrow + wideEnough) / 2;
            List<String> candidate = breaker.lines(text, middle);
            if (candidate.size() == lines.size()) {
                best = candidate;
                wideEnough = middle;
            } else {
                tooNarrow = middle;
            }
        }
        return best;
    }

    double height() {
        return style.height(lines.size(), size);
    }

    /** Draws with the top of the first line's capitals at {@code top}. */
    void draw(Raster raster, double left, double top, int color) {
        double baseline = top + Style.CAPITAL * size;
        for (String line : lines) {
            raster.fill(style.face().outline(line, left, baseline, size, style.tracking()), color);
            baseline += style.leading() * size;
        }
    }
}
