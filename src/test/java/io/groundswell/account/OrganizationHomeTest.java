package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static io.groundswell.testing.Api.operator;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.groundswell.shared.PublicId;
import io.groundswell.testing.Api;
import io.groundswell.testing.IdentityProvider;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People of an identity provider who come to an organization that the operator opened. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganizationHomeTest {
    private final String home = "org_" + PublicId.guessable(12);

    private ValidatableResponse login(String subject) {
        return RestAssured.given()
                .contentType("application/json")
                .body(IdentityProvider.token(subject + home, Map.of("org_id", home)))
                .post("/v1/auth/login")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse open(Map<String, ?> body) {
        return operator().body(body).post("/internal/organizations").then();
    }

    private static ValidatableResponse change(String organization, Map<String, ?> body) {
        return operator()
                .body(body)
                .patch("/internal/organizations/" + organization)
                .then();
    }

    @Test
    void an_organization_that_the_operator_opens_is_joined_by_the_people_of_its_external_id() {
        var opened = open(Map.of("name", "Acme", "plan", "pro", "external_id", home))
                .statusCode(201)
                .extract();
        String organization = opened.path("id");

        var user =
                login("ada").body("tenant.id", equalTo(organization)).extract().<String>path("user.id");
        login("bob").body("tenant.id", equalTo(organization));

        members(opened.path("keys.amp_live"), "admin", "viewer", "viewer");
        as(opened.path("keys.amp_live"))
                .body(Map.of("role", "admin"))
                .put("/v1/tenant/members/" + user)
                .then()
                .statusCode(200);
        members(opened.path("keys.amp_live"), "admin", "admin", "viewer");
        operator().get("/internal/organizations/" + organization).then().body("external_id", equalTo(home));
    }

    private static void members(String key, String... roles) {
        as(key).get("/v1/tenant/members").then().body("data.role", containsInAnyOrder(roles));
    }

    @Test
    void one_that_is_there_gets_an_external_id_and_keeps_it_until_it_gets_another_one() {
        var organization = Api.organization().id();

        change(organization, Map.of("external_id", home)).statusCode(200).body("external_id", equalTo(home));
        change(organization, Map.of("name", "Other")).body("external_id", equalTo(home));
        change(organization, Map.of("external_id", home)).statusCode(200);

        login("ada").body("tenant.id", equalTo(organization));
        change(organization, Map.of("external_id", home + "_former")).statusCode(200);
        login("ada").body("tenant.id", not(equalTo(organization)));
    }

    @Test
    void an_external_id_is_that_of_one_organization() {
        var taken = open(Map.of("name", "Acme", "external_id", home)).extract().<String>path("id");

        open(Map.of("name", "Other", "external_id", home))
                .statusCode(409)
                .body("error.code", equalTo("conflict"), "error.message", containsString(taken));
        change(Api.organization().id(), Map.of("external_id", home)).statusCode(409);
        change(Api.organization().id(), Map.of("external_id", " "))
                .statusCode(400)
                .body("error.param", equalTo("external_id"));
        open(Map.of("name", "Other", "external_id", "x".repeat(501)))
                .statusCode(400)
                .body("error.param", equalTo("external_id"));
    }
}
