package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import io.groundswell.shared.Owner;

/** Knows how an organization's posts did so far. The feature that measures them fills it. */
public interface EngagementSource {
    /** How posts do by weekday and hour in the mission's zone. */
    EngagementHistory of(Owner owner, Constraints constraints);

    /** The same where it matters: a mission that keeps to fixed times asks for no best hour. */
    default EngagementHistory ifWanted(Owner owner, Constraints constraints) {
        return constraints.useOptimalTimes() ? of(owner, constraints) : EngagementHistory.none();
    }
}
