package io.groundswell.generation;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;

/**
 * What a writer needs to write one item.
 *
 * @param reference idempotency reference of the call: the same reference is the same call
 * @param contentId the seed of everything a sandbox writer decides
 * @param number the item's place among all items of its mission, from 0; no two numbers of a mission read the same
 * @param version 1 for the first writing, one more for each rewriting
 * @param maxCharacters limit of the text or of each thread part, {@code Integer.MAX_VALUE} where the platform has none
 * @param feedback why an earlier version was rejected, or null
 * @param linkTo an address the call to action should carry, or null
 */
public record WritingBrief(
        String reference,
        String contentId,
        int number,
        int version,
        String missionName,
        List<String> objectives,
        Brand brand,
        String tone,
        String pillar,
        String topic,
        Platform platform,
        ContentType type,
        int maxCharacters,
        List<String> excludedTopics,
        boolean includeCodeSnippets,
        String linkTo,
        String feedback) {}
