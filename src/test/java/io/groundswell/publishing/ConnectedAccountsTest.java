package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.mission.Platform;
import io.groundswell.outbound.Health;
import io.groundswell.publishing.ConnectedAccounts.Connection;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.vault.Vault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConnectedAccountsTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Connection BRAND =
            new Connection("@brand", Map.of(Platform.TWITTER, "@brand"), Map.of("blog_id", "7"), "t-1");

    @Inject
    ConnectedAccounts accounts;

    @Inject
    Vault vault;

    @Inject
    SealedTokens tokens;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Caller live;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        live = caller(organization.id(), Mode.LIVE);
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    private static Caller caller(String organization, Mode mode) {
        return new Caller(
                new Owner(organization, mode),
                "usr_1",
                Caller.Credential.API_KEY,
                "key_1",
                null,
                Set.of("admin"),
                -1,
                -1,
                -1);
    }

    private ConnectedAccount account() {
        return accounts.find(live.owner(), Provider.METRICOOL).orElseThrow();
    }

    @Test
    void an_account_is_kept_with_its_token_sealed() {
        accounts.connect(live, Provider.METRICOOL, BRAND);
        assertThat(account().platforms()).containsExactly(Map.entry(Platform.TWITTER, "@brand"));
        assertThat(account().data()).containsExactly(Map.entry("blog_id", "7"));
        assertThat(accounts.token(account())).isEqualTo("t-1");
        assertThat(rows.texts(
                        "select token from connected_account where organization_id = '" + organization.id() + "'"))
                .singleElement()
                .asString()
                .doesNotContain("t-1");
    }

    @Test
    void no_other_organization_and_no_test_mode_finds_it() {
        accounts.connect(live, Provider.METRICOOL, BRAND);
        assertThat(accounts.find(new Owner(organization.id(), Mode.TEST), Provider.METRICOOL))
                .isEmpty();
        assertThat(accounts.all(new Owner(organization.id(), Mode.TEST))).isEmpty();
        assertThat(accounts.find(new Owner(Api.organization().id(), Mode.LIVE), Provider.METRICOOL))
                .isEmpty();
        var refused = catchThrowableOfType(
                Refusal.class, () -> accounts.connect(caller(organization.id(), Mode.TEST), Provider.METRICOOL, BRAND));
        assertThat(refused.code()).isEqualTo(PublishError.LIVE_MODE_ONLY);
    }

    @Test
    void the_status_tells_what_is_connected_and_how_it_does() {
        accounts.connect(live, Provider.METRICOOL, BRAND);
        as(organization.live())
                .get("/v1/connect/status")
                .then()
                .body("integrations.metricool.connected", equalTo(true))
                .body("integrations.metricool.status", equalTo("healthy"))
                .body("integrations.metricool.last_sync", equalTo("2030-01-15T12:00:00Z"))
                .body("integrations.metricool.accounts_connected", equalTo(1))
                .body("integrations.mastodon.connected", equalTo(false));
        accounts.failed(account(), false, "No answer");
        as(organization.live())
                .get("/v1/connect/status")
                .then()
                .body("integrations.metricool.status", equalTo("degraded"));
        accounts.failed(account(), true, "The token was revoked");
        as(organization.live())
                .get("/v1/connect/status")
                .then()
                .body("integrations.metricool.connected", equalTo(true))
                .body("integrations.metricool.status", equalTo("error"));
        Api.setClock(NOW.plusSeconds(30));
        accounts.succeeded(account());
        assertThat(account().health()).isEqualTo(Health.HEALTHY);
        assertThat(rows.count("select count(last_error) from connected_account where id = '"
                        + account().id() + "'"))
                .isZero();
        assertThat(account().lastSync()).isBetween(NOW.plusSeconds(30), NOW.plusSeconds(60));
    }

    @Test
    void what_is_told_of_a_replaced_token_says_nothing_about_the_new_one() {
        var before = accounts.connect(live, Provider.METRICOOL, BRAND);
        var made = new Connection("@other", Map.of(Platform.LINKEDIN, "Other"), Map.of(), "t-2");
        accounts.connect(live, Provider.METRICOOL, made);
        accounts.failed(before, true, "The token was revoked");
        accounts.renew(before, "t-3");
        assertThat(account().health()).isEqualTo(Health.HEALTHY);
        assertThat(accounts.token(account())).isEqualTo("t-2");
        assertThat(account().platforms()).containsOnlyKeys(Platform.LINKEDIN);
        accounts.renew(account(), "t-4");
        assertThat(accounts.token(account())).isEqualTo("t-4");
    }

    @Test
    void a_token_that_was_only_sealed_anew_meanwhile_is_renewed() {
        var before = accounts.connect(live, Provider.METRICOOL, BRAND);
        var sealed = vault.seal("t-1", tokens.purpose(before.id()));
        rows.change("update connected_account set token = '%s' where id = '%s'".formatted(sealed, before.id()));
        accounts.renew(before, "t-2");
        assertThat(accounts.token(account())).isEqualTo("t-2");
    }

    @Test
    void connecting_twice_at_once_leaves_one_account() throws Exception {
        var calls = new ArrayList<Callable<ConnectedAccount>>();
        for (var number = 0; number < 8; number++) {
            calls.add(() -> accounts.connect(live, Provider.METRICOOL, BRAND));
        }
        var threads = Executors.newFixedThreadPool(8);
        for (var call : threads.invokeAll(calls)) {
            call.get();
        }
        threads.shutdown();
        assertThat(rows.count(
                        "select count(*) from connected_account where organization_id = '" + organization.id() + "'"))
                .isEqualTo(1);
        assertThat(accounts.token(account())).isEqualTo("t-1");
    }

    @Test
    void disconnecting_forgets_the_account_and_is_told_in_the_audit_trail() {
        accounts.connect(live, Provider.METRICOOL, BRAND);
        as(organization.live())
                .delete("/v1/connect/metricool")
                .then()
                .statusCode(200)
                .body("status", equalTo("disconnected"))
                .body("disconnected_at", equalTo("2030-01-15T12:00:00Z"));
        assertThat(accounts.find(live.owner(), Provider.METRICOOL)).isEmpty();
        as(organization.live())
                .get("/v1/connect/status")
                .then()
                .body("integrations.metricool.connected", equalTo(false))
                .body("integrations.metricool.last_sync", nullValue());
        as(organization.live())
                .get("/v1/audit?action=integration.disconnected")
                .then()
                .body("data[0].subject", equalTo("metricool"))
                .body("data[0].details.account", equalTo("@brand"));
        as(organization.live()).delete("/v1/connect/metricool").then().statusCode(409);
    }
}
