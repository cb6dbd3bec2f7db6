package io.groundswell.generation;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.Set;

/**
 * What a writer needs to plan one cycle of a mission.
 *
 * @param reference idempotency reference of the call: the same reference is the same call
 * @param contentTypes the types the mission allows; empty means any
 * @param earlier what was planned before, the latest first
 */
public record PlanBrief(
        String reference,
        String missionId,
        String missionName,
        String description,
        List<String> objectives,
        Brand brand,
        String tone,
        List<Platform> platforms,
        Set<ContentType> contentTypes,
        List<String> excludedTopics,
        int cycle,
        List<Earlier> earlier) {

    /** A pillar of an earlier cycle, and what was planned about it. */
    public record Earlier(String pillar, List<String> topics) {}
}
