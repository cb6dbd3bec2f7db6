package io.groundswell.mission.v1;

import static io.groundswell.mission.v1.SomeMission.active;
import static io.groundswell.mission.v1.SomeMission.draft;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionLifeTest {
    private static final Instant EVE = Instant.parse("2030-01-14T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2030-01-15T00:00:00Z");

    @Inject
    MissionDiary diary;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    @Test
    void an_active_mission_is_deleted_only_after_a_pause() {
        // Given
        var id = active(organization.live());
        delete(id).then().statusCode(409).body("error.code", equalTo("conflict"));
        // When
        move(id, "pause").then().statusCode(200);
        var deleted = delete(id);
        // Then
        deleted.then().statusCode(200);
        assertThat(deleted.<Map<String, Object>>path("$")).isEqualTo(Map.of("id", id, "deleted", true));
        get(id).then().statusCode(404);
        delete(id).then().statusCode(404);
        assertThat(diary.eventsOf(id)).containsExactly("Started", "Paused", "Deleting");
    }

    @Test
    void drafts_and_completed_missions_are_deleted_at_once() {
        var draft = draft(organization.live());
        var completed = active(organization.live());
        move(completed, "complete").then().statusCode(200);
        delete(draft).then().statusCode(200);
        delete(completed).then().statusCode(200);
    }

    @Test
    void a_pause_of_21_and_a_half_hours_moves_the_end_of_a_day_by_one_day() {
        // Given
        Api.setClock(EVE);
        var id = draft(organization.live(), "starts_at", MIDNIGHT.toString(), "duration_days", 90);
        Api.setClock(MIDNIGHT);
        Api.work();
        // When
        Api.setClock(MIDNIGHT.plus(Duration.ofHours(10)));
        var paused = move(id, "pause");
        Api.setClock(MIDNIGHT.plus(Duration.ofMinutes(600 + 1290)));
        var resumed = move(id, "resume");
        // Then
        paused.then().statusCode(200).body("status", equalTo("paused")).body("paused_at", notNullValue());
        assertThat(paused.<Map<String, Object>>path("$")).containsOnlyKeys("id", "status", "paused_at");
        resumed.then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("adjusted_ends_at", equalTo("2030-04-16T23:59:59Z"));
        assertThat(resumed.<Map<String, Object>>path("$"))
                .containsOnlyKeys("id", "status", "resumed_at", "adjusted_ends_at");
        get(id).then().body("ends_at", equalTo("2030-04-16T23:59:59Z"));
        assertThat(diary.toldOf(id))
                .containsExactly("mission.created", "mission.started", "mission.paused", "mission.resumed");
    }

    @Test
    void a_draft_is_started_when_it_is_resumed() {
        // Given
        var id = draft(organization.live());
        // When
        var resumed = move(id, "resume");
        // Then
        resumed.then().statusCode(200).body("status", equalTo("active"));
        assertThat(resumed.<String>path("adjusted_ends_at"))
                .isEqualTo(get(id).path("ends_at"))
                .isNotNull();
        assertThat(diary.toldOf(id)).containsExactly("mission.created", "mission.started");
    }

    @Test
    void moves_that_the_state_does_not_allow_are_conflicts() {
        // Given
        var draft = draft(organization.live());
        var active = active(organization.live());
        var completed = active(organization.live());
        var done = move(completed, "complete");
        // Then
        done.then().statusCode(200).body("status", equalTo("completed")).body("completed_at", notNullValue());
        assertThat(done.<Map<String, Object>>path("$")).containsOnlyKeys("id", "status", "completed_at");
        move(draft, "pause").then().statusCode(409);
        move(draft, "complete").then().statusCode(409);
        move(active, "resume").then().statusCode(409);
        for (var move : new String[] {"pause", "resume", "complete"}) {
            move(completed, move).then().statusCode(409).body("error.code", equalTo("conflict"));
            move("msn_unknown", move).then().statusCode(404);
        }
    }

    @Test
    void the_scheduler_starts_drafts_on_time_and_ends_missions_on_time() {
        // Given
        Api.setClock(EVE);
        var id = draft(organization.live(), "starts_at", MIDNIGHT.toString(), "duration_days", 1);
        var waiting = draft(organization.live());
        Api.work();
        get(id).then().body("status", equalTo("draft"));
        // When it starts
        Api.setClock(MIDNIGHT.plusSeconds(3));
        Api.work();
        get(id).then()
                .body("status", equalTo("active"))
                .body("starts_at", equalTo("2030-01-15T00:00:00Z"))
                .body("ends_at", equalTo("2030-01-16T23:59:59Z"))
                .body("pipeline_job_id", notNullValue());
        // When it ends
        Api.setClock(Instant.parse("2030-01-16T23:59:59Z"));
        Api.work();
        // Then
        get(id).then().body("status", equalTo("completed"));
        get(waiting).then().body("status", equalTo("draft"));
        assertThat(diary.toldOf(id)).containsExactly("mission.created", "mission.started", "mission.completed");
        assertThat(diary.eventsOf(id)).containsExactly("Started", "Completed");
    }

    @Test
    void a_mission_that_cannot_be_started_stays_whole_and_keeps_no_other_waiting() {
        // Given
        Api.setClock(EVE);
        var broken = draft(organization.live(), "starts_at", EVE.plusSeconds(60).toString());
        var sound = draft(organization.live(), "starts_at", EVE.plusSeconds(61).toString());
        Api.setClock(EVE.plusSeconds(120));
        // When
        diary.refuse(broken);
        Api.work();
        // Then
        get(sound).then().body("status", equalTo("active"));
        get(broken).then().body("status", equalTo("draft")).body("pipeline_job_id", nullValue());
        assertThat(diary.toldOf(broken)).containsExactly("mission.created");
        // When
        diary.welcome(broken);
        Api.work();
        // Then
        get(broken)
                .then()
                .body("status", equalTo("active"))
                .body("starts_at", equalTo(EVE.plusSeconds(60).toString()));
    }

    @Test
    void a_paused_mission_does_not_end() {
        // Given
        Api.setClock(EVE);
        var id = draft(organization.live(), "start_immediately", true, "duration_days", 1);
        move(id, "pause").then().statusCode(200);
        // When
        Api.setClock(EVE.plus(Duration.ofDays(30)));
        Api.work();
        // Then
        get(id).then().body("status", equalTo("paused"));
        assertThat(Instant.parse(move(id, "resume").path("adjusted_ends_at")))
                .isBetween(
                        EVE.plus(Duration.ofDays(31)).minusSeconds(5),
                        EVE.plus(Duration.ofDays(31)).plusSeconds(5));
    }

    private Response get(String id) {
        return as(organization.live()).get("/v1/missions/" + id);
    }

    private Response move(String id, String move) {
        return as(organization.live()).post("/v1/missions/" + id + "/" + move);
    }

    private Response delete(String id) {
        return as(organization.live()).delete("/v1/missions/" + id);
    }
}
