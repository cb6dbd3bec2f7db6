package io.groundswell.generation.sandbox;

import io.groundswell.generation.Plan.Pillar;
import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns what a mission is about into pillars and topics; each cycle looks at the same pillars from other sides. */
final class Planner {
    private static final int TOPICS = 4;
    private static final int FEWEST_TOPICS = 3;
    private final Grammar grammar;
    private final Topics topics;

    Planner(Grammar grammar, Topics topics) {
        this.grammar = grammar;
        this.topics = topics;
    }

    List<Pillar> pillars(PlanBrief brief) {
        Exclusions exclusions =
                Exclusions.of(brief.excludedTopics(), brief.brand().avoid(), List.of());
        List<String> texts = new ArrayList<>();
        Collections.addAll(texts, brief.description(), brief.brand().description());
        Subjects subjects =
                Subjects.of(brief.brand(), brief.objectives(), texts, brief.missionName(), exclusions, grammar);
        int turn = Text.hash(brief.missionId()) % 97 + brief.cycle();
        List<Pillar> pillars = Strands.of(
                        subjects, !Phrases.clean(brief.brand().name()).isEmpty())
                .stream()
                .filter(strand -> !exclusions.touch(strand.name()))
                .map(strand -> new Pillar(strand.name(), 0, topics(strand, turn, exclusions)))
                .filter(pillar -> pillar.topics().size() >= FEWEST_TOPICS)
                .toList();
        return weighed(pillars.size() >= 2 ? pillars : plainly(subjects, turn, exclusions));
    }

    static Map<Platform, Map<ContentType, Double>> formatMix(PlanBrief brief) {
        Map<Platform, Map<ContentType, Double>> mix = new EnumMap<>(Platform.class);
        brief.platforms().forEach(platform -> mix.put(platform, FormatMix.of(platform, brief.contentTypes())));
        return mix;
    }

    private List<String> topics(Strand strand, int turn, Exclusions exclusions) {
        return topics.of(strand.subject(), strand.group(), turn, TOPICS, exclusions);
    }

    /** Where excluded topics leave less than two pillars: the first subject in two halves. */
    private List<Pillar> plainly(Subjects subjects, int turn, Exclusions exclusions) {
        String subject = subjects.all().stream().findFirst().orElse("");
        List<String> first = topics.of(subject, null, turn, TOPICS, exclusions);
        List<String> second = topics.of(subject, null, turn + 1, TOPICS, exclusions);
        if (subject.isEmpty() || first.size() < FEWEST_TOPICS) {
            throw ProviderFailure.permanent("The excluded topics leave too little to plan for this mission.");
        }
        String name = Text.capitalized(subject);
        return Stream.of(new Pillar(name, 0, first), new Pillar(name + " in depth", 0, second))
                .toList();
    }

    /** The first pillar weighs most: n parts of 1 + ... + n, in hundredths, and the first takes the rounding. */
    private static List<Pillar> weighed(List<Pillar> pillars) {
        int count = pillars.size();
        int parts = count * (count + 1) / 2;
        List<Pillar> weighed = new ArrayList<>();
        int left = 100;
        for (int i = count - 1; i >= 0; i--) {
            int weight = i == 0 ? left : 100 * (count - i) / parts;
            left -= weight;
            Pillar pillar = pillars.get(i);
            weighed.add(0, new Pillar(pillar.name(), weight / 100.0, pillar.topics()));
        }
        return weighed;
    }
}
