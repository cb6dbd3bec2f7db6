package io.groundswell.generation.language;

import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The material of an organization, as it goes into a prompt: each text between tags of its own. Whatever would look like
 * a tag is written as an entity, so no text can end its place, whoever wrote it.
 */
final class Sheet {
    private static final String CUT = "…";

    private final StringBuilder text = new StringBuilder();

    /** Leaves out what is not given. */
    Sheet line(String tag, String value, int most) {
        if (value != null && !Blank.is(value)) {
            text.append('<').append(tag).append('>').append(inert(value, most));
            text.append("</").append(tag).append(">\n");
        }
        return this;
    }

    Sheet lines(String tag, List<String> values, int mostLines, int most) {
        values.stream().limit(mostLines).forEach(value -> line(tag, value, most));
        return this;
    }

    Sheet within(String tag, Sheet inner) {
        if (!inner.text.isEmpty()) {
            text.append('<').append(tag).append(">\n").append(inner.text);
            text.append("</").append(tag).append(">\n");
        }
        return this;
    }

    /** No tags, no control characters but line breaks, and no more than {@code most} characters. */
    static String inert(String value, int most) {
        var kept = new StringBuilder();
        value.codePoints()
                .filter(point -> point == '\n' || !isUnseen(point))
                .limit(most + 1L)
                .forEach(kept::appendCodePoint);
        var whole = Characters.count(kept) <= most;
        var shown = whole ? kept.toString() : kept.substring(0, kept.offsetByCodePoints(0, most)) + CUT;
        return escaped(shown.strip());
    }

    /** As a text stands between tags. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The beginning of a text that is inert already, at most so many bytes of it. */
    static String cut(String inert, int mostBytes) {
        var room = CharBuffer.wrap(inert);
        // The encoder stops before the first character that does not fit whole.
        StandardCharsets.UTF_8.newEncoder().encode(room, ByteBuffer.allocate(mostBytes), true);
        return inert.substring(0, room.position());
    }

    /** Also marks that change the direction of reading, and letters of no alphabet that some models read as words. */
    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            // The joiner of emoji families is seen by its effect.
            case Character.FORMAT -> point != 0x200D;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
