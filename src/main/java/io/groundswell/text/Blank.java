package io.groundswell.text;

import static java.lang.Character.UnicodeBlock.VARIATION_SELECTORS;
import static java.lang.Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT;

/** Tells texts that show nothing, however long they are. */
public final class Blank {
    /** By their category they are letters, marks and symbols. */
    private static final String WITHOUT_SHAPE = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u2800\u3164\uFFA0";

    private Blank() {}

    /** Whether there are only blanks, line breaks, and control and format characters, such as joiners, or nothing at all. */
    public static boolean is(CharSequence text) {
        return text.codePoints().allMatch(Blank::showsNothing);
    }

    private static boolean showsNothing(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> WITHOUT_SHAPE.indexOf(character) >= 0 || selectsVariation(character);
        };
    }

    /** Of the character before, so that it is nothing by itself. */
    private static boolean selectsVariation(int character) {
        var block = Character.UnicodeBlock.of(character);
        return block == VARIATION_SELECTORS || block == VARIATION_SELECTORS_SUPPLEMENT;
    }
}
