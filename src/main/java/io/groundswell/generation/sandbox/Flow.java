package io.groundswell.generation.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lets neighbouring sentences name their subject only every other time, and say "it" or "them" in between. */
final class Flow {
    private static final String BEFORE = "(?<=\\b(?:about|on|for|with|of|around|from|behind|at) )";
    // Endings of words that only look like a plural.
    private static final Pattern SINGULAR = Pattern.compile(".*(?:ss|us|is|ics|news|[^s])$");
    private final String subject;
    private final String topic;
    private final Pattern said;
    private final String pronoun;

    Flow(Material material) {
        subject = material.subject();
        topic = material.topic();
        said = Pattern.compile(BEFORE + Pattern.quote(subject) + "(?![\\p{L}\\p{N}-])");
        pronoun = isPlural(subject) ? "them" : "it";
    }

    static boolean isPlural(String phrase) {
        return !SINGULAR.matcher(phrase.toLowerCase(Locale.ROOT)).matches() || phrase.contains(" and ");
    }

    List<String> of(List<String> sentences) {
        List<String> flowing = new ArrayList<>();
        boolean named = false;
        for (String sentence : sentences) {
            String next = named ? said.matcher(sentence).replaceFirst(pronoun) : sentence;
            named = names(next);
            flowing.add(next);
        }
        return flowing;
    }

    /** {@code sentence} as it reads behind {@code before}. */
    String after(String before, String sentence) {
        return of(List.of(before, sentence)).get(1);
    }

    /** Whether "it" would be understood; not behind the name of a whole topic, which "it" could mean as well. */
    private boolean names(String sentence) {
        return sentence.contains(subject) && (topic.equals(subject) || !sentence.contains(topic));
    }
}
