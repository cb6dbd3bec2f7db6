package io.groundswell.wire.idempotency;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Detached calls that make something here: it is there exactly when their key has its answer. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeyedCommitTest {
    private static final Instant NOW = Instant.parse("2032-05-06T10:30:00Z");
    private static final Logger NOISE = Logger.getLogger("io.groundswell.wire.ErrorMappers");

    @Inject
    AgroalDataSource database;

    @Inject
    IdempotencyKeys keys;

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        NOISE.setLevel(Level.OFF);
        Api.setClock(NOW);
        rows.clear();
        organization = Api.organization("pro", Map.of("requests_at_once", -1));
    }

    @AfterEach
    void heal() {
        NOISE.setLevel(null);
        rows.refuseNothing();
        rows.change("drop schema if exists probe cascade");
        Api.resetClock();
        rows.clear();
    }

    private Response hook() {
        return as(organization.test())
                .header("Idempotency-Key", "hook")
                .body(Map.of("url", "http://127.0.0.1:9/in", "events", List.of("*")))
                .post("/v1/webhooks");
    }

    private Response export() {
        return as(organization.test())
                .header("Idempotency-Key", "export")
                .body(Map.of("format", "json"))
                .post("/v1/analytics/export");
    }

    private static void assertRepeats(Response first, Response repeated) {
        assertThat(repeated.asString()).isEqualTo(first.asString());
        assertThat(repeated.statusCode()).isEqualTo(first.statusCode());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_webhook_whose_answer_is_not_kept_is_not_there_and_the_repeat_makes_it() {
        rows.refuse("update on idempotency_key", "new.status is not null");
        assertThat(hook().statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(rows.count("select count(*) from webhook")).isZero();
        rows.refuseNothing();

        var made = hook();

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertRepeats(made, hook());
        assertThat(rows.count("select count(*) from webhook")).isOne();
    }

    @Test
    void a_webhook_is_not_changed_unless_the_answer_is_kept() {
        var id = hook().<String>path("id");
        rows.refuse("update on idempotency_key", "new.status is not null");

        var changed = as(organization.test())
                .header("Idempotency-Key", "change")
                .body(Map.of("enabled", false))
                .put("/v1/webhooks/" + id);

        assertThat(changed.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(rows.texts("select status from webhook")).containsExactly("ACTIVE");
    }

    @Test
    void an_export_is_repeated_as_ordered_while_it_is_made_and_as_answered_afterwards() throws Exception {
        CompletableFuture<Response> first;
        Response early;
        try (var keeper = database.getConnection()) {
            holdUpExports(keeper);
            first = CompletableFuture.supplyAsync(this::export);
            rows.awaitWaiting();
            early = export();
            ask(keeper, "select pg_advisory_unlock(7006)");
        }

        assertThat(early.statusCode()).as(early.asString()).isEqualTo(201);
        assertThat(early.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(early.<String>path("status")).isEqualTo("processing");
        assertThat(first.get().<String>path("status")).isEqualTo("completed");
        assertThat(early.<String>path("export_id")).isEqualTo(first.get().path("export_id"));
        assertRepeats(first.get(), export());
        assertThat(rows.count("select count(*) from export")).isOne();
    }

    private void holdUpExports(Connection keeper) throws SQLException {
        rows.change("create schema probe");
        rows.change("create function probe.pass() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock_shared(7006); return new; end'");
        rows.change("create trigger pass before insert on export_chunk for each row execute function probe.pass()");
        ask(keeper, "select pg_advisory_lock(7006)");
    }

    private static void ask(Connection keeper, String query) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(query);
        }
    }

    @Test
    void a_call_that_never_learned_of_its_commit_does_not_free_the_key() {
        var owner = new Owner(organization.id(), Mode.TEST);
        var key = new IdempotencyKey(owner, "POST", "/v1/webhooks", "unknown", "hash");
        var reservation = QuarkusTransaction.requiringNew().call(() -> keys.reserve(key, true));
        QuarkusTransaction.requiringNew().run(() -> keys.settle(reservation, new Answer(201, "made")));

        QuarkusTransaction.requiringNew().run(() -> keys.release(reservation));

        assertThat(rows.texts("select response from idempotency_key where key = 'unknown'"))
                .containsExactly("made");
    }
}
