package io.groundswell.mission.v1;

import static io.groundswell.mission.v1.SomeMission.post;
import static io.groundswell.mission.v1.SomeMission.request;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionCreationTest {
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
    void a_mission_that_starts_immediately_runs_and_tells_so() {
        // When
        var response = post(organization.live(), "start_immediately", true, "constraints", Map.of("posts_per_day", 3));
        // Then
        response.then()
                .statusCode(201)
                .body("status", equalTo("active"))
                .body("platforms", contains("twitter", "linkedin"))
                .body("estimated_posts", equalTo(42));
        assertThat(response.<Map<String, Object>>path("$").keySet())
                .containsExactly(
                        "id",
                        "name",
                        "status",
                        "pipeline_job_id",
                        "platforms",
                        "starts_at",
                        "ends_at",
                        "estimated_posts",
                        "created_at");
        assertThat(response.<String>path("id")).matches("msn_[0-9A-Za-z]{16}");
        assertThat(response.<String>path("pipeline_job_id")).matches("job_[0-9A-Za-z]{16}");
        assertThat(Instant.parse(response.path("ends_at")))
                .isEqualTo(Instant.parse(response.path("starts_at")).plus(Duration.ofDays(14)));
        assertThat(diary.toldOf(response.path("id"))).containsExactly("mission.created", "mission.started");
        assertThat(diary.eventsOf(response.path("id"))).containsExactly("Started");
    }

    @Test
    void a_mission_planned_for_a_midnight_is_a_draft_until_the_end_of_a_day() {
        // Given
        Api.setClock(Instant.parse("2029-12-01T12:00:00Z"));
        // When
        var response = post(organization.live(), "starts_at", "2030-01-15T01:00:00+01:00", "duration_days", 90);
        // Then
        response.then()
                .statusCode(201)
                .body("status", equalTo("draft"))
                .body("starts_at", equalTo("2030-01-15T00:00:00Z"))
                .body("ends_at", equalTo("2030-04-15T23:59:59Z"))
                .body("pipeline_job_id", nullValue());
        assertThat(diary.toldOf(response.path("id"))).containsExactly("mission.created");
        assertThat(diary.eventsOf(response.path("id"))).isEmpty();
    }

    @Test
    void a_mission_without_a_start_is_a_draft_without_an_end() {
        post(organization.live(), "start_immediately", false)
                .then()
                .statusCode(201)
                .body("status", equalTo("draft"))
                .body("starts_at", nullValue())
                .body("ends_at", nullValue())
                .body("estimated_posts", equalTo(14));
    }

    @Test
    void a_start_given_beside_start_immediately_is_ignored() {
        post(organization.live(), "start_immediately", true, "starts_at", "2001-01-01T00:00:00Z")
                .then()
                .statusCode(201)
                .body("status", equalTo("active"));
    }

    @Test
    void unknown_fields_are_ignored_and_platforms_counted_once() {
        post(organization.live(), "colour", "blue", "platforms", List.of("blog", "twitter", "blog"))
                .then()
                .statusCode(201)
                .body("platforms", contains("blog", "twitter"));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("platforms", null, "platforms"),
                Arguments.of("platforms", List.of(), "platforms"),
                Arguments.of("platforms", List.of("myspace"), "platforms"),
                Arguments.of("platforms", List.of("TWITTER"), "platforms"),
                Arguments.of("platforms", List.of(""), "platforms"),
                Arguments.of("platforms", "twitter", "platforms"),
                Arguments.of("duration_days", null, "duration_days"),
                Arguments.of("duration_days", "14", "duration_days"),
                Arguments.of("duration_days", 1.5, "duration_days"),
                Arguments.of("duration_days", 99999999999L, "duration_days"),
                Arguments.of("name", "  ", "name"),
                Arguments.of("name", 5, "name"),
                Arguments.of("objectives", Collections.nCopies(10_000, "Sell"), "objectives"),
                Arguments.of("objectives", Collections.singletonList(null), "objectives"),
                Arguments.of("start_immediately", "yes", "start_immediately"),
                Arguments.of("starts_at", "tomorrow", "starts_at"),
                Arguments.of("starts_at", "2030-01-15", "starts_at"),
                Arguments.of("starts_at", "2030-01-15T00:00:00", "starts_at"),
                Arguments.of("starts_at", 1893456000, "starts_at"),
                Arguments.of("constraints", List.of(), "constraints"),
                Arguments.of("constraints", Map.of("timezone", "Mars/Base"), "constraints.timezone"),
                Arguments.of("constraints", Map.of("cadence", "hourly"), "constraints.cadence"),
                Arguments.of("constraints", Map.of("content_types", List.of("song")), "constraints.content_types"),
                Arguments.of("kpis", Map.of(), "kpis"),
                Arguments.of("kpis", List.of(Map.of("metric", "likes")), "kpis[0].target"),
                Arguments.of("kpis", List.of(Map.of("metric", "fame", "target", 1)), "kpis[0].metric"),
                Arguments.of(
                        "kpis",
                        List.of(Map.of("metric", "likes", "target", 1, "platform", "tiktok")),
                        "kpis[0].platform"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_has_the_wrong_shape_is_named(String field, Object value, String param) {
        invalid(post(organization.live(), field, value).then(), param);
    }

    private static void invalid(ValidatableResponse response, String... params) {
        response.statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.param", equalTo(params[0]))
                .body("error.errors.param", contains(params));
    }

    @Test
    void everything_that_is_wrong_is_told_in_one_answer() {
        // Given
        var body = request(
                "name",
                null,
                "platforms",
                List.of("myspace"),
                "constraints",
                Map.of("cadence", "hourly", "posts_per_day", 0),
                "kpis",
                List.of(Map.of("metric", "fame", "target", 0)),
                "starts_at",
                "soon",
                "duration_days",
                true);
        // When
        var response = as(organization.live()).body(body).post("/v1/missions");
        // Then
        response.then()
                .statusCode(400)
                .body(
                        "error.errors.param",
                        hasItems(
                                "name",
                                "platforms",
                                "constraints.cadence",
                                "constraints.posts_per_day",
                                "kpis[0].metric",
                                "kpis[0].target",
                                "starts_at",
                                "duration_days"))
                .body("error.errors.size()", equalTo(8));
    }

    @Test
    void a_start_that_cannot_be_meant_is_a_validation_error() {
        for (var start : List.of("2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
            post(organization.live(), "starts_at", start)
                    .then()
                    .statusCode(422)
                    .body("error.code", equalTo("validation_error"))
                    .body("error.param", equalTo("starts_at"));
        }
    }

    @Test
    void what_is_no_object_is_refused() {
        for (var body : List.of("null", "[]", "5", "\"mission\"", "{", "{\"name\":}")) {
            as(organization.live()).body(body).post("/v1/missions").then().statusCode(400);
        }
        as(organization.live()).post("/v1/missions").then().statusCode(400).body("error.param", equalTo("name"));
    }
}
