package io.groundswell.generation.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the word lists' lines with what a brief is about, and drops the lines that this brief may not use. */
final class Wording {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ARTICLE = Pattern.compile("(?i)(?:the|a|an) ");
    // "Let us talk about questions about" is one "about" too many.
    private final boolean doubled;
    private final Manner manner;
    private final Exclusions exclusions;
    private final Map<String, String> names = new HashMap<>();

    Wording(Manner manner, Exclusions exclusions, String topic, String subject, String brand, Audience audience) {
        this.manner = manner;
        this.doubled = topic.contains(" about ");
        this.exclusions = exclusions;
        put("topic", topic);
        put("subject", subject);
        put("Subject", Text.capitalized(subject));
        put(isThing(subject) ? "thing" : "skill", subject);
        put("brand", brand);
        put("audience", audience == null ? null : audience.name());
        put("member", audience == null ? null : audience.member());
    }

    /** Whether the subject is one certain thing, such as "the mobile app", and not something to know or do. */
    static boolean isThing(String subject) {
        return ARTICLE.matcher(subject).lookingAt();
    }

    /** A line that is worded in the brief's tone, if its style likes it. */
    Optional<String> say(String line) {
        return Optional.of(line).filter(manner::likes).flatMap(this::plainly);
    }

    /** The line as it stands, for titles and polls. */
    Optional<String> plainly(String text) {
        String line = doubled && text.contains("about {topic}") ? text.replace("{topic}", "{subject}") : text;
        Matcher blank = BLANK.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (blank.find()) {
            String name = names.get(blank.group(1));
            if (name == null) {
                return Optional.empty();
            }
            blank.appendReplacement(filled, Matcher.quoteReplacement(name));
        }
        String said = blank.appendTail(filled).toString();
        return exclusions.touch(said) ? Optional.empty() : Optional.of(said);
    }

    private void put(String name, String value) {
        if (value != null && !value.isBlank()) {
            names.put(name, value);
        }
    }
}
