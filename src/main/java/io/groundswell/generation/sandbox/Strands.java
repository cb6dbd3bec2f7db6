package io.groundswell.generation.sandbox;

import io.groundswell.generation.sandbox.Topics.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays subjects out as pillars: one subject becomes several pillars, and several subjects have one each. */
final class Strands {
    private static final int MOST = 5;
    private static final String BEHIND = "Behind the scenes";
    private static final String QUESTIONS = "Questions";
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:Introducing |Making the most of |Questions about |Basics of )?(.+?)(?: basics| in practice)?");

    private Strands() {}

    static List<Strand> of(Subjects subjects, boolean branded) {
        List<String> all = subjects.all();
        if (all.isEmpty()) {
            return List.of();
        }
        String first = all.get(0);
        List<Strand> strands = new ArrayList<>();
        if (all.size() <= 2) {
            strands.addAll(basics(first));
            all.stream().skip(1).map(Strands::whole).forEach(strands::add);
        } else {
            all.stream().limit(MOST - 1).map(Strands::whole).forEach(strands::add);
        }
        strands.add(questions(first, subjects.audience()));
        if (branded && strands.size() < MOST - 1) {
            strands.add(new Strand(BEHIND, first, Group.BEHIND));
        }
        return strands;
    }

    /** The subject in a pillar's name, or null where there is none. */
    static String subject(String pillar) {
        String name = Phrases.clean(pillar);
        Matcher matcher = NAME.matcher(name);
        return name.equals(BEHIND) || name.startsWith(QUESTIONS + " from ") || !matcher.matches()
                ? null
                : matcher.group(1);
    }

    private static List<Strand> basics(String subject) {
        if (Wording.isThing(subject)) {
            return List.of(
                    new Strand("Introducing " + subject, subject, Group.BASICS),
                    new Strand("Making the most of " + subject, subject, Group.PRACTICE));
        }
        String name = Text.capitalized(subject);
        String basics = Flow.isPlural(subject) ? "Basics of " + subject : name + " basics";
        return List.of(
                new Strand(basics, subject, Group.BASICS), new Strand(name + " in practice", subject, Group.PRACTICE));
    }

    private static Strand whole(String subject) {
        return new Strand(Text.capitalized(subject.replaceFirst("^(?:the|a|an) ", "")), subject, null);
    }

    private static Strand questions(String subject, Audience audience) {
        String name = audience == null ? " about " + subject : " from " + audience.name();
        return new Strand(QUESTIONS + name, subject, Group.QUESTIONS);
    }
}
