package io.groundswell.text;

/** Shortens texts. */
public final class Cut {
    private Cut() {}

    /** The first characters of a text, no more than so many: what needs two {@code char}s is one, and stays whole. */
    public static String to(int most, String text) {
        return Characters.count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
