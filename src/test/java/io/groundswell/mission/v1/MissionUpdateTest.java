package io.groundswell.mission.v1;

import static io.groundswell.mission.v1.SomeMission.active;
import static io.groundswell.mission.v1.SomeMission.draft;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionUpdateTest {
    private static final Instant START = Instant.parse("2030-03-01T12:00:00Z");

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
    void the_whole_mission_is_shown_with_every_documented_field() {
        // Given
        var id = draft(
                organization.live(),
                "kpis",
                List.of(Map.of("metric", "clicks", "target", 4)),
                "constraints",
                Map.of("tone", "calm", "budget_cents", 0));
        // When
        var mission = as(organization.live()).get("/v1/missions/" + id);
        // Then
        mission.then()
                .statusCode(200)
                .body("description", nullValue())
                .body("objectives", contains("Raise awareness among developers"))
                .body("constraints.tone", equalTo("calm"))
                .body("constraints.cadence", equalTo("daily"))
                .body("constraints.posts_per_day", equalTo(1))
                .body("constraints.posting_times", empty())
                .body("constraints.timezone", equalTo("UTC"))
                .body("constraints.require_approval", equalTo(false))
                .body("constraints.budget_cents", equalTo(0))
                .body("constraints.excluded_topics", empty())
                .body("kpis[0].metric", equalTo("clicks"))
                .body("kpis[0].target", equalTo(4))
                .body("kpis[0].platform", equalTo("all"));
        assertThat(mission.<Map<String, Object>>path("$").keySet())
                .containsExactly(
                        "id",
                        "name",
                        "description",
                        "status",
                        "objectives",
                        "platforms",
                        "constraints",
                        "kpis",
                        "duration_days",
                        "starts_at",
                        "ends_at",
                        "pipeline_job_id",
                        "created_at",
                        "updated_at");
    }

    @Test
    void constraints_are_merged_and_lists_replaced() {
        // Given
        var id = draft(
                organization.live(),
                "constraints",
                Map.of("tone", "calm", "posts_per_day", 3, "posting_times", List.of("09:00", "14:00")),
                "kpis",
                List.of(Map.of("metric", "likes", "target", 4)));
        // When
        var changed = put(
                id,
                "{\"constraints\":{\"posts_per_day\":null,\"posting_times\":[\"10:00\"],\"use_optimal_times\":true},"
                        + "\"objectives\":[\"Sell\"],\"kpis\":[],\"description\":\"New\"}");
        // Then
        changed.statusCode(200)
                .body("constraints.tone", equalTo("calm"))
                .body("constraints.posts_per_day", equalTo(1))
                .body("constraints.posting_times", contains("10:00"))
                .body("constraints.use_optimal_times", equalTo(true))
                .body("objectives", contains("Sell"))
                .body("kpis", empty())
                .body("description", equalTo("New"))
                .body("name", equalTo("Spring launch"));
        assertThat(as(organization.live()).get("/v1/missions/" + id).asString())
                .isEqualTo(changed.extract().asString());
        assertThat(diary.eventsOf(id)).containsExactly("Changed");
        put(id, "{\"constraints\":null,\"description\":null}")
                .statusCode(200)
                .body("constraints.tone", nullValue())
                .body("description", nullValue());
    }

    @Test
    void sending_back_the_whole_mission_changes_nothing() {
        // Given
        var id = active(organization.live());
        var before = as(organization.live()).get("/v1/missions/" + id).<Map<String, Object>>path("$");
        // When
        var after = as(organization.live()).body(before).put("/v1/missions/" + id);
        // Then
        after.then().statusCode(200);
        var fields = after.<Map<String, Object>>path("$");
        assertThat(fields)
                .usingRecursiveComparison()
                .ignoringFields("updated_at")
                .isEqualTo(before);
    }

    @Test
    void what_the_organization_decides_stays_its_own_when_a_whole_mission_is_sent_back() {
        // Given
        var id = active(organization.live());
        var whole = as(organization.live()).get("/v1/missions/" + id).<Map<String, Object>>path("$");
        assertThat(whole)
                .extractingByKey("constraints")
                .extracting("require_approval")
                .isEqualTo(false);
        // When
        as(organization.live()).body(whole).put("/v1/missions/" + id).then().statusCode(200);
        requireApproval(true);
        // Then
        as(organization.live()).get("/v1/missions/" + id).then().body("constraints.require_approval", equalTo(true));
        // But who says so alone, decides it
        as(organization.live())
                .body(Map.of("constraints", Map.of("require_approval", true)))
                .put("/v1/missions/" + id)
                .then()
                .statusCode(200);
        requireApproval(false);
        as(organization.live()).get("/v1/missions/" + id).then().body("constraints.require_approval", equalTo(true));
    }

    @Test
    void a_whole_mission_that_is_completed_is_sent_back_with_another_name() {
        var id = active(organization.live());
        as(organization.live()).post("/v1/missions/" + id + "/complete").then().statusCode(200);
        var whole =
                new HashMap<>(as(organization.live()).get("/v1/missions/" + id).<Map<String, Object>>path("$"));
        whole.put("name", "Last spring");
        as(organization.live())
                .body(whole)
                .put("/v1/missions/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Last spring"));
    }

    private void requireApproval(boolean required) {
        as(organization.live())
                .body(Map.of("config", Map.of("approval", Map.of("require_approval", required))))
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    @Test
    void what_cannot_be_changed_is_named() {
        var id = draft(organization.live());
        for (var field : List.of(
                "\"platforms\":[\"blog\"]",
                "\"status\":\"active\"",
                "\"starts_at\":\"2031-01-01T00:00:00Z\"",
                "\"ends_at\":\"2031-01-01T00:00:00Z\"",
                "\"id\":\"msn_other\"",
                "\"pipeline_job_id\":\"job_other\"",
                "\"created_at\":null",
                "\"updated_at\":5")) {
            put(id, "{" + field + "}").statusCode(400).body("error.param", equalTo(field.split("\"")[1]));
        }
        put(id, "{\"status\":\"draft\",\"platforms\":[\"twitter\",\"linkedin\"],\"starts_at\":null}")
                .statusCode(200);
        put(id, "{\"id\":\"x\",\"name\":\"\",\"objectives\":null,\"duration_days\":\"x\"}")
                .statusCode(400)
                .body("error.errors.size()", equalTo(4));
        for (var body : List.of("null", "[]", "5")) {
            put(id, body).statusCode(400);
        }
    }

    @Test
    void rules_hold_for_the_mission_as_it_would_be() {
        var id = draft(organization.live(), "constraints", Map.of("earliest_time", "09:00"));
        put(id, "{\"constraints\":{\"latest_time\":\"08:00\"}}")
                .statusCode(400)
                .body("error.param", equalTo("constraints.latest_time"));
        put(id, "{\"constraints\":{\"cadence\":\"hourly\"}}")
                .statusCode(400)
                .body("error.param", equalTo("constraints.cadence"));
        put(id, "{\"kpis\":[{\"metric\":\"likes\",\"target\":1,\"platform\":\"blog\"}]}")
                .statusCode(400)
                .body("error.param", equalTo("kpis[0].platform"));
    }

    @Test
    void a_new_duration_moves_the_end_and_keeps_what_pauses_added() {
        // Given a mission that was paused for an hour
        Api.setClock(START);
        var id = active(organization.live());
        as(organization.live()).post("/v1/missions/" + id + "/pause").then().statusCode(200);
        Api.setClock(START.plusSeconds(3600));
        Instant end = Instant.parse(
                as(organization.live()).post("/v1/missions/" + id + "/resume").path("adjusted_ends_at"));
        // When
        put(id, "{\"duration_days\":20}")
                .statusCode(200)
                .body("duration_days", equalTo(20))
                .body("ends_at", equalTo(end.plusSeconds(6 * 86_400).toString()));
        // Then
        Api.setClock(START.plusSeconds(3 * 86_400));
        put(id, "{\"duration_days\":2}")
                .statusCode(422)
                .body("error.code", equalTo("validation_error"))
                .body("error.param", equalTo("duration_days"));
        put(id, "{}").body("duration_days", equalTo(20));
    }

    @Test
    void a_draft_can_be_started_and_nothing_else_can() {
        // Given
        var id = draft(organization.live());
        // When
        put(id, "{\"name\":\"Go\",\"start_immediately\":true}")
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("name", equalTo("Go"));
        // Then
        assertThat(diary.eventsOf(id)).containsExactly("Changed", "Started");
        assertThat(diary.toldOf(id)).containsExactly("mission.created", "mission.started");
        put(id, "{\"start_immediately\":true,\"name\":\"Again\"}").statusCode(409);
        put(id, "{}").body("name", equalTo("Go"));
    }

    @Test
    void a_completed_mission_takes_a_name_and_a_description() {
        // Given
        var id = active(organization.live());
        as(organization.live()).post("/v1/missions/" + id + "/complete").then().statusCode(200);
        // Then
        put(id, "{\"name\":\"Done\",\"description\":\"Well\"}").statusCode(200).body("name", equalTo("Done"));
        put(id, "{\"duration_days\":30}").statusCode(409).body("error.code", equalTo("conflict"));
        put(id, "{\"objectives\":[\"More\"]}").statusCode(409);
        put(id, "{\"constraints\":{\"tone\":\"loud\"}}").statusCode(409);
    }

    @Test
    void approval_is_the_organizations_choice_until_the_mission_makes_its_own() {
        // Given
        var id = draft(organization.live());
        as(organization.live())
                .body("{\"config\":{\"approval\":{\"require_approval\":true}}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
        // Then
        put(id, "{}").body("constraints.require_approval", equalTo(true));
        put(id, "{\"constraints\":{\"require_approval\":false}}").body("constraints.require_approval", equalTo(false));
        put(id, "{\"constraints\":{\"require_approval\":null}}").body("constraints.require_approval", equalTo(true));
    }

    private ValidatableResponse put(String id, String body) {
        return as(organization.live()).body(body).put("/v1/missions/" + id).then();
    }
}
