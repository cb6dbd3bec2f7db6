package io.groundswell.mission;

import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;

/** Tells what happened to a mission: the outbox for the world, an event for the features that follow missions. */
@ApplicationScoped
class MissionNews {
    private final Missions missions;
    private final Outbox outbox;
    private final Event<MissionEvent> events;

    MissionNews(Missions missions, Outbox outbox, Event<MissionEvent> events) {
        this.missions = missions;
        this.outbox = outbox;
        this.events = events;
    }

    void created(Mission mission) {
        outbox.record(mission.owner(), "mission.created", mission.id());
    }

    void started(Mission mission) {
        outbox.record(mission.owner(), "mission.started", mission.id());
        tell(new MissionEvent.Started(mission.owner(), mission.id(), mission.pipelineJobId()));
    }

    void changed(Mission mission) {
        tell(new MissionEvent.Changed(mission.owner(), mission.id()));
    }

    void paused(Mission mission) {
        outbox.record(mission.owner(), "mission.paused", mission.id());
        tell(new MissionEvent.Paused(mission.owner(), mission.id()));
    }

    void resumed(Mission mission, Instant pausedAt) {
        outbox.record(mission.owner(), "mission.resumed", mission.id());
        tell(new MissionEvent.Resumed(mission.owner(), mission.id(), pausedAt));
    }

    void completed(Mission mission) {
        outbox.record(mission.owner(), "mission.completed", mission.id());
        tell(new MissionEvent.Completed(mission.owner(), mission.id()));
    }

    void deleting(Mission mission) {
        tell(new MissionEvent.Deleting(mission.owner(), mission.id()));
    }

    private void tell(MissionEvent event) {
        // Those who listen may ask the database, in SQL that knows nothing of what Hibernate still holds back.
        missions.flush();
        events.fire(event);
    }
}
