package io.groundswell.generation.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Topics that may not come up: whole words, whatever their case, also inside a CamelCase hashtag. */
final class Exclusions {
    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private final Pattern words;

    private Exclusions(Pattern words) {
        this.words = words;
    }

    static Exclusions of(List<String> excluded, List<String> avoided, List<String> wished) {
        String either = Stream.of(Optional.ofNullable(excluded).orElse(List.of()), avoided, wished)
                .flatMap(List::stream)
                .filter(topic -> topic != null && !topic.isBlank())
                .map(Exclusions::literally)
                .collect(Collectors.joining("|"));
        if (either.isEmpty()) {
            return new Exclusions(null);
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Exclusions(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])", flags));
    }

    boolean touch(String text) {
        return words != null
                && text != null
                && (words.matcher(text).find()
                        || text.startsWith("#")
                                && words.matcher(HUMP.matcher(text).replaceAll(" "))
                                        .find());
    }

    private static String literally(String topic) {
        return Text.words(topic).stream().map(Pattern::quote).collect(Collectors.joining("\\s+"));
    }
}
