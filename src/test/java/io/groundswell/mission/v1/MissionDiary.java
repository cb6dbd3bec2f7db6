package io.groundswell.mission.v1;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.MissionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything the server told about missions, inside and to the outbox. */
@ApplicationScoped
class MissionDiary {
    private static final Sql TOLD = Sql.text("select type from outbox_event where subject_id = :id order by at, ctid");
    private static final Sql SEEN = Sql.text("select status from mission where id = :id");

    private final List<MissionEvent> events = new CopyOnWriteArrayList<>();
    private final Set<String> unwelcome = ConcurrentHashMap.newKeySet();
    private final AgroalDataSource database;

    MissionDiary(AgroalDataSource database) {
        this.database = database;
    }

    void on(@Observes MissionEvent event) {
        // Whoever follows missions must find the mission in the database as the event tells of it.
        SEEN.first(database, Map.of("id", event.missionId()), row -> row.getString(1))
                .orElseThrow();
        if (unwelcome.contains(event.missionId())) {
            throw new IllegalStateException("Not this one");
        }
        events.add(event);
    }

    /** From now on every move of this mission fails, until it is welcome again. */
    void refuse(String missionId) {
        unwelcome.add(missionId);
    }

    void welcome(String missionId) {
        unwelcome.remove(missionId);
    }

    List<String> eventsOf(String missionId) {
        return events.stream()
                .filter(event -> event.missionId().equals(missionId))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    List<String> toldOf(String missionId) {
        return TOLD.list(database, Map.of("id", missionId), row -> row.getString("type"));
    }
}
