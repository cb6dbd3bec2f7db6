package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static io.groundswell.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.shared.PublicId;
import io.groundswell.testing.Api;
import io.groundswell.testing.IdentityProvider;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that the operator makes. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganizationKeysTest {
    private static Response make(String organization, Map<String, ?> body) {
        var made = operator().body(body).post("/internal/organizations/" + organization + "/keys");
        made.then().statusCode(201);
        return made;
    }

    private static int sites(String key) {
        return RestAssured.given().header("X-API-Key", key).get("/projects").statusCode();
    }

    private static int creators(String key) {
        return as(key).get("/api/v1/organization").statusCode();
    }

    @Test
    void an_organization_that_began_with_a_login_comes_to_all_contracts() {
        var home = PublicId.guessable(12);
        var login = RestAssured.given()
                .contentType("application/json")
                .body(IdentityProvider.token("founder-" + home, Map.of("org_id", "org_" + home)))
                .post("/v1/auth/login");
        var organization = login.<String>path("tenant.id");
        operator().body(Map.of("plan", "pro")).patch("/internal/organizations/" + organization);

        var site = make(organization, Map.of("kind", "aak"));
        var creator = make(organization, Map.of("kind", "tga"));
        var mission = make(organization, Map.of("kind", "amp_test"));

        assertThat(sites(site.path("key"))).isEqualTo(200);
        assertThat(creators(creator.path("key"))).isEqualTo(200);
        as(mission.path("key"))
                .get("/v1/auth/whoami")
                .then()
                .statusCode(200)
                .body("user.id", equalTo(login.<String>path("user.id")))
                .body("user.role", equalTo("admin"));
    }

    @Test
    void a_lost_key_ends_when_another_one_is_to_be_alone_and_other_kinds_and_organizations_keep_theirs() {
        var organization = Api.organization();
        var other = Api.organization();

        var alone = make(organization.id(), Map.of("kind", "aak", "revoke_others", true));

        alone.then().body("revoked", equalTo(1));
        assertThat(sites(organization.aak())).isEqualTo(401);
        assertThat(sites(alone.path("key"))).isEqualTo(200);
        assertThat(creators(organization.tga())).isEqualTo(200);
        assertThat(sites(other.aak())).isEqualTo(200);
    }
}
