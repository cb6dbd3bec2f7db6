package io.groundswell.mission;

import io.groundswell.shared.Owner;
import java.time.Instant;

/** What happened to a mission; observed in the transaction of the change, by the features that follow missions. */
public sealed interface MissionEvent {
    Owner owner();

    String missionId();

    /** @param jobId id of the pipeline job that is to run the mission */
    record Started(Owner owner, String missionId, String jobId) implements MissionEvent {}

    record Changed(Owner owner, String missionId) implements MissionEvent {}

    record Paused(Owner owner, String missionId) implements MissionEvent {}

    record Resumed(Owner owner, String missionId, Instant pausedAt) implements MissionEvent {}

    record Completed(Owner owner, String missionId) implements MissionEvent {}

    /** Sent before the mission's rows go. */
    record Deleting(Owner owner, String missionId) implements MissionEvent {}
}
