package io.groundswell.publishing.bluesky;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.BlueskyServer;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class BlueskyConnectTest {
    private final BlueskyServer server = new BlueskyServer(Clock.systemUTC());

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
        server.open("brand.example");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Response connect(String password) {
        return as(organization.live())
                .body(Map.of("identifier", "brand.example", "app_password", password, "service", server.address()))
                .post("/v1/connect/bluesky");
    }

    private long accounts() {
        return rows.count("select count(*) from connected_account where organization_id = '" + organization.id() + "'");
    }

    @Test
    void an_account_is_connected_by_a_session_and_its_password_is_not_kept() {
        connect("app-brand.example")
                .then()
                .statusCode(200)
                .body("bluesky.account", equalTo("@brand.example"))
                .body("bluesky.did", equalTo("did:plc:brandexample"));
        as(organization.live())
                .get("/v1/connect/status")
                .then()
                .body("platforms.bluesky.account", equalTo("@brand.example"));
        assertThat(rows.texts("select row_to_json(a)::text from connected_account a where organization_id = '"
                        + organization.id() + "'"))
                .singleElement()
                .asString()
                .doesNotContain("app-brand.example")
                .doesNotContain("access-jwt-1");
    }

    @Test
    void a_password_that_the_network_does_not_take_connects_nothing() {
        connect("guessed").then().statusCode(422).body("error.param", equalTo("app_password"));
        assertThat(accounts()).isZero();
    }

    @Test
    void a_network_that_is_down_is_told_from_one_that_refuses() {
        server.close();
        connect("app-brand.example").then().statusCode(503).body("error.code", equalTo("provider_error"));
        assertThat(accounts()).isZero();
    }
}
