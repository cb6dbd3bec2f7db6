package io.groundswell.testing;

import static io.groundswell.testing.Api.as;

import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Missions as a client makes and watches them. */
public final class Missions {
    private Missions() {}

    /** A started mission for twitter and linkedin over a week. */
    public static String start(String key, Map<String, Object> constraints) {
        return start(key, 7, constraints);
    }

    public static String start(String key, int days, Map<String, Object> constraints) {
        var body = new HashMap<String, Object>();
        body.put("name", "Spring launch");
        body.put("objectives", List.of("Show developers how simple self-hosting can be"));
        body.put("platforms", List.of("twitter", "linkedin"));
        body.put("duration_days", days);
        body.put("start_immediately", true);
        body.put("constraints", constraints);
        return as(key).body(body)
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse status(String key, String mission) {
        return as(key).get("/v1/missions/" + mission + "/status").then().statusCode(200);
    }

    /** Retries wait; each turn lets a minute and a half pass. */
    public static void workAndWait(Clock clock, int turns) {
        for (var turn = 0; turn < turns; turn++) {
            Api.work();
            Api.setClock(clock.instant().plus(Duration.ofSeconds(90)));
        }
    }

    /** All items of a mission, newest first. */
    public static List<Map<String, Object>> content(String key, String mission) {
        return as(key).get("/v1/content?limit=100&mission_id=" + mission)
                .then()
                .statusCode(200)
                .extract()
                .path("data");
    }
}
