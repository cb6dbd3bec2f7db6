package io.groundswell.pipeline;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.time.Instant;

/**
 * One planned item of a cycle.
 *
 * @param slot its place in the cycle, from 0
 * @param number its place in the mission, from 0
 * @param contentId chosen with the plan, so that whoever makes the item makes the same one
 */
record CalendarSlot(
        int cycle,
        int slot,
        Instant at,
        int offsetSeconds,
        Platform platform,
        ContentType type,
        String pillar,
        String topic,
        int number,
        String contentId) {}
