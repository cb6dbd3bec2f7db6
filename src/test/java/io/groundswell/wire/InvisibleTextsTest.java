package io.groundswell.wire;

import static io.groundswell.testing.Api.as;
import static io.groundswell.testing.Api.operator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class InvisibleTextsTest {
    private static final String INVISIBLE = " \u200B\u2060\uFEFF\u00AD\u2028\uFE0F";
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
    }

    @Test
    void missions_refuse_them() {
        var key = organization.live();
        refused(as(key).body(Map.of("name", INVISIBLE)).post("/v1/auth/keys"), "name");
        refused(as(key).body(Map.of("name", INVISIBLE)).put("/v1/tenant"), "name");
        refused(as(key).body(Map.of("name", INVISIBLE)).post("/v1/onboard"), "name");
        refused(
                as(key).body(Map.of("scope", "organization", "title", INVISIBLE))
                        .post("/v1/annotations"),
                "title");
        as(key).body(Map.of(
                        "name", INVISIBLE,
                        "objectives", List.of(INVISIBLE),
                        "platforms", List.of("twitter"),
                        "duration_days", 7,
                        "constraints", Map.of("excluded_topics", List.of(INVISIBLE))))
                .post("/v1/missions")
                .then()
                .statusCode(400)
                .body("error.errors.param", contains("name", "objectives", "constraints.excluded_topics"));
    }

    @Test
    void creators_refuse_them() {
        as(organization.tga())
                .body(Map.of("name", INVISIBLE))
                .post("/api/v1/projects")
                .then()
                .statusCode(400)
                .body("meta.code", equalTo("invalid_body"))
                .body("meta.issues.path", contains("name"));
    }

    @Test
    void operators_have_them_refused() {
        refused(operator().body(Map.of("name", INVISIBLE)).post("/internal/organizations"), "name");
        refused(
                operator().body(Map.of("name", INVISIBLE)).patch("/internal/organizations/" + organization.id()),
                "name");
    }

    @Test
    void what_only_joins_something_visible_is_kept() {
        as(organization.live())
                .body(Map.of("name", FAMILY))
                .post("/v1/auth/keys")
                .then()
                .statusCode(201)
                .body("name", equalTo(FAMILY));
        as(organization.tga())
                .body(Map.of("name", FAMILY))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .body("data.name", equalTo(FAMILY));
        operator()
                .body(Map.of("name", FAMILY))
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200)
                .body("name", equalTo(FAMILY));
    }

    private static void refused(Response answer, String param) {
        answer.then().statusCode(400).body("error.errors.param", contains(param));
    }
}
