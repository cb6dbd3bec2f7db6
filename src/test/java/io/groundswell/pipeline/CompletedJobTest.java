package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.generation.sandbox.GenerationFaults;
import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CompletedJobTest {
    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    @Inject
    Clock clock;

    @BeforeEach
    void begin() {
        rows.clear();
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
    }

    @Test
    void a_job_that_was_completed_in_a_pause_is_paused_for_no_reason() {
        var key = Api.organization().test();
        var mission = "/v1/missions/" + Missions.start(key, Map.of());
        as(key).post(mission + "/pause").then().statusCode(200);
        as(key).get(mission + "/pipeline").then().statusCode(200).body("paused_reason", equalTo("mission_paused"));

        as(key).post(mission + "/complete").then().statusCode(200);

        as(key).get(mission + "/pipeline")
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("paused_reason", nullValue());
        as(key).get(mission + "/status").then().statusCode(200).body("pipeline.paused_reason", nullValue());
    }

    @Test
    void a_job_that_had_failed_is_completed_without_an_error() {
        // Given
        var key = Api.organization().test();
        var mission = "/v1/missions/" + Missions.start(key, Map.of());
        faults.fail(1_000);
        Missions.workAndWait(clock, 6);
        as(key).get(mission + "/pipeline").then().statusCode(200).body("error.code", equalTo("provider_error"));
        // When
        as(key).post(mission + "/complete").then().statusCode(200);
        // Then
        as(key).get(mission + "/pipeline")
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("error", nullValue());
    }
}
