package io.groundswell.generation.language;

import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts questions together: our words from files, the organization's as material between tags. */
final class Prompts {
    /** What a repair adds at most. */
    static final int MOST_REPAIR_BYTES = 10_000;

    private static final int MOST_ANSWER_BYTES = 6_000;
    private static final int MOST_FAULT_BYTES = 2_000;
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_LINE = 300;
    private static final int MOST_LINES = 50;
    private static final int COMFORTABLE = 8_000;

    private final Template system = Template.file("system");
    private final Template plan = Template.file("plan");
    private final Template write = Template.file("write");
    private final Template repair = Template.file("repair");
    private final Map<ContentType, Template> types = new EnumMap<>(ContentType.class);

    Prompts() {
        for (var type : ContentType.values()) {
            types.put(type, Template.file("type-" + type));
        }
    }

    Question plan(PlanBrief brief) {
        var mission = new Sheet()
                .line("name", brief.missionName(), MOST_LINE)
                .line("description", brief.description(), MOST_TEXT)
                .lines("objective", brief.objectives(), MOST_LINES, MOST_TEXT)
                .line("tone", brief.tone(), MOST_LINE);
        var material = new Sheet()
                .within("brand", BrandSheet.of(brief.brand()))
                .within("mission", mission)
                .within("planned_before", earlier(brief.earlier()))
                .within("excluded_topics", topics(brief.excludedTopics()));
        var user = plan.with(Map.of(
                "material",
                material.toString(),
                "platforms",
                platforms(brief.platforms(), brief.contentTypes()),
                "cycle",
                Integer.toString(brief.cycle())));
        return new Question(brief.reference(), system.with(Map.of()), user, PlanForm.of(brief));
    }

    private static Sheet earlier(List<PlanBrief.Earlier> plans) {
        var sheet = new Sheet();
        plans.forEach(plan ->
                sheet.line("pillar", plan.pillar(), MOST_LINE).lines("topic", plan.topics(), MOST_LINES, MOST_LINE));
        return sheet;
    }

    private static String platforms(List<Platform> platforms, Set<ContentType> allowed) {
        return platforms.stream()
                .map(platform -> "- " + platform + ": "
                        + types(platform, allowed).stream()
                                .map(ContentType::toString)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    static List<ContentType> types(Platform platform, Set<ContentType> allowed) {
        return Arrays.stream(ContentType.values())
                .filter(type -> type.fits(platform) && (allowed.isEmpty() || allowed.contains(type)))
                .toList();
    }

    Question write(WritingBrief brief) {
        var mission = new Sheet()
                .line("name", brief.missionName(), MOST_LINE)
                .lines("objective", brief.objectives(), MOST_LINES, MOST_TEXT)
                .line("tone", brief.tone(), MOST_LINE);
        var item = new Sheet()
                .line("pillar", brief.pillar(), MOST_LINE)
                .line("topic", brief.topic(), MOST_LINE)
                .line("link", brief.linkTo(), MOST_TEXT)
                .line("reviewer_feedback", brief.feedback(), MOST_TEXT);
        var material = new Sheet()
                .within("brand", BrandSheet.of(brief.brand()))
                .within("mission", mission)
                .within("item", item)
                .within("excluded_topics", topics(brief.excludedTopics()));
        var limit = brief.maxCharacters() > COMFORTABLE ? COMFORTABLE : brief.maxCharacters();
        var values = Map.of(
                "material", material.toString(),
                "platform", brief.platform().toString(),
                "type", brief.type().toString(),
                "limit", Integer.toString(limit),
                "number", Integer.toString(brief.number() + 1),
                "version", Integer.toString(brief.version()),
                "code", brief.includeCodeSnippets() ? "may hold a short code snippet" : "hold no code",
                "form", types.get(brief.type()).with(Map.of("limit", Integer.toString(limit))));
        return new Question(brief.reference(), system.with(Map.of()), write.with(values), DraftForm.of(brief.type()));
    }

    private static Sheet topics(List<String> excluded) {
        return new Sheet().lines("topic", excluded, Integer.MAX_VALUE, MOST_LINE);
    }

    String repair(String answer, List<String> faults) {
        var told = faults.stream().map(fault -> "- " + fault).collect(Collectors.joining("\n"));
        return repair.with(Map.of(
                "answer", Sheet.cut(Sheet.inert(answer, MOST_ANSWER_BYTES), MOST_ANSWER_BYTES),
                "faults", Sheet.cut(Sheet.inert(told, MOST_FAULT_BYTES), MOST_FAULT_BYTES)));
    }
}
