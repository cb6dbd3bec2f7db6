package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CompletedJobTest {
    @Inject
    Rows rows;

    @BeforeEach
    void begin() {
        rows.clear();
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
}
