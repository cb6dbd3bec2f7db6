package io.groundswell.mission.v1;

import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionStatus;
import io.groundswell.mission.Platform;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** The answer to a creation. */
record CreatedMissionResponse(
        String id,
        String name,
        MissionStatus status,
        @Nullable String pipelineJobId,
        List<Platform> platforms,
        @Nullable String startsAt,
        @Nullable String endsAt,
        int estimatedPosts,
        String createdAt) {

    static CreatedMissionResponse of(Mission mission) {
        return new CreatedMissionResponse(
                mission.id(),
                mission.name(),
                mission.status(),
                mission.pipelineJobId(),
                mission.platforms(),
                V1.time(mission.startsAt()),
                V1.time(mission.endsAt()),
                mission.estimatedPosts(),
                V1.time(mission.createdAt()));
    }
}
