package io.groundswell.pipeline;

import io.groundswell.content.ContentCounts;
import io.groundswell.generation.Plan;
import io.groundswell.metric.Counter;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Figures;
import io.groundswell.performance.Performance;
import io.groundswell.publishing.Slot;
import io.groundswell.publishing.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stages leave for the later ones, and for people, in words that are stored as JSON. */
final class StageOutputs {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final String PLANNED_FROM = "planned_from";

    private StageOutputs() {}

    /** The platforms that intake found connected. */
    static List<Platform> platforms(PipelineJob job) {
        var names = (List<?>) job.stage(Stage.INTAKE).output().get("validated_platforms");
        return names.stream()
                .map(name -> Platform.valueOf(name.toString().toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** From when on the calendar of the present cycle reaches; empty before it is drawn. */
    static Optional<Instant> plannedFrom(PipelineJob job) {
        return Optional.ofNullable(job.stage(Stage.STRATEGY).output())
                .map(output -> (String) output.get(PLANNED_FROM))
                .map(Instant::parse);
    }

    /**
     * @param slots those that the calendar fills
     * @param span that it covers
     */
    static Map<String, Object> strategy(Plan plan, List<CalendarSlot> calendar, List<Slot> slots, Span span) {
        var output = new LinkedHashMap<String, Object>();
        output.put(
                "content_pillars",
                plan.pillars().stream()
                        .map(pillar -> Map.of("name", pillar.name(), "weight", pillar.weight()))
                        .toList());
        output.put("format_mix", formats(plan));
        output.put("topic_distribution", topics(calendar));
        output.put("best_times", times(slots, false));
        output.put("trial_times", times(slots, true));
        output.put("posts_planned", calendar.size());
        output.put(PLANNED_FROM, span.from().truncatedTo(ChronoUnit.SECONDS).toString());
        output.put("planned_until", span.until().toString());
        return output;
    }

    /** @param counts of the mission's items */
    static Map<String, Object> analytics(ContentCounts counts, Map<Platform, Performance.OnPlatform> platforms) {
        var all =
                platforms.values().stream().map(Performance.OnPlatform::figures).reduce(Figures.NONE, Figures::plus);
        var output = new LinkedHashMap<String, Object>();
        output.put("generated", counts.generated());
        output.put("approved", counts.approved());
        output.put("published", counts.published());
        output.put("scheduled", counts.scheduled());
        output.put(
                "posts_measured",
                platforms.values().stream()
                        .mapToLong(Performance.OnPlatform::published)
                        .sum());
        output.putAll(figures(all));
        Counter.ofPosts().forEach(counter -> output.put(counter.column(), all.of(counter)));
        var byPlatform = new TreeMap<String, Object>();
        platforms.forEach((platform, on) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("posts_published", on.published());
            row.putAll(figures(on.figures()));
            byPlatform.put(platform.toString(), row);
        });
        output.put("by_platform", byPlatform);
        return output;
    }

    private static Map<String, Object> figures(Figures figures) {
        var output = new LinkedHashMap<String, Object>();
        output.put("impressions", figures.impressions());
        output.put("engagements", figures.engagements());
        output.put("engagement_rate", figures.engagementRate());
        return output;
    }

    private static Map<String, Object> formats(Plan plan) {
        var mix = new TreeMap<String, Object>();
        plan.formatMix().forEach((platform, shares) -> {
            var named = new TreeMap<String, Double>();
            shares.forEach((type, share) -> named.put(type.toString(), share));
            mix.put(platform.toString(), named);
        });
        return mix;
    }

    private static Map<String, Object> topics(List<CalendarSlot> calendar) {
        var topics = new HashMap<String, Map<String, Integer>>();
        calendar.forEach(slot ->
                topics.computeIfAbsent(slot.pillar(), pillar -> new TreeMap<>()).merge(slot.topic(), 1, Integer::sum));
        return new TreeMap<>(topics);
    }

    private static Map<String, Object> times(List<Slot> slots, boolean trials) {
        var times = new TreeMap<String, TreeSet<String>>();
        slots.stream().filter(slot -> slot.isTrial() == trials).forEach(slot -> times.computeIfAbsent(
                        slot.platform().toString(), platform -> new TreeSet<>())
                .add(CLOCK.format(slot.scheduledFor())));
        var lists = new TreeMap<String, Object>();
        times.forEach((platform, clocks) -> lists.put(platform, new ArrayList<>(clocks)));
        return lists;
    }
}
