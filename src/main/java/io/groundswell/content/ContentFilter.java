package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.time.Instant;
import java.util.Set;

/**
 * Which items to list; null or empty components let all pass, except that archived items must be asked for by status.
 * {@code *After} is inclusive, {@code *Before} exclusive.
 */
public record ContentFilter(
        String missionId,
        Set<ContentStatus> statuses,
        Set<Platform> platforms,
        Set<ContentType> types,
        Instant createdAfter,
        Instant createdBefore,
        Instant scheduledAfter,
        Instant scheduledBefore) {

    public static ContentFilter ofMission(String missionId) {
        return new ContentFilter(missionId, Set.of(), Set.of(), Set.of(), null, null, null, null);
    }

    /** What is scheduled from a moment up to another, both open when null. */
    public static ContentFilter queue(String missionId, Set<Platform> platforms, Instant from, Instant to) {
        return new ContentFilter(missionId, Set.of(ContentStatus.SCHEDULED), platforms, Set.of(), null, null, from, to);
    }

    /** Whether it asks only for what the tally keeps count of. */
    boolean isTallied() {
        return missionId == null && !hasTimes();
    }

    private boolean hasTimes() {
        return createdAfter != null || createdBefore != null || scheduledAfter != null || scheduledBefore != null;
    }
}
