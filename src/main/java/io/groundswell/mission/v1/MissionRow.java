package io.groundswell.mission.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionStatus;
import io.groundswell.mission.Platform;
import io.groundswell.wire.openapi.Expanded;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;

/** A mission in a list, with what the caller asked to expand. */
record MissionRow(
        String id,
        String name,
        MissionStatus status,
        List<Platform> platforms,
        @Nullable String startsAt,
        @Nullable String endsAt,
        String createdAt,
        @JsonAnyGetter @Expanded(MissionExpansion.class) Map<String, Object> expanded) {

    static MissionRow of(Mission mission, Map<String, Object> expanded) {
        return new MissionRow(
                mission.id(),
                mission.name(),
                mission.status(),
                mission.platforms(),
                V1.time(mission.startsAt()),
                V1.time(mission.endsAt()),
                V1.time(mission.createdAt()),
                expanded);
    }
}
