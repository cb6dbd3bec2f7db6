package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mission that runs while the clocks of its zone change, as its client sees it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ClockChangeTest {
    @AfterEach
    void restore() {
        Api.resetClock();
    }

    @Test
    void a_slot_at_nine_in_new_york_stays_at_nine_when_clocks_go_forward() {
        // Given the Friday before
        Api.setClock(Instant.parse("2030-03-08T12:00:00Z"));
        var organization = Api.organization();
        var mission = Missions.start(
                organization.test(), Map.of("timezone", "America/New_York", "posting_times", List.of("09:00")));
        // When
        Api.work();
        // Then
        List<String> times = as(organization.test())
                .get("/v1/publish/queue?mission_id=" + mission)
                .then()
                .statusCode(200)
                .extract()
                .path("data.scheduled_for");
        assertThat(times)
                .startsWith(
                        "2030-03-08T09:00:00-05:00",
                        "2030-03-09T09:00:00-05:00",
                        "2030-03-10T09:00:00-04:00",
                        "2030-03-11T09:00:00-04:00",
                        "2030-03-12T09:00:00-04:00");
        Missions.status(organization.test(), mission).body("next_publish_at", equalTo("2030-03-08T14:00:00Z"));
        // When the slots of both sides come due
        workAt("2030-03-08T14:00:00Z");
        workAt("2030-03-09T14:00:00Z");
        workAt("2030-03-10T12:59:59Z");
        // Then
        Missions.status(organization.test(), mission)
                .body("content.published", equalTo(2))
                .body("next_publish_at", equalTo("2030-03-10T13:00:00Z"));
        workAt("2030-03-10T13:00:00Z");
        Missions.status(organization.test(), mission)
                .body("content.published", equalTo(3))
                .body("next_publish_at", equalTo("2030-03-11T13:00:00Z"));
    }

    private static void workAt(String now) {
        Api.setClock(Instant.parse(now));
        Api.work();
    }
}
