package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.IdentityProvider;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class LoginTest {
    private static final Instant NOW = Instant.parse("2034-05-06T10:30:00Z");

    @Inject
    Operations operations;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void present() {
        Api.resetClock();
    }

    private Operations.Opened someone(String email, String password) {
        return QuarkusTransaction.requiringNew()
                .call(() -> operations.open("system", "Acme", Plan.PRO, "UTC", Map.of(), email, password, Map.of()));
    }

    @Test
    void a_local_account_logs_in_with_its_password_for_an_hour() {
        var opened = someone("Jo@Example.com", "correct horse battery staple");
        Api.setClock(NOW);

        var session = login(Map.of("email", "jo@example.COM", "password", "correct horse battery staple"));

        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(session.<String>path("expires_at")).startsWith("2034-05-06T11:30:0");
        assertThat(session.<String>path("user.email")).isEqualTo("jo@example.com");
        assertThat(session.<String>path("tenant.id"))
                .isEqualTo(opened.organization().id());
        Response me = as(session.path("token")).get("/v1/auth/whoami");
        assertThat(me.<String>path("auth_method")).isEqualTo("jwt");
        assertThat(me.<String>path("user.role")).isEqualTo("admin");
        // The clock went on from NOW while the password was looked at.
        var end = Instant.parse(session.path("expires_at"));
        Api.setClock(end.minusSeconds(10));
        assertThat(status(session.path("token"))).isEqualTo(200);
        Api.setClock(end);
        Response over = as(session.path("token")).get("/v1/auth/whoami");
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.<String>path("error.code")).isEqualTo("unauthorized");
    }

    @Test
    void a_wrong_password_says_no_more_than_a_wrong_name() {
        someone("known@example.com", "secret one");

        var wrong = login(Map.of("email", "known@example.com", "password", "secret two"));
        var nobody = login(Map.of("email", "unknown@example.com", "password", "secret one"));

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.<String>path("error.message")).isEqualTo(nobody.path("error.message"));
    }

    @Test
    void whoever_guesses_is_not_told_any_more_when_it_is_right() {
        someone("guessed@example.com", "the right password");
        Api.setClock(NOW.plusSeconds(86_400));
        for (var attempts = 0; attempts < 55; attempts++) {
            login(Map.of());
        }
        for (var attempts = 0; attempts < 4; attempts++) {
            assertThat(login(Map.of("email", "guessed@example.com", "password", "guess " + attempts))
                            .statusCode())
                    .isEqualTo(401);
        }
        var right = Map.of("email", "guessed@example.com", "password", "the right password");
        assertThat(login(right).statusCode()).isEqualTo(200);

        var refused = login(right);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        Api.setClock(NOW.plusSeconds(86_460));
        assertThat(login(right).statusCode()).isEqualTo(200);
    }

    @Test
    void refreshing_gives_a_new_token_and_leaves_the_old_one_and_logging_out_ends_one_alone() {
        someone("refresh@example.com", "secret");
        Api.setClock(NOW);
        String first = login(Map.of("email", "refresh@example.com", "password", "secret"))
                .path("token");
        Api.setClock(NOW.plusSeconds(1_800));
        Response refreshed = as(first).post("/v1/auth/refresh");
        String second = refreshed.path("token");
        assertThat(refreshed.<String>path("expires_at")).startsWith("2034-05-06T12:00:0");
        assertThat(status(first)).isEqualTo(200);

        assertThat(as(first).post("/v1/auth/logout").<Boolean>path("success")).isTrue();

        Response ended = as(first).get("/v1/auth/whoami");
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.<String>path("error.code")).isEqualTo("unauthorized");
        assertThat(status(second)).isEqualTo(200);
        Api.setClock(NOW.plusSeconds(3_610));
        Api.work();
        assertThat(status(first)).isEqualTo(401);
        assertThat(status(second)).isEqualTo(200);
    }

    @Test
    void a_token_with_one_changed_character_is_no_token() {
        someone("tampered@example.com", "secret");
        String token = login(Map.of("email", "tampered@example.com", "password", "secret"))
                .path("token");
        var parts = token.split("\\.");
        var payload = (parts[1].charAt(5) == 'A' ? "B" : "A");
        var forged = parts[0] + "." + parts[1].substring(0, 5) + payload + parts[1].substring(6) + "." + parts[2];

        Response answer = as(forged).get("/v1/auth/whoami");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("error.code")).isEqualTo("invalid_token");
    }

    @Test
    void a_session_acts_in_another_organization_of_its_user_with_the_role_it_has_there() {
        someone("two@example.com", "secret");
        Response session = login(Map.of("email", "two@example.com", "password", "secret"));
        String token = session.path("token");
        var other = Api.organization();
        var refused = as(token).header("X-Tenant-ID", other.id()).get("/v1/auth/whoami");
        assertThat(refused.statusCode()).isEqualTo(403);

        Cast.admit(database, other.id(), session.path("user.id"), Role.VIEWER);

        var there = as(token).header("X-Tenant-ID", other.id()).get("/v1/auth/whoami");
        assertThat(there.<String>path("tenant.id")).isEqualTo(other.id());
        assertThat(there.<String>path("user.role")).isEqualTo("viewer");
        assertThat(as(token)
                        .header("X-Tenant-ID", other.id())
                        .get("/v1/auth/keys")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(token).get("/v1/auth/keys").statusCode()).isEqualTo(200);
    }

    @Test
    void a_suspended_organization_lets_nobody_in() {
        var opened = someone("suspended@example.com", "secret");
        Response session = login(Map.of("email", "suspended@example.com", "password", "secret"));
        Api.operator()
                .body("{\"status\":\"suspended\"}")
                .patch("/internal/organizations/" + opened.organization().id());

        assertThat(status(session.path("token"))).isEqualTo(403);
        assertThat(login(Map.of("email", "suspended@example.com", "password", "secret"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_first_login_of_a_person_makes_user_and_organization_and_the_next_person_joins() {
        var founder = login(IdentityProvider.token(
                "ada", Map.of("email", "Ada@Acme.example", "name", "Ada", "org_id", "org_1", "org_name", "Acme")));
        var again = login(IdentityProvider.token("ada", Map.of("email", "ada@acme.example", "org_id", "org_1")));
        var second = login(IdentityProvider.token("bob", Map.of("email", "bob@acme.example", "org_id", "org_1")));
        var alone = login(IdentityProvider.token("eve", Map.of("name", "Eve")));

        assertThat(founder.statusCode()).as(founder.asString()).isEqualTo(200);
        assertThat(founder.<String>path("user.name")).isEqualTo("Ada");
        assertThat(founder.<String>path("tenant.name")).isEqualTo("Acme");
        assertThat(role(founder)).isEqualTo("admin");
        assertThat(again.<String>path("user.id")).isEqualTo(founder.path("user.id"));
        assertThat(second.<String>path("tenant.id")).isEqualTo(founder.path("tenant.id"));
        assertThat(role(second)).isEqualTo("viewer");
        assertThat(alone.<String>path("tenant.name")).isEqualTo("Eve");
        assertThat(role(alone)).isEqualTo("admin");
    }

    @Test
    void an_organization_never_has_more_members_than_its_plan_allows() throws Exception {
        login(IdentityProvider.token("kim", Map.of("org_id", "org_kim", "org_name", "Kim")));
        var number = new AtomicInteger();
        var statuses = Crowd.of(
                6, () -> login(IdentityProvider.token("kim" + number.incrementAndGet(), Map.of("org_id", "org_kim")))
                        .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 403)
                .hasSize(5);
        assertThat(login(IdentityProvider.token("kim", Map.of("org_id", "org_kim")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void many_first_logins_at_once_make_one_user_and_one_organization() throws Exception {
        var token = IdentityProvider.token("zoe", Map.of("org_id", "org_zoe", "org_name", "Zoe"));

        var sessions = Crowd.of(8, () -> login(token));

        assertThat(sessions)
                .allSatisfy(session ->
                        assertThat(session.statusCode()).as(session.asString()).isEqualTo(200));
        assertThat(sessions.stream()
                        .map(session -> session.<String>path("tenant.id"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void an_identity_does_not_take_over_a_local_account() {
        someone("local@example.com", "secret");

        var refused = login(IdentityProvider.token("mallory", Map.of("email", "local@example.com")));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.<String>path("error.code")).isEqualTo("invalid_token");
    }

    @Test
    void an_address_that_is_not_verified_is_nobodys() {
        var first = login(IdentityProvider.token("squat1", Map.of("email", "pat@x.example", "email_verified", false)));
        var second =
                login(IdentityProvider.token("squat2", Map.of("email", "pat@x.example", "email_verified", "false")));
        var owner = login(IdentityProvider.token("pat", Map.of("email", "pat@x.example", "email_verified", true)));

        assertThat(first.<String>path("user.email")).isEqualTo("squat1@identity.invalid");
        assertThat(second.<String>path("user.email")).isEqualTo("squat2@identity.invalid");
        assertThat(first.asString() + second.asString()).doesNotContain("pat@x.example");
        assertThat(owner.<String>path("user.email")).isEqualTo("pat@x.example");
    }

    @Test
    void a_token_with_what_cannot_be_stored_is_refused() {
        for (var claim : List.of("email", "name", "org_id", "org_name")) {
            assertRefused(IdentityProvider.token("nul", Map.of(claim, "a\0b")));
        }
        assertRefused(IdentityProvider.token("nul\0", Map.of()));
        assertRefused(IdentityProvider.token("x".repeat(501), Map.of()));
    }

    @Test
    void a_token_that_the_provider_did_not_sign_for_now_is_refused() {
        assertRefused(IdentityProvider.tokenOfAnotherIssuer("ada"));
        assertRefused(IdentityProvider.tokenOfAnotherKey("ada"));
        assertRefused(IdentityProvider.expiredToken("ada"));
        assertRefused(Map.of("clerk_token", "a.b.c"));
    }

    private static void assertRefused(Map<String, String> token) {
        var refused = login(token);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(401);
        assertThat(refused.<String>path("error.code")).isEqualTo("invalid_token");
    }

    private static String role(Response session) {
        return as(session.path("token")).get("/v1/auth/whoami").path("user.role");
    }

    private static int status(String token) {
        return as(token).get("/v1/auth/whoami").statusCode();
    }

    private static Response login(Map<String, String> body) {
        return RestAssured.given().contentType("application/json").body(body).post("/v1/auth/login");
    }
}
