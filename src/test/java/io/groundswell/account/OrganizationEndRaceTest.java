package io.groundswell.account;

import static io.groundswell.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever gets no answer in time sends the call again, as the documentation says, while the first still runs. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganizationEndRaceTest {
    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event %s 'advisory'";

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    @AfterEach
    void open() {
        rows.change("drop schema if exists probe cascade");
        rows.clear();
    }

    @Test
    void both_calls_are_told_that_it_is_gone() throws Exception {
        var organization = Api.organization();
        rows.change("create schema probe");
        rows.change("""
                create function probe.pass() returns trigger language plpgsql as
                'begin perform pg_advisory_xact_lock_shared(cast(tg_argv[0] as bigint)); return old; end'""");
        rows.change(
                "create trigger gate before delete on app_user for each statement execute function probe.pass(7001)");
        rows.change("create trigger gate before delete on organization for each row execute function probe.pass(7002)");
        try (var keeper = database.getConnection()) {
            ask(keeper, "select pg_advisory_lock(7001), pg_advisory_lock(7002)");

            var first = CompletableFuture.supplyAsync(() -> delete(organization));
            var second = CompletableFuture.supplyAsync(() -> delete(organization));
            await("=", 2);
            ask(keeper, "select pg_advisory_unlock(7001)");
            await("<>", 1);
            ask(keeper, "select pg_advisory_unlock(7002)");

            assertThat(first.join()).isEqualTo(200);
            assertThat(second.join()).isEqualTo(200);
        }
        assertThat(delete(organization)).isEqualTo(404);
    }

    private static int delete(Api.Organization organization) {
        return operator().delete("/internal/organizations/" + organization.id()).statusCode();
    }

    private static void ask(Connection keeper, String query) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(query);
        }
    }

    private void await(String gate, int waiting) {
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (rows.count(WAITING.formatted(gate)) != waiting) {
            assertThat(System.nanoTime()).as("Nobody waits").isLessThan(patience);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
