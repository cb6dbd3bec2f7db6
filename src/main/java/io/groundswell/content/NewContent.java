package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.List;

/**
 * A freshly written item.
 *
 * @param id made by the caller with {@link Content#ID_PREFIX}, so that a second try makes the same item
 * @param slot number of its place in the cycle's calendar
 * @param plannedFor when strategy wants it published; null when it has no slot
 * @param plannedOffsetSeconds what the mission's clocks are ahead of UTC then
 */
public record NewContent(
        String id,
        Owner owner,
        String missionId,
        int cycle,
        int slot,
        Platform platform,
        ContentType type,
        Copy copy,
        List<Visual> visuals,
        Metadata metadata,
        Instant plannedFor,
        int plannedOffsetSeconds) {
    public NewContent {
        visuals = visuals == null ? List.of() : List.copyOf(visuals);
    }
}
