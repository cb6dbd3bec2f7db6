package io.groundswell.health;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The database may go away under load: callers are told to come again, and nothing has to be restarted after it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RestartTest {
    private static final int CALLERS = 8;

    /** Given by itself. */
    TestDatabase database;

    @Test
    void a_restart_of_the_database_costs_some_503_and_nothing_else() throws Exception {
        var organization = Api.organization();
        var answers = new ConcurrentLinkedQueue<Response>();
        var over = new AtomicBoolean();
        var callers = Executors.newFixedThreadPool(CALLERS + 1);
        for (var caller = 0; caller < CALLERS; caller++) {
            var writes = caller % 2 == 0;
            callers.execute(() -> {
                while (!over.get()) {
                    answers.add(
                            writes
                                    ? create(organization)
                                    : as(organization.live()).get("/v1/tenant"));
                }
            });
        }

        Thread.sleep(1_000);
        var probes = new ConcurrentLinkedQueue<Response>();
        callers.execute(() -> {
            while (!over.get()) {
                probes.add(RestAssured.get("/q/health/ready"));
            }
        });
        database.restartAfter(() -> awaitUnready(probes));
        Thread.sleep(2_000);
        over.set(true);
        callers.shutdown();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(probes).allSatisfy(probe -> assertThat(probe.<String>path("status"))
                .isEqualTo(probe.statusCode() == 200 ? "UP" : "DOWN"));
        assertThat(probes).anyMatch(probe -> probe.statusCode() == 503);
        for (var answer : answers) {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 503);
            if (answer.statusCode() == 503) {
                assertThat(answer.<String>path("error.code")).isEqualTo("service_unavailable");
                assertThat(answer.<String>path("error.request_id")).isEqualTo(answer.header("X-Request-ID"));
                assertThat(answer.header("Retry-After")).isNotNull();
            }
        }
        assertThat(answers).anyMatch(answer -> answer.statusCode() == 503);
        for (var calls = 0; calls < 30; calls++) {
            assertThat(create(organization).statusCode()).isEqualTo(201);
        }
        assertThat(RestAssured.get("/ready").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get("/q/health").statusCode()).isEqualTo(200);
        assertThat(Api.operator().post("/internal/tick").<List<String>>path("failed"))
                .isEmpty();
        var promised =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        assertThat(as(organization.live()).get("/v1/auth/keys").<Integer>path("total"))
                .isGreaterThanOrEqualTo((int) promised + 32);
    }

    /** A probe waits a moment for the database: one that is back sooner was never away. */
    private static void awaitUnready(Queue<Response> probes) {
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (probes.stream().noneMatch(probe -> probe.statusCode() == 503)) {
            assertThat(System.nanoTime()).as("Always ready").isLessThan(patience);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static Response create(Api.Organization organization) {
        return as(organization.live()).body("{\"name\":\"x\"}").post("/v1/auth/keys");
    }
}
