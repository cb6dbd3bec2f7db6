package io.groundswell.generation.sandbox;

import io.groundswell.generation.Brand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mission can talk about, most important first, and whom it talks to.
 *
 * @param all empty only when everything is excluded
 * @param audience null when nobody is named
 */
record Subjects(List<String> all, Audience audience) {
    private static final List<String> GENERAL = List.of("clear communication", "good habits", "learning", "teamwork");
    private static final int ENOUGH = 2;
    private static final Pattern CHUNK = Pattern.compile(
            "(?i)\\b(?:about|on|around|makes?|builds?|offers?|sells?|provides?|creates?|develops?|loves?|teach(?:es)?)\\s+"
                    + "((?:[\\p{L}\\p{N}-]+\\s?){1,4}?)(?=[,.;!?]|\\s(?:and|or|for|in|with|to|that|at|by|from|who|on)\\b|$)");
    private static final Pattern PERIOD = Pattern.compile(
            "(?i)\\b(?:campaign|mission|launch|project|plan|push|sprint|test|demo|my|new|our|the|q[1-4]|\\d{4}|v\\d+)\\b");

    static Subjects of(
            Brand brand,
            List<String> objectives,
            Collection<String> descriptions,
            String missionName,
            Exclusions exclusions,
            Grammar grammar) {
        ObjectiveReader reader = new ObjectiveReader(grammar);
        NounPhrase noun = new NounPhrase(grammar);
        List<Objective> read = (objectives == null ? List.<String>of() : objectives)
                .stream().map(reader::read).toList();
        String audience = first(read.stream().map(Objective::audience), exclusions);
        List<String> all = new ArrayList<>();
        read.forEach(objective -> add(all, objective.subject(), exclusions));
        brand.topics().stream()
                .map(topic -> Phrases.inSentence(Phrases.shorten(Phrases.clean(topic), 40)))
                .forEach(topic -> add(all, topic, exclusions));
        List<Stream<String>> fallbacks = List.of(
                descriptions.stream().flatMap(text -> chunks(text, noun)),
                Stream.of(audience).filter(Objects::nonNull).map(grammar::field),
                read.stream().map(Objective::channel),
                Stream.of(noun.subject(
                        Text.words(PERIOD.matcher(Phrases.clean(missionName)).replaceAll(" ")))));
        for (Stream<String> fallback : fallbacks) {
            // One subject from the objectives fills a plan; a description or a name only helps out.
            if (all.isEmpty()) {
                fallback.filter(Objects::nonNull).limit(ENOUGH).forEach(subject -> add(all, subject, exclusions));
            }
        }
        if (all.isEmpty()) {
            GENERAL.stream()
                    .filter(subject -> !exclusions.touch(subject))
                    .limit(ENOUGH)
                    .forEach(all::add);
        }
        return new Subjects(
                all,
                Optional.ofNullable(audience)
                        .map(name -> Audience.of(name, grammar))
                        .orElse(null));
    }

    private static String first(Stream<String> some, Exclusions exclusions) {
        return some.filter(Objects::nonNull)
                .filter(name -> !exclusions.touch(name))
                .findFirst()
                .orElse(null);
    }

    private static void add(List<String> all, String subject, Exclusions exclusions) {
        boolean known = subject == null || all.stream().anyMatch(other -> overlap(other, subject));
        if (!known && !subject.isBlank() && !exclusions.touch(subject)) {
            all.add(subject);
        }
    }

    private static boolean overlap(String one, String other) {
        String a = " " + one.toLowerCase(Locale.ROOT) + " ";
        String b = " " + other.toLowerCase(Locale.ROOT) + " ";
        return a.contains(b) || b.contains(a);
    }

    /** What a description says somebody makes or writes about, when it is short enough to be a name of something. */
    private static Stream<String> chunks(String description, NounPhrase noun) {
        return description == null
                ? Stream.of()
                : CHUNK.matcher(description)
                        .results()
                        .map(match -> noun.subject(Text.words(Phrases.clean(match.group(1)))));
    }
}
