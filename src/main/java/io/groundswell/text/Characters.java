package io.groundswell.text;

/** The length of texts as people see it: what needs two {@code char}s is one character. */
public final class Characters {
    private Characters() {}

    public static int count(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
