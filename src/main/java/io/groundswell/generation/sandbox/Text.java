package io.groundswell.generation.sandbox;

import io.groundswell.text.Characters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the sandbox writer needs to know about strings. Lengths are in Unicode code points. */
final class Text {
    private Text() {}

    static int length(String text) {
        return text == null ? 0 : Characters.count(text);
    }

    static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** The parts that say something, with {@code between} between them. */
    static String join(String between, String... parts) {
        return String.join(
                between,
                Stream.of(parts).filter(part -> part != null && !part.isEmpty()).toList());
    }

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    static String uncapitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** A number made from {@code parts} that is the same on every machine and never negative. */
    static int hash(Object... parts) {
        int hash = 17;
        for (Object part : parts) {
            hash = 31 * hash + String.valueOf(part).hashCode();
        }
        hash ^= hash >>> 16;
        hash *= 0x45d9f3b;
        hash ^= hash >>> 16;
        return hash & Integer.MAX_VALUE;
    }

    static <T> T nth(List<T> items, long index) {
        return items.isEmpty() ? null : items.get((int) Math.floorMod(index, (long) items.size()));
    }
}
