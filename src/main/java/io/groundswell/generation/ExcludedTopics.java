package io.groundswell.generation;

import io.groundswell.content.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds topics that a mission must not touch: whole words, in any case, in topic, copy and hashtags. */
public final class ExcludedTopics {
    private final List<String> topics;

    public ExcludedTopics(List<String> topics) {
        this.topics = topics;
    }

    public Optional<String> in(String topic, Copy copy) {
        return in(texts(topic, copy).filter(Objects::nonNull).toList());
    }

    public Optional<String> in(String text) {
        return in(List.of(text));
    }

    private Optional<String> in(List<String> texts) {
        return topics.stream()
                .filter(excluded -> {
                    var words = words(excluded);
                    return texts.stream().anyMatch(text -> words.matcher(text).find());
                })
                .findFirst();
    }

    private static Stream<String> texts(String topic, Copy copy) {
        var poll = copy.poll() == null
                ? Stream.<String>empty()
                : Stream.concat(Stream.of(copy.poll().question()), copy.poll().options().stream());
        return Stream.of(
                        Stream.of(topic, copy.primary(), copy.headline(), copy.hook(), copy.body(), copy.cta()),
                        Stream.of(copy.altText(), copy.firstComment()),
                        copy.threadParts().stream(),
                        // A hashtag that only consists of the excluded words has lost their blanks.
                        copy.hashtags().stream().flatMap(tag -> Stream.of(tag, spaced(tag))),
                        copy.variations().stream().map(Copy.Variation::primary),
                        poll)
                .flatMap(some -> some);
    }

    private static String spaced(String hashtag) {
        return hashtag.replace("#", "").replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    }

    private static Pattern words(String excluded) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(excluded.strip()) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
