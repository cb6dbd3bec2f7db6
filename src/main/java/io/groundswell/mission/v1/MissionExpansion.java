package io.groundswell.mission.v1;

import io.groundswell.shared.Owner;
import java.util.List;
import java.util.Map;

/** Something that {@code expand} can put into missions. The features above missions register themselves so. */
public interface MissionExpansion {
    /** The name in {@code expand}, and of the field it fills. */
    String name();

    /** Scope the caller needs to expand this. */
    String scope();

    /**
     * What belongs into each mission, by the mission's id. Called once per request, with at most 100 missions, all of them the
     * owner's. One without an entry is too much for this answer, as are those after it.
     */
    Map<String, Object> expand(Owner owner, List<String> missionIds);
}
