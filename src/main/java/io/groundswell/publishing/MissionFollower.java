package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.ContentMoves;
import io.groundswell.database.Sql;
import io.groundswell.mission.MissionEvent;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Reslotting.Late;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the schedule true to what happens to missions. */
@ApplicationScoped
class MissionFollower {
    private static final Sql SCHEDULED = Sql.file(MissionFollower.class, "scheduled.sql");
    private static final Sql NOT_DUE = Sql.text("""
            update content set publish_due_at = null, lock_version = lock_version + 1
            where organization_id = :organization and mode = :mode and mission_id = :mission
              and status = 'SCHEDULED' and publish_claim is null""");
    private static final Sql DUE_AGAIN = Sql.text("""
            update content set publish_due_at = scheduled_for, lock_version = lock_version + 1
            where organization_id = :organization and mode = :mode and mission_id = :mission
              and status = 'SCHEDULED' and publish_due_at is null""");
    /** After any time an item can be scheduled for. */
    private static final Instant ALL = Instant.parse("9999-01-01T00:00:00Z");

    private final AgroalDataSource database;
    private final ContentMoves moves;
    private final Agenda agenda;
    private final LateItems lateItems;
    private final Clock clock;

    MissionFollower(AgroalDataSource database, ContentMoves moves, Agenda agenda, LateItems lateItems, Clock clock) {
        this.database = database;
        this.moves = moves;
        this.agenda = agenda;
        this.lateItems = lateItems;
        this.clock = clock;
    }

    /** What waits for the mission is not due: publishers would look through all of it each time. */
    void paused(@Observes MissionEvent.Paused event) {
        NOT_DUE.update(database, of(event));
    }

    /** What the pause made late gets new slots, in order, instead of going out all at once. */
    void resumed(@Observes MissionEvent.Resumed event) {
        agenda.hold(event.owner());
        DUE_AGAIN.update(database, of(event));
        lateItems.move(event.owner(), event.missionId(), scheduled(event, clock.instant()));
    }

    /** What is being published right now stays: its publisher settles it. */
    void completed(@Observes MissionEvent.Completed event) {
        scheduled(event, ALL).forEach(item -> moves.unschedule(event.owner(), item.id(), true));
    }

    private List<Late> scheduled(MissionEvent event, Instant until) {
        var values = new HashMap<String, Object>(of(event));
        values.put("until", until);
        return SCHEDULED.list(
                database, values, row -> new Late(row.getString("id"), Platform.valueOf(row.getString("platform"))));
    }

    private static Map<String, Object> of(MissionEvent event) {
        return Map.of(
                "organization", event.owner().organizationId(),
                "mode", event.owner().mode(),
                "mission", event.missionId());
    }
}
