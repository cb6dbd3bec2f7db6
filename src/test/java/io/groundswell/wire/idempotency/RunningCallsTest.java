package io.groundswell.wire.idempotency;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of calls that go outside. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RunningCallsTest {
    private static final Instant NOW = Instant.parse("2032-05-06T10:30:00Z");
    /** Twice of it is longer than a key is held for at once. */
    private static final Duration PART = Duration.ofMinutes(10);

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

    @Inject
    RunningCalls running;

    @Inject
    IdempotencyKeys keys;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;
    private String item;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        item = fixture.approved(owner, fixture.mission(owner));
    }

    @AfterEach
    void heal() {
        rows.refuseNothing();
        faults.clear();
        Api.resetClock();
    }

    private Response publish() {
        return as(organization.test())
                .header("Idempotency-Key", "once")
                .body(Map.of("content_id", item))
                .post("/v1/publish");
    }

    private void assertTaken() {
        var repeated = publish();
        assertThat(repeated.statusCode()).isEqualTo(409);
        assertThat(repeated.<String>path("error.param")).isEqualTo("Idempotency-Key");
    }

    private void assertRepeats(Response first) {
        var repeated = publish();
        assertThat(repeated.asString()).isEqualTo(first.asString());
        assertThat(repeated.statusCode()).isEqualTo(first.statusCode());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    }

    private void assertPostedOnce() {
        assertThat(rows.texts("select told::text from sandbox_post where reference like '%s:%%'".formatted(item)))
                .containsExactly("1");
    }

    @Test
    void a_key_is_taken_for_as_long_as_its_call_runs_and_then_repeats_the_answer() throws Exception {
        var first = QuarkusTransaction.requiringNew().call(() -> {
            rows.change("lock table sandbox_post in share mode");
            var call = CompletableFuture.supplyAsync(this::publish);
            rows.awaitWaiting();
            Api.setClock(NOW.plusSeconds(125));
            assertTaken();
            Api.setClock(NOW.plus(PART));
            running.beat();
            Api.setClock(NOW.plus(PART).plus(PART));
            assertTaken();
            return call;
        });

        assertThat(first.get().statusCode()).as(first.get().asString()).isEqualTo(200);
        assertRepeats(first.get());
        assertPostedOnce();
    }

    @Test
    void what_is_done_is_answered_though_the_answer_cannot_be_stored_and_its_key_is_not_free() {
        rows.refuse("update on idempotency_key", "new.status is not null");
        var first = publish();
        assertThat(first.statusCode()).isEqualTo(200);
        assertTaken();
        Api.setClock(NOW.plus(PART));
        running.beat();
        Api.setClock(NOW.plus(PART).plus(PART));
        assertTaken();

        rows.refuseNothing();
        running.beat();

        assertRepeats(first);
        assertPostedOnce();
    }

    @Test
    void a_call_that_lost_its_key_neither_answers_for_it_nor_frees_nor_holds_it() {
        var key = new IdempotencyKey(owner, "POST", "/v1/publish", "lost", "hash");
        var lost = QuarkusTransaction.requiringNew().call(() -> keys.reserve(key, true));
        var end = NOW.plus(IdempotencyKeys.RUNNING).plusSeconds(5);
        Api.setClock(end);
        var taken = QuarkusTransaction.requiringNew().call(() -> keys.reserve(key, true));
        var until = expiry();
        Api.setClock(end.plusSeconds(60));

        assertThat(QuarkusTransaction.requiringNew().call(() -> keys.settle(lost, new Answer(409, "lost"))))
                .isFalse();
        QuarkusTransaction.requiringNew().run(() -> keys.release(lost));
        QuarkusTransaction.requiringNew().run(() -> keys.renew(lost));

        assertThat(expiry()).isEqualTo(until);
        assertThat(QuarkusTransaction.requiringNew().call(() -> keys.settle(taken, new Answer(200, "done"))))
                .isTrue();
        assertThat(rows.texts("select response from idempotency_key where key = 'lost' and organization_id = '%s'"
                        .formatted(organization.id())))
                .containsExactly("done");
    }

    private String expiry() {
        return rows.texts("select expires_at::text from idempotency_key where key = 'lost' and organization_id = '%s'"
                        .formatted(organization.id()))
                .get(0);
    }

    @Test
    void a_failure_frees_the_key_and_a_refusal_is_repeated() {
        faults.queue(Fault.PERMANENT, 1);
        assertThat(publish().statusCode()).isEqualTo(503);
        var published = publish();
        assertThat(published.statusCode()).isEqualTo(200);
        assertRepeats(published);

        item = fixture.draft(owner, fixture.mission(owner));
        var refused = as(organization.test())
                .header("Idempotency-Key", "early")
                .body(Map.of("content_id", item))
                .post("/v1/publish");
        assertThat(refused.statusCode()).isEqualTo(409);
        as(organization.test())
                .header("Idempotency-Key", "early")
                .body(Map.of("content_id", item))
                .post("/v1/publish")
                .then()
                .statusCode(409)
                .header("Idempotency-Replayed", "true");
    }
}
