package io.groundswell.mission.v1;

import static io.groundswell.mission.v1.SomeMission.post;
import static io.groundswell.mission.v1.SomeMission.request;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionAllowanceTest {
    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
    }

    @Test
    void creations_are_limited_by_the_hour_but_repeats_and_refusals_do_not_count() {
        // Given
        var small = Api.organization("free", Map.of("missions_per_hour", 2, "requests_per_minute", -1));
        var repeated = as(small.live()).header("Idempotency-Key", "one").body(request());
        repeated.post("/v1/missions").then().statusCode(201);
        repeated.post("/v1/missions").then().statusCode(201).header("Idempotency-Replayed", "true");
        post(small.live(), "name", null).then().statusCode(400);
        post(small.live(), "starts_at", "2001-01-01T00:00:00Z").then().statusCode(422);
        // When
        post(small.live()).then().statusCode(201);
        // Then
        post(small.live()).then().statusCode(429).body("error.code", equalTo("rate_limit_exceeded"));
        post(small.test()).then().statusCode(201);
    }

    @Test
    void who_may_only_read_cannot_create() {
        // Given
        String reader = as(organization.live())
                .body(Map.of("name", "Reader", "scopes", List.of("missions:read")))
                .post("/v1/auth/keys")
                .path("key");
        // Then
        var refused = post(reader).then().statusCode(403).body("error.code", equalTo("forbidden"));
        assertThat(refused.extract().<String>path("error.message")).contains("missions:write");
        as(reader).get("/v1/missions").then().statusCode(200);
    }

    @Test
    void created_missions_are_counted_even_when_they_are_deleted() {
        // Given
        var id = SomeMission.draft(organization.live());
        SomeMission.draft(organization.live());
        as(organization.live()).delete("/v1/missions/" + id).then().statusCode(200);
        // Then
        as(organization.live()).get("/v1/usage").then().body("current_month.missions_created", equalTo(2));
    }
}
