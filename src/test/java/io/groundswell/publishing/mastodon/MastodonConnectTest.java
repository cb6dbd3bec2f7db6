package io.groundswell.publishing.mastodon;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.MastodonServer;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MastodonConnectTest {
    private final MastodonServer server = new MastodonServer(Clock.systemUTC());

    @Inject
    Rows rows;

    @TestHTTPResource("/")
    URI ourselves;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
        server.open("brand");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Response connect(String instance, String token) {
        return as(organization.live())
                .body(Map.of("instance", instance, "access_token", token))
                .post("/v1/connect/mastodon");
    }

    private long accounts() {
        return rows.count("select count(*) from connected_account where organization_id = '" + organization.id() + "'");
    }

    @Test
    void an_account_that_its_server_knows_is_connected() {
        connect(server.address(), "token-brand")
                .then()
                .statusCode(200)
                .body("mastodon.account", equalTo("@brand@localhost"))
                .body("mastodon.max_characters", equalTo(500));
        as(organization.live())
                .get("/v1/connect/status")
                .then()
                .body("platforms.mastodon.account", equalTo("@brand@localhost"))
                .body("integrations.mastodon.status", equalTo("healthy"));
    }

    @Test
    void a_token_that_the_server_does_not_take_connects_nothing() {
        connect(server.address(), "guessed").then().statusCode(422).body("error.param", equalTo("access_token"));
        assertThat(accounts()).isZero();
    }

    @Test
    void a_server_that_is_down_is_told_from_one_that_refuses() {
        server.close();
        connect(server.address(), "token-brand").then().statusCode(503).body("error.code", equalTo("provider_error"));
        assertThat(accounts()).isZero();
    }

    @Test
    void a_server_of_another_kind_is_refused() {
        connect("http://localhost:" + ourselves.getPort(), "token-brand")
                .then()
                .statusCode(422)
                .body("error.param", equalTo("instance"));
        assertThat(accounts()).isZero();
    }

    @Test
    void an_address_that_is_no_server_is_refused_before_anybody_is_called() {
        for (var address : new String[] {
            "mastodon.example",
            "ftp://mastodon.example",
            "https://mastodon.example/path",
            "https://user@mastodon.example",
            "https://mastodon.example?x=1",
            "https://"
        }) {
            connect(address, "token-brand").then().statusCode(400);
        }
        assertThat(server.calls()).isEmpty();
    }
}
