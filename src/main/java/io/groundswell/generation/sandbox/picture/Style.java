package io.groundswell.generation.sandbox.picture;

/**
 * How text is set.
 *
 * @param tracking extra space after each character, in em
 * @param leading distance of baselines, in em
 */
record Style(Typeface face, double tracking, double leading) {
    /** Part of an em that capitals of the bundled fonts stand above the baseline, and letters hang below it. */
    static final double CAPITAL = 0.73;

    static final double DESCENT = 0.22;

    double width(String text, double size) {
        return face.width(text, size, tracking);
    }

    double height(int lines, double size) {
        return lines == 0 ? 0 : size * (CAPITAL + (lines - 1) * leading + DESCENT);
    }
}
