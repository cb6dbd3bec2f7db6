package io.groundswell.cost;

import java.util.List;
import java.util.Map;

/**
 * What was paid on a row of days, in whole cents. Providers, missions, stages and days each add up to the total, and so do
 * the missions' items; the dearest come first.
 *
 * @param items for how many something was paid
 * @param byDay a sum for every day, the first one first
 */
public record ExpenseSums(
        long cents,
        long items,
        List<OfProvider> byProvider,
        List<OfMission> byMission,
        List<OfStage> byStage,
        List<Long> byDay) {

    /** @param type what it made: {@code llm} or {@code image} */
    public record OfProvider(String provider, String type, long cents, long requests, long tokens, long images) {}

    /**
     * @param missionId null for all those together that are not among the dearest
     * @param missionName what it was called when it last bought something, or at last when it is deleted
     */
    public record OfMission(String missionId, String missionName, long cents, long items) {}

    public record OfStage(String stage, long cents) {}

    /** @param names of some of the missions as they are called now */
    public ExpenseSums naming(Map<String, String> names) {
        var named = byMission.stream()
                .map(one -> new OfMission(
                        one.missionId(),
                        names.getOrDefault(one.missionId(), one.missionName()),
                        one.cents(),
                        one.items()))
                .toList();
        return new ExpenseSums(cents, items, byProvider, named, byStage, byDay);
    }
}
