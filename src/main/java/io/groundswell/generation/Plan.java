package io.groundswell.generation;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.Map;

/**
 * A cycle's editorial plan.
 *
 * @param pillars 2 to 5 content pillars whose weights sum to 1
 * @param formatMix per platform, the share of each content type; every platform's shares sum to 1 and name only types
 *     that fit the platform
 */
public record Plan(List<Pillar> pillars, Map<Platform, Map<ContentType, Double>> formatMix, Usage usage) {

    /** @param topics at least 3, most important first */
    public record Pillar(String name, double weight, List<String> topics) {}
}
