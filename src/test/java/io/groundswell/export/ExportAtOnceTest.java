package io.groundswell.export;

import static io.groundswell.export.Archive.order;
import static io.groundswell.export.Archive.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports that are made while their callers wait. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExportAtOnceTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Logger NOISE = Logger.getLogger("io.groundswell");
    private static final Map<String, String> JSON = Map.of("format", "json");

    @Inject
    AgroalDataSource database;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        organization = Api.organization("pro", Map.of("requests_at_once", -1));
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        rows.change("drop schema if exists probe cascade");
        rows.clear();
        Api.resetClock();
    }

    private void beforeEachPiece(String statement) {
        rows.change("create schema probe");
        rows.change("create function probe.pass() returns trigger language plpgsql as 'begin %s; return new; end'"
                .formatted(statement));
        rows.change("create trigger pass before insert on export_chunk for each row execute function probe.pass()");
    }

    @Test
    void others_are_ordered_while_one_is_made() throws Exception {
        beforeEachPiece("perform pg_advisory_xact_lock_shared(7005)");
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (var keeper = database.getConnection()) {
            ask(keeper, "select pg_advisory_lock(7005)");
            try {
                first = CompletableFuture.supplyAsync(() -> order(organization.test(), JSON));
                rows.awaitWaiting(1);
                second = CompletableFuture.supplyAsync(() -> order(organization.test(), JSON));
                rows.awaitWaiting(2);

                assertThat(rows.count("select count(*) from export")).isEqualTo(2);
            } finally {
                ask(keeper, "select pg_advisory_unlock(7005)");
            }
        }
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(second.join().statusCode()).isEqualTo(201);
    }

    private static void ask(Connection keeper, String query) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(query);
        }
    }

    @Test
    void what_fails_while_the_caller_waits_is_made_in_the_background() {
        beforeEachPiece("raise exception ''Held by a test'' using errcode = ''55P03''");
        NOISE.setLevel(Level.OFF);

        var ordered = order(organization.test(), JSON);

        ordered.then().statusCode(201).body("status", equalTo("processing"));
        rows.change("drop schema probe cascade");
        Api.setClock(NOW.plus(Duration.ofMinutes(5)));
        fixture.drain("exports");
        status(organization.test(), ordered.path("export_id")).then().body("status", equalTo("completed"));
    }
}
