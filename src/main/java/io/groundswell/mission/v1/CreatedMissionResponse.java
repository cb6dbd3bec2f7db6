package io.groundswell.mission.v1;

import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.wire.v1.V1;
import java.util.List;

/** The answer to a creation. */
record CreatedMissionResponse(
        String id,
        String name,
        String status,
        String pipelineJobId,
        List<Platform> platforms,
        String startsAt,
        String endsAt,
        int estimatedPosts,
        String createdAt) {

    static CreatedMissionResponse of(Mission mission) {
        return new CreatedMissionResponse(
                mission.id(),
                mission.name(),
                mission.status().toString(),
                mission.pipelineJobId(),
                mission.platforms(),
                V1.time(mission.startsAt()),
                V1.time(mission.endsAt()),
                mission.estimatedPosts(),
                V1.time(mission.createdAt()));
    }
}
