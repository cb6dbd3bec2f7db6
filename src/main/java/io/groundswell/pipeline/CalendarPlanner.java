package io.groundswell.pipeline;

import io.groundswell.content.Content;
import io.groundswell.generation.Plan;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Slot;
import io.groundswell.shared.PublicId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills the slots of a cycle with pillars, topics and formats, by the shares of the plan. Pillars and formats go on from
 * where the mission's earlier items ended, so that shares hold also when a cycle has but one item. Topics begin anew:
 * each plan brings its own, the most important first.
 */
final class CalendarPlanner {
    private final Map<String, List<String>> topics = new LinkedHashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final WeightedTurns<String> pillars;
    private final Map<Platform, WeightedTurns<ContentType>> formats = new EnumMap<>(Platform.class);
    private final int cycle;

    /** @param planned how many items the mission has planned before on each platform */
    CalendarPlanner(Plan plan, int cycle, Map<Platform, Integer> planned) {
        var weights = new LinkedHashMap<String, Double>();
        plan.pillars().forEach(pillar -> {
            weights.put(pillar.name(), pillar.weight());
            topics.put(pillar.name(), pillar.topics());
        });
        this.pillars = new WeightedTurns<>(weights)
                .after(planned.values().stream().mapToInt(Integer::intValue).sum());
        plan.formatMix()
                .forEach((platform, mix) -> formats.put(
                        platform, new WeightedTurns<>(new TreeMap<>(mix)).after(planned.getOrDefault(platform, 0))));
        this.cycle = cycle;
    }

    /**
     * @param first slot that is free: a cycle that is planned again keeps those that have their items
     * @param earlier how many items the mission's earlier cycles planned
     */
    List<CalendarSlot> fill(List<Slot> slots, int first, int earlier) {
        var calendar = new ArrayList<CalendarSlot>();
        for (var slot : slots) {
            var pillar = pillars.next();
            var number = first + calendar.size();
            calendar.add(new CalendarSlot(
                    cycle,
                    number,
                    slot.at(),
                    slot.offset().getTotalSeconds(),
                    slot.platform(),
                    formats.get(slot.platform()).next(),
                    pillar,
                    topic(pillar),
                    earlier + number,
                    PublicId.next(Content.ID_PREFIX)));
        }
        return calendar;
    }

    private String topic(String pillar) {
        var choice = topics.get(pillar);
        var turn = used.merge(pillar, 1, Integer::sum) - 1;
        return choice.get(turn % choice.size());
    }
}
