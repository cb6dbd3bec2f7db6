package io.groundswell.wire.limit;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RateLimitTest {
    private static final Instant START_OF_A_MINUTE = Instant.parse("2031-05-06T10:30:00Z");
    private static final Map<String, Integer> OF_THE_PLAN = Map.of();

    @Inject
    EndpointLimits endpoints;

    @Inject
    RateLimits limits;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Inject
    OldWindows oldWindows;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @Test
    void the_61st_request_of_a_minute_waits_for_the_next_and_the_test_world_does_not_care() {
        var free = Api.organization("free", OF_THE_PLAN);
        Api.setClock(START_OF_A_MINUTE);
        for (var left = 59; left >= 0; left--) {
            var answer = as(free.live()).get("/v1/auth/whoami");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        var refused = as(free.live()).get("/v1/auth/whoami");
        var ofTest = as(free.test()).get("/v1/auth/whoami");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("error.code")).isEqualTo("rate_limit_exceeded");
        assertThat(refused.<Integer>path("error.retry_after")).isBetween(1, 60);
        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.path("error.retry_after").toString());
        assertThat(refused.<String>path("error.message")).contains(refused.header("Retry-After") + " seconds");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("60");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("X-RateLimit-Reset"))
                .isEqualTo(Long.toString(START_OF_A_MINUTE.getEpochSecond() + 60));
        assertThat(ofTest.statusCode()).isEqualTo(200);
        assertThat(ofTest.header("X-RateLimit-Remaining")).isEqualTo("59");
        Api.setClock(START_OF_A_MINUTE.plusSeconds(60));
        assertThat(as(free.live()).get("/v1/auth/whoami").header("X-RateLimit-Remaining"))
                .isEqualTo("59");
    }

    @Test
    void many_requests_at_once_are_counted_one_by_one() throws Exception {
        var organization = Api.organization("free", Map.of("requests_per_minute", 15, "requests_at_once", -1));
        Api.setClock(START_OF_A_MINUTE);

        var statuses = Crowd.of(
                20, () -> as(organization.live()).get("/v1/auth/whoami").statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(15);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(5);
    }

    @Test
    void no_more_requests_run_at_once_than_the_burst_allows() {
        var organization = Api.organization("free", Map.of("requests_at_once", 0));

        var refused = as(organization.live()).get("/v1/auth/whoami");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.<Integer>path("error.retry_after")).isEqualTo(1);
    }

    @Test
    void room_is_given_back_when_a_request_ends() {
        var one = Api.organization("free", Map.of("requests_at_once", 1));
        for (var calls = 0; calls < 5; calls++) {
            assertThat(as(one.live()).get("/v1/nothing-of-this").statusCode()).isEqualTo(404);
            assertThat(as(one.live()).get("/v1/auth/keys?limit=0").statusCode()).isEqualTo(400);
            assertThat(as(one.live()).get("/v1/tenant").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void room_is_given_back_for_those_who_hung_up_while_they_waited_for_the_database() throws Exception {
        var one = Api.organization("free", Map.of("requests_at_once", 1));
        QuarkusTransaction.begin();
        try {
            rows.change("lock table api_key in access exclusive mode");
            for (var calls = 0; calls < 3; calls++) {
                try (var socket = new Socket("localhost", RestAssured.port)) {
                    // Which resets the connection.
                    socket.setSoLinger(true, 0);
                    socket.getOutputStream()
                            .write(("GET /v1/auth/whoami HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                            + one.live() + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    rows.awaitWaiting();
                }
            }
        } finally {
            QuarkusTransaction.rollback();
        }
        var deadline = Instant.now().plusSeconds(30);
        while (as(one.live()).get("/v1/auth/whoami").statusCode() != 200) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void requests_at_once_are_counted_over_all_instances() throws Exception {
        var here = new InFlight(database, vertx, clock);
        var there = new InFlight(database, vertx, clock);

        var turn = new AtomicInteger();
        var places = Crowd.of(20, () -> {
            var count = (turn.incrementAndGet() % 2 == 0 ? here : there).enter("shared:live");
            return count.running() + limits.enter(count, -1).elsewhere();
        });

        assertThat(places).filteredOn(place -> place <= 5).hasSizeLessThanOrEqualTo(5);
        var next = here.enter("shared:live");
        assertThat(next.running()).isEqualTo(11);
        assertThat(limits.enter(next, -1).elsewhere()).isEqualTo(10);
        assertThat(limits.enter(here.enter("other:live"), -1).elsewhere()).isZero();
    }

    @Test
    void what_another_instance_answers_takes_room_until_it_ends() throws InterruptedException {
        // Given
        var organization = Api.organization("free", Map.of("requests_at_once", 3));
        var subject = organization.id() + ":live";
        var elsewhere = new InFlight(database, vertx, clock);
        for (var request = 0; request < 3; request++) {
            limits.enter(elsewhere.enter(subject), -1);
        }
        // When
        var refused = as(organization.live()).get("/v1/tenant");
        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(as(organization.test()).get("/v1/tenant").statusCode()).isEqualTo(200);
        // When
        for (var request = 0; request < 3; request++) {
            elsewhere.leave(subject);
        }
        // Then
        var status = 429;
        for (var tries = 0; tries < 100 && status == 429; tries++) {
            Thread.sleep(50);
            status = as(organization.live()).get("/v1/tenant").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void an_instance_that_died_is_forgotten_after_a_minute() {
        var organization = Api.organization("free", Map.of("requests_at_once", 3));
        Api.setClock(START_OF_A_MINUTE);
        var dead = new InFlight(database, vertx, clock);
        for (var request = 0; request < 3; request++) {
            limits.enter(dead.enter(organization.id() + ":live"), -1);
        }
        assertThat(as(organization.live()).get("/v1/tenant").statusCode()).isEqualTo(429);

        Api.setClock(START_OF_A_MINUTE.plusSeconds(62));

        assertThat(as(organization.live()).get("/v1/tenant").statusCode()).isEqualTo(200);
    }

    @Test
    void logging_in_is_limited_by_the_address_of_the_client() {
        Api.setClock(START_OF_A_MINUTE.plusSeconds(86_400));
        Response refused = null;
        for (var attempts = 0; attempts < 61; attempts++) {
            refused = RestAssured.given()
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/auth/login");
            assertThat(refused.statusCode()).isEqualTo(attempts < 60 ? 400 : 429);
        }
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("60");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/auth/login", "/review/of-nothing"})
    void nobody_waits_for_the_body_of_what_is_refused(String path) throws IOException {
        Api.setClock(START_OF_A_MINUTE.plusSeconds(5 * 86_400 + path.length() * 60));
        for (var attempts = 0; attempts < 60; attempts++) {
            RestAssured.given().contentType("application/json").body("{}").post(path);
        }

        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 429");
        }
    }

    @Test
    void whoever_guesses_the_operator_token_is_slowed_down_and_no_scheduler_is_shut_out() {
        Api.setClock(START_OF_A_MINUTE.plusSeconds(4 * 86_400));
        var paths = List.of("/internal/metrics", "/internal/organizations/tnt_0");
        for (var attempts = 0; attempts < 60; attempts++) {
            var wrong = as("operator-token-of-a-guess").get(paths.get(attempts % 2));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(59 - attempts));
        }
        for (var path : paths) {
            var refused = as("operator-token-of-a-guess").get(path);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.<String>path("error.code")).isEqualTo("rate_limit_exceeded");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        }
        assertThat(Api.operator().get(paths.get(0)).statusCode()).isEqualTo(200);
        assertThat(Api.operator().get(paths.get(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_guesses_keys_is_slowed_down_and_shuts_nobody_else_out() {
        var organization = Api.organization();
        Api.setClock(START_OF_A_MINUTE.plusSeconds(2 * 86_400));

        Response refused = null;
        for (var attempts = 0; attempts < 61; attempts++) {
            refused = as("amp_live_" + "x".repeat(36)).get("/v1/tenant");
            assertThat(refused.statusCode()).isEqualTo(attempts < 60 ? 401 : 429);
            assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(Math.max(0, 59 - attempts)));
        }

        assertThat(refused.<String>path("error.code")).isEqualTo("rate_limit_exceeded");
        assertThat(as(organization.live()).get("/v1/tenant").statusCode()).isEqualTo(200);
        var login =
                RestAssured.given().contentType("application/json").body("{}").post("/v1/auth/login");
        assertThat(login.statusCode()).isEqualTo(400);
    }

    @Test
    void an_endpoint_is_limited_in_a_rolling_hour_and_a_refused_call_does_not_count() {
        var owner = new Owner(Api.organization().id(), Mode.LIVE);
        Api.setClock(START_OF_A_MINUTE);
        charge(owner);
        Api.setClock(START_OF_A_MINUTE.plusSeconds(1_800));
        charge(owner);

        for (var calls = 0; calls < 3; calls++) {
            var refusal = catchThrowableOfType(Refusal.class, () -> charge(owner));
            assertThat(refusal.code()).isEqualTo(LimitError.RATE_LIMIT_EXCEEDED);
            assertThat(refusal.retryAfter().toSeconds()).isBetween(1_850L, 1_860L);
        }
        charge(new Owner(owner.organizationId(), Mode.TEST));
        assertThat(endpoints.use(owner, "POST /missions").calls()).isEqualTo(2);
        Api.setClock(START_OF_A_MINUTE.plusSeconds(3_661));
        charge(owner);
        assertThat(endpoints.use(owner, "POST /missions").calls()).isEqualTo(2);
    }

    @Test
    void a_call_that_is_rolled_back_does_not_count() {
        var owner = new Owner(Api.organization().id(), Mode.LIVE);

        catchThrowableOfType(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    endpoints.charge(owner, "POST /missions", 2);
                    throw new IllegalStateException("undo");
                }));

        assertThat(endpoints.use(owner, "POST /missions").calls()).isZero();
    }

    @Test
    void a_race_for_the_last_calls_of_the_hour_has_no_more_winners_than_places() throws Exception {
        var owner = new Owner(Api.organization().id(), Mode.LIVE);

        var won = Crowd.of(10, () -> {
            try {
                charge(owner);
                return true;
            } catch (Refusal refused) {
                return false;
            }
        });

        assertThat(won).filteredOn(winner -> winner).hasSize(2);
    }

    private void charge(Owner owner) {
        QuarkusTransaction.requiringNew().run(() -> endpoints.charge(owner, "POST /missions", 2));
    }

    @Test
    void calls_of_the_month_are_counted_and_old_windows_are_deleted() {
        var organization = Api.organization();
        Api.setClock(Instant.parse("2033-01-01T00:00:00Z"));
        as(organization.live()).get("/v1/tenant");
        Api.setClock(Instant.parse("2033-01-31T23:59:00Z"));
        var usage = as(organization.live()).get("/v1/usage");
        assertThat(usage.<Integer>path("current_month.api_calls")).isEqualTo(2);

        Api.setClock(Instant.parse("2033-03-05T00:00:00Z"));
        oldWindows.run(Instant.MAX);

        var windows = Sql.text("select count(*) as n from rate_window where subject = :subject")
                .first(database, Map.of("subject", organization.id() + ":live"), row -> row.getInt("n"));
        assertThat(windows).contains(1);
    }

    @Test
    void of_old_windows_there_are_never_too_many_to_delete() {
        Api.setClock(Instant.parse("2032-01-01T00:00:00Z"));
        Sql.text("""
                insert into rate_window (subject, minute, calls)
                select 'address:of-many:' || n, timestamptz '2031-12-31T00:00:00Z', 1 from generate_series(1, 25000) n""").update(database, Map.of());
        oldWindows.run(Instant.MIN);
        assertThat(addressesOfMany()).isEqualTo(15_000);

        oldWindows.run(Instant.MAX);

        assertThat(addressesOfMany()).isZero();
    }

    private int addressesOfMany() {
        return Sql.text("select count(*) as n from rate_window where subject like 'address:of-many:%'")
                .first(database, Map.of(), row -> row.getInt("n"))
                .orElseThrow();
    }
}
