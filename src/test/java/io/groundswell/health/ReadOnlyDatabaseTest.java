package io.groundswell.health;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database may answer and take no writes: one that became a standby, or has no room left. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReadOnlyDatabaseTest {
    @Inject
    Rows rows;

    @AfterEach
    void writeAgain() {
        become("reset default_transaction_read_only", 200);
        rows.clear();
    }

    @Test
    void it_is_an_outage_like_others() {
        var organization = Api.organization();

        become("set default_transaction_read_only = on", 503);

        assertThat(RestAssured.get("/ready").<String>path("checks.database")).isEqualTo("failing");
        assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
        var refused = create(organization);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(503);
        assertThat(refused.<String>path("error.code")).isEqualTo("service_unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();

        become("reset default_transaction_read_only", 200);

        assertThat(create(organization).statusCode()).isEqualTo(201);
    }

    private static Response create(Api.Organization organization) {
        return as(organization.live()).body("{\"name\":\"x\"}").post("/v1/auth/keys");
    }

    /** For all connections, those that are there already included. */
    private void become(String setting, int ready) {
        rows.change("alter system " + setting);
        rows.texts("select pg_reload_conf()");
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (RestAssured.get("/ready").statusCode() != ready) {
            assertThat(System.nanoTime()).as("Not told").isLessThan(patience);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
