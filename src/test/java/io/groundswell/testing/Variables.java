package io.groundswell.testing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named values of a transcript that is being played. */
final class Variables {
    private static final Pattern USE = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    /** The text with every {@code {{name}}} replaced. */
    String fill(String text) {
        return USE.matcher(text).replaceAll(use -> {
            var value = values.get(use.group(1));
            if (value == null) {
                throw new AssertionError("Nothing is called {{%s}}; known are %s".formatted(use.group(1), values));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Whether there is a value for each name in the text. */
    boolean know(String text) {
        return USE.matcher(text).results().allMatch(use -> values.containsKey(use.group(1)));
    }

    /** The opposite: every value that has a name replaced by it, the longest first. */
    String name(String text) {
        var named = text;
        var longestFirst = Comparator.<Map.Entry<String, String>>comparingInt(
                        entry -> entry.getValue().length())
                .reversed();
        for (var entry : values.entrySet().stream().sorted(longestFirst).toList()) {
            if (entry.getValue().length() > 7) {
                named = named.replace(entry.getValue(), "{{" + entry.getKey() + "}}");
            }
        }
        return named;
    }
}
