package io.groundswell.pipeline;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Mission;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a mission wants of one cycle, as it stood when the cycle was planned: whoever changes objectives or constraints
 * in the middle does not get half a calendar of each. Money and review are not part of it, they follow the mission.
 */
@RegisterForReflection
record Direction(List<String> objectives, Constraints constraints) {
    static Direction of(Mission mission) {
        return new Direction(mission.objectives(), mission.constraints());
    }
}
