package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times without an offset are those of the zone that the mission has by now, also for items of before. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MovedMissionTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Map<String, Object> NINE = Map.of("scheduled_for", "2030-01-17T09:00:00");

    @Inject
    ContentFixture fixture;

    private String key;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        var organization = Api.organization();
        key = organization.test();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner, "{\"timezone\":\"America/New_York\"}");
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    private void move() {
        as(key).body(Map.of("constraints", Map.of("timezone", "Europe/Berlin")))
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse content(String id) {
        return as(key).get("/v1/content/" + id).then().statusCode(200);
    }

    private void thenIsNineInBerlin(String id) {
        content(id)
                .body("scheduling.scheduled_for", equalTo("2030-01-17T09:00:00+01:00"))
                .body("scheduling.timezone", equalTo("Europe/Berlin"));
    }

    @Test
    void an_item_is_scheduled_in_it() {
        var id = fixture.approved(owner, mission);
        move();
        as(key).body(Map.of("content_id", id, "scheduled_for", "2030-01-17T09:00:00"))
                .post("/v1/publish/schedule")
                .then()
                .statusCode(200)
                .body("scheduled_for", equalTo("2030-01-17T09:00:00+01:00"));
        thenIsNineInBerlin(id);
    }

    @Test
    void an_item_is_approved_for_it() {
        var id = fixture.pending(owner, mission);
        move();
        as(key).body(Map.of("schedule_for", "2030-01-17T09:00:00"))
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("scheduled_for", equalTo("2030-01-17T09:00:00+01:00"));
        thenIsNineInBerlin(id);
    }

    @Test
    void a_time_that_is_written_by_hand_is_of_it() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, NOW.plusSeconds(3_600));
        move();
        content(id).body("scheduling.timezone", equalTo("America/New_York"));
        put(id);
        thenIsNineInBerlin(id);
    }

    @Test
    void so_is_the_same_moment_written_in_it() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, Instant.parse("2030-01-17T08:00:00Z"));
        move();
        put(id);
        thenIsNineInBerlin(id);
    }

    private void put(String id) {
        as(key).body(Map.of("scheduling", NINE)).put("/v1/content/" + id).then().statusCode(200);
    }

    @Test
    void what_is_published_at_once_goes_out_by_it() {
        var id = fixture.approved(owner, mission);
        move();
        as(key).body(Map.of("content_id", id)).post("/v1/publish").then().statusCode(200);
        content(id).body("scheduling.timezone", equalTo("Europe/Berlin"));
    }
}
