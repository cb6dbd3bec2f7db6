package io.groundswell.mission.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.groundswell.account.Organization;
import io.groundswell.mission.Kpi;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionStatus;
import io.groundswell.mission.Platform;
import io.groundswell.wire.openapi.Expanded;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;

/** The mission object, with what the caller asked to expand. */
record MissionResponse(
        String id,
        String name,
        @Nullable String description,
        MissionStatus status,
        List<String> objectives,
        List<Platform> platforms,
        ConstraintsResponse constraints,
        List<Kpi> kpis,
        int durationDays,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String pipelineJobId,
        String createdAt,
        String updatedAt,
        @JsonAnyGetter @Expanded(MissionExpansion.class) Map<String, Object> expanded) {

    static MissionResponse of(Mission mission, Organization organization) {
        return of(mission, organization, Map.of());
    }

    static MissionResponse of(Mission mission, Organization organization, Map<String, Object> expanded) {
        return new MissionResponse(
                mission.id(),
                mission.name(),
                mission.description(),
                mission.status(),
                mission.objectives(),
                mission.platforms(),
                ConstraintsResponse.of(mission.constraints(), organization),
                mission.kpis(),
                mission.durationDays(),
                V1.time(mission.startsAt()),
                V1.time(mission.endsAt()),
                mission.pipelineJobId(),
                V1.time(mission.createdAt()),
                V1.time(mission.updatedAt()),
                expanded);
    }
}
