package io.groundswell.generation.language;

import io.groundswell.generation.ExcludedTopics;
import io.groundswell.generation.Plan;
import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.Usage;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a plan: shares are brought to a sum of 1, everything else has to be right as it is. */
final class PlanReader {
    private static final int MOST_NAME = 100;
    private static final int MOST_TOPIC = 200;

    private final PlanBrief brief;
    private final ExcludedTopics excluded;

    PlanReader(PlanBrief brief) {
        this.brief = brief;
        this.excluded = new ExcludedTopics(brief.excludedTopics());
    }

    record Planned(List<Plan.Pillar> pillars, Map<Platform, Map<ContentType, Double>> formats) {
        Plan toPlan(Usage usage) {
            return new Plan(pillars, formats, usage);
        }
    }

    Reading<Planned> read(String answer) {
        return Answers.read(answer, fields -> {
            fields.only(List.of("pillars", "formats"));
            return new Planned(pillars(fields), formats(fields));
        });
    }

    private List<Plan.Pillar> pillars(Fields fields) {
        var pillars = new ArrayList<Plan.Pillar>();
        var names = new HashSet<String>();
        for (var pillar : fields.objects("pillars", 2, 5)) {
            pillar.only(List.of("name", "weight", "topics"));
            var name = pillar.needed("name", MOST_NAME);
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                fields.wrong("two pillars have the same name");
            }
            var topics = pillar.texts("topics", 3, 12, MOST_TOPIC);
            checkTopics(name, topics, fields);
            pillars.add(new Plan.Pillar(name, share(pillar, "weight"), topics));
        }
        var sum = pillars.stream().mapToDouble(Plan.Pillar::weight).sum();
        return pillars.stream()
                .map(pillar -> new Plan.Pillar(pillar.name(), pillar.weight() / sum, pillar.topics()))
                .toList();
    }

    private static double share(Fields fields, String name) {
        var share = fields.number(name);
        if (share <= 0) {
            fields.wrong(name + " must be above 0");
        }
        return share;
    }

    private void checkTopics(String name, List<String> topics, Fields fields) {
        excluded.in(name)
                .or(() -> topics.stream()
                        .flatMap(topic -> excluded.in(topic).stream())
                        .findFirst())
                .ifPresent(touched -> fields.wrong("a pillar or topic touches an excluded topic: " + touched));
    }

    private Map<Platform, Map<ContentType, Double>> formats(Fields fields) {
        Map<Platform, Map<ContentType, Double>> mix = new EnumMap<>(Platform.class);
        for (var format : fields.objects("formats", 1, Platform.values().length * ContentType.values().length)) {
            format.only(List.of("platform", "type", "share"));
            var share = share(format, "share");
            var named = format.text("platform", MOST_NAME);
            var type = format.text("type", MOST_NAME);
            brief.platforms().stream()
                    .filter(platform -> platform.toString().equals(named))
                    .findFirst()
                    .ifPresentOrElse(
                            platform -> add(platform, type, share, mix, fields),
                            () -> fields.wrong("formats names a platform that was not asked for"));
        }
        brief.platforms().stream()
                .filter(platform -> !mix.containsKey(platform))
                .forEach(platform -> fields.wrong("formats has nothing for " + platform));
        mix.values().forEach(PlanReader::toSumOfOne);
        return mix;
    }

    private void add(
            Platform platform, String name, double share, Map<Platform, Map<ContentType, Double>> mix, Fields fields) {
        Prompts.types(platform, brief.contentTypes()).stream()
                .filter(type -> type.toString().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        type -> mix.computeIfAbsent(platform, added -> new EnumMap<>(ContentType.class))
                                .merge(type, share, Double::sum),
                        () -> fields.wrong(
                                "formats has a type for %s that is not among its allowed ones".formatted(platform)));
    }

    private static void toSumOfOne(Map<ContentType, Double> shares) {
        var sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((type, share) -> share / sum);
    }
}
