package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mission makes what it announced, on the platforms that take it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PlannedDaysTest {
    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
        Api.setClock(Instant.parse("2030-01-10T12:00:00Z"));
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    private Response create(Map<String, Object> more) {
        var body = new HashMap<String, Object>();
        body.put("name", "Spring launch");
        body.put("objectives", List.of("Show developers how simple self-hosting can be"));
        body.put("platforms", List.of("twitter", "instagram"));
        body.put("duration_days", 9);
        body.putAll(more);
        return as(organization.test()).body(body).post("/v1/missions");
    }

    @Test
    void a_mission_of_whole_days_makes_as_many_items_as_it_estimated() {
        var mission = create(Map.of("starts_at", "2030-01-11T00:00:00Z"));
        assertThat(mission.<Integer>path("estimated_posts")).isEqualTo(9);

        for (var day = 0; day < 11; day++) {
            Api.setClock(Instant.parse("2030-01-11T00:00:01Z").plus(Duration.ofDays(day)));
            Api.work();
        }

        assertThat(rows.count("select count(*) from content")).isEqualTo(9);
        assertThat(rows.count("select count(distinct date(scheduled_for)) from content where scheduled_for is not null"
                        + " or published_at is not null"))
                .isEqualTo(9);
        as(organization.test())
                .get("/v1/missions/" + mission.path("id"))
                .then()
                .body("status", equalTo("completed"))
                .body("ends_at", equalTo("2030-01-20T23:59:59Z"));
    }

    @Test
    void types_that_only_one_platform_takes_are_made_for_that_one_alone() {
        create(Map.of("start_immediately", true, "constraints", Map.of("content_types", List.of("reel", "story"))))
                .then()
                .statusCode(201);

        Api.work();

        assertThat(rows.texts("select distinct platform from content")).containsExactly("INSTAGRAM");
        assertThat(rows.texts("select distinct type from content")).isSubsetOf("REEL", "STORY");
        assertThat(rows.count("select count(*) from content"))
                .isEqualTo(rows.count("select count(*) from calendar_slot"))
                .isPositive();
    }

    @Test
    void types_that_no_platform_takes_are_refused() {
        create(Map.of("constraints", Map.of("content_types", List.of("article"))))
                .then()
                .statusCode(422)
                .body("error.code", equalTo("validation_error"))
                .body("error.param", equalTo("constraints.content_types"));
        var mission = create(Map.of());
        as(organization.test())
                .body(Map.of("constraints", Map.of("content_types", List.of("video"))))
                .put("/v1/missions/" + mission.path("id"))
                .then()
                .statusCode(422)
                .body("error.param", equalTo("constraints.content_types"));
        assertThat(rows.count("select count(*) from mission")).isOne();
    }

    @Test
    void a_name_is_measured_in_characters_as_people_count_them() {
        create(Map.of("name", "🌱".repeat(200))).then().statusCode(201);
        create(Map.of("name", "🌱".repeat(201))).then().statusCode(400).body("error.param", equalTo("name"));
    }
}
