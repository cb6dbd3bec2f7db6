package io.groundswell.generation.sandbox.picture;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Arithmetic on colours packed as {@code 0xRRGGBB}. Contrast follows WCAG 2.2, "relative luminance" and "contrast
 * ratio": 1 to 21, and 4.5 is the least for body text.
 */
final class Rgb {
    static final int WHITE = 0xFFFFFF;
    static final int BLACK = 0x000000;
    static final double TEXT_CONTRAST = 4.5;
    static final double SHAPE_CONTRAST = 3;

    private static final Pattern HEX = Pattern.compile("#?(\\p{XDigit}{3}|\\p{XDigit}{6})");

    private Rgb() {}

    /** Empty unless {@code text} is three or six hexadecimal digits, with or without a hash sign. */
    static Optional<Integer> parse(String text) {
        if (text == null || !HEX.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        String digits = text.strip().replace("#", "");
        if (digits.length() == 3) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        return Optional.of(Integer.parseInt(digits, 16));
    }

    /** {@code from} at share 0, {@code to} at share 1. */
    static int mix(int from, int to, double share) {
        return mixChannel(from, to, share, 16) | mixChannel(from, to, share, 8) | mixChannel(from, to, share, 0);
    }

    private static int mixChannel(int from, int to, double share, int shift) {
        int start = from >> shift & 0xFF;
        int end = to >> shift & 0xFF;
        return (int) Math.round(start + (end - start) * share) << shift;
    }

    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 0xFF) + 0.7152 * linear(color >> 8 & 0xFF) + 0.0722 * linear(color & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** White or black, whichever stands out more: never below 4.58, so every ratio asked for here can be reached. */
    static int opposite(int color) {
        return contrast(WHITE, color) >= contrast(BLACK, color) ? WHITE : BLACK;
    }

    /** The colour nearest to {@code wish} that has the contrast to {@code paper}. */
    static int readable(int wish, int paper, double contrast) {
        int color = wish;
        for (int step = 1; step <= 20 && contrast(color, paper) < contrast; step++) {
            color = mix(wish, opposite(paper), step / 20.0);
        }
        return color;
    }
}
