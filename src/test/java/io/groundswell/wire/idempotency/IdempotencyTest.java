package io.groundswell.wire.idempotency;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.TestDatabase;
import io.groundswell.wire.limit.KeptAnswers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class IdempotencyTest {
    private static final Instant NOW = Instant.parse("2032-05-06T10:30:00Z");

    @Inject
    AgroalDataSource database;

    @Inject
    IdempotencyKeys keys;

    @Inject
    KeptAnswers kept;

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @Test
    void of_twenty_calls_at_once_one_makes_the_key_and_all_get_its_answer() throws Exception {
        var organization = Api.organization();

        var answers = Crowd.of(20, () -> create(organization.live(), "race", "{\"name\":\"One\"}"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(answer -> answer.body().asString()).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(keysOf(organization)).isEqualTo(3);
    }

    @Test
    void a_key_is_free_again_after_a_day_and_its_row_is_deleted() {
        var organization = Api.organization();
        Api.setClock(NOW);
        var first = create(organization.live(), "daily", "{\"name\":\"One\"}");
        Api.setClock(NOW.plusSeconds(86_000));
        assertThat(create(organization.live(), "daily", "{\"name\":\"One\"}").<String>path("id"))
                .isEqualTo(first.path("id"));
        Api.setClock(NOW.plusSeconds(86_405));

        var nextDay = create(organization.live(), "daily", "{\"name\":\"Two\"}");

        assertThat(nextDay.statusCode()).isEqualTo(201);
        assertThat(nextDay.<String>path("id")).isNotEqualTo(first.path("id"));
        Api.setClock(NOW.plusSeconds(3 * 86_400));
        Api.work();
        assertThat(rows(organization)).isEmpty();
    }

    @Test
    void an_address_may_be_longer_than_an_index_takes() {
        var organization = Api.organization();
        // What repeats itself would be stored short.
        var id = new Random(7)
                .ints(6_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

        for (var one : List.of(id + "1", id + "2", id + "1")) {
            as(organization.live())
                    .header("Idempotency-Key", "long")
                    .body("{}")
                    .post("/v1/content/" + one + "/approve")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void what_could_turn_out_otherwise_next_time_is_not_kept() {
        var organization = Api.organization();
        Api.operator()
                .body(Map.of("limits", Map.of("requests_per_minute", 0)))
                .patch("/internal/organizations/" + organization.id());
        assertThat(create(organization.live(), "later", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(429);
        Api.operator().body(Map.of("limits", Map.of())).patch("/internal/organizations/" + organization.id());
        assertThat(create("amp_live_nobody", "later", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(401);
        Response reader = as(organization.live())
                .body("{\"name\":\"Reader\",\"scopes\":[\"missions:read\"]}")
                .post("/v1/auth/keys");
        assertThat(create(reader.path("key"), "later", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(403);

        assertThat(rows(organization)).isEmpty();
        assertThat(create(organization.live(), "later", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_is_kept_and_its_effect_is_not() {
        var organization = Api.organization();

        var first = create(organization.live(), "refused", "{\"name\":\"x\",\"scopes\":[\"fly\"]}");
        var second = create(organization.live(), "refused", "{\"name\":\"x\",\"scopes\":[\"fly\"]}");

        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(keysOf(organization)).isEqualTo(2);
    }

    @Test
    void a_refusal_is_kept_where_the_day_of_the_one_before_is_over_and_its_row_is_still_there() {
        var organization = Api.organization();
        Api.setClock(NOW);
        create(organization.live(), "refused", "{\"name\":\"x\",\"scopes\":[\"fly\"]}");
        Api.setClock(NOW.plusSeconds(86_405));

        var anew = create(organization.live(), "refused", "{\"name\":\"x\",\"scopes\":[\"swim\"]}");
        var repeated = create(organization.live(), "refused", "{\"name\":\"x\",\"scopes\":[\"swim\"]}");

        assertThat(anew.header("Idempotency-Replayed")).isNull();
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeated.asString()).isEqualTo(anew.asString());
    }

    @Test
    void a_call_that_waits_too_long_for_the_first_one_is_refused() throws Exception {
        var organization = Api.organization();
        var reserved = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var key = new IdempotencyKey(
                new Owner(organization.id(), Mode.LIVE), "POST", "/v1/auth/keys", "slow", "another hash");
        var first = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    keys.reserve(key, false);
                    reserved.countDown();
                    await(release);
                    throw new IllegalStateException("the first call fails");
                }));
        reserved.await();

        var answer = create(organization.live(), "slow", "{\"name\":\"x\"}");
        release.countDown();
        first.handle((result, failure) -> failure).get();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("error.param")).isEqualTo("Idempotency-Key");
        // The first one failed: its reservation is gone with its effect.
        assertThat(create(organization.live(), "slow", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(201);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_detached_call_blocks_its_repeats_until_it_is_released_or_forgotten() {
        var organization = Api.organization();
        Api.setClock(NOW);
        var owner = new Owner(organization.id(), Mode.LIVE);
        var key = new IdempotencyKey(owner, "POST", "/v1/auth/keys", "detached", "hash");
        QuarkusTransaction.requiringNew().run(() -> keys.reserve(key, true));

        assertThat(create(organization.live(), "detached", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(409);
        Api.setClock(NOW.plus(IdempotencyKeys.RUNNING).plusSeconds(5));
        assertThat(create(organization.live(), "detached", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_database_never_sees_the_secret_in_an_answer() {
        var organization = Api.organization();
        var created = create(organization.live(), "sealed", "{\"name\":\"x\"}");
        as(organization.live())
                .header("Idempotency-Key", "sealed")
                .post("/v1/auth/keys/" + created.path("id") + "/rotate");

        var kept = rows(organization);

        assertThat(kept).hasSize(2).allSatisfy(row -> assertThat(row)
                .doesNotContain("amp_", "{", created.<String>path("id")));
    }

    @Test
    void when_answers_take_what_is_kept_of_them_a_new_key_is_refused_and_old_ones_are_answered() {
        var organization = Api.organization();
        var owner = new Owner(organization.id(), Mode.LIVE);
        Api.setClock(NOW);
        var first = create(organization.live(), "first", "{\"name\":\"One\"}");
        var part = "x".repeat(32 << 20);
        for (var at = 0; at < 32; at++) {
            kept.count(owner, part);
        }

        var refused = create(organization.live(), "second", "{\"name\":\"Two\"}");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("error.code")).isEqualTo("rate_limit_exceeded");
        // The hour of the keys ends at eleven, and a day later they are gone.
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(86_400 + 1_500, 86_400 + 1_800);
        assertThat(create(organization.live(), "first", "{\"name\":\"One\"}").<String>path("id"))
                .isEqualTo(first.path("id"));
        assertThat(keysOf(organization)).isEqualTo(3);
        Api.setClock(NOW.plusSeconds(86_400 + 1_800));
        assertThat(create(organization.live(), "second", "{\"name\":\"Two\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_answer_counts_with_all_its_bytes_refusals_and_detached_calls_too_and_a_repeat_does_not() {
        var organization = Api.organization();
        create(organization.live(), "done", "{\"name\":\"One\"}");
        create(organization.live(), "refused", "{\"name\":\"x\",\"scopes\":[\"fly\"]}");
        for (var once = 0; once < 2; once++) {
            as(organization.live())
                    .header("Idempotency-Key", "detached")
                    .body("{\"content_ids\":[\"cnt_ö\"]}")
                    .post("/v1/content/bulk/approve")
                    .then()
                    .statusCode(200);
        }

        var answers = rows(organization);

        assertThat(answers).hasSize(3);
        var bytes = answers.stream()
                .mapToLong(answer -> 1_024L + answer.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(Sql.text("select sum(calls) as bytes from rate_window where subject = :subject")
                        .first(
                                database,
                                Map.of("subject", organization.id() + ":live:answers"),
                                row -> row.getLong("bytes")))
                .contains(bytes);
    }

    private List<String> rows(Api.Organization organization) {
        return Sql.text("select response from idempotency_key where organization_id = :id")
                .list(database, Map.of("id", organization.id()), row -> row.getString("response"));
    }

    private static int keysOf(Api.Organization organization) {
        return as(organization.live()).get("/v1/auth/keys").path("total");
    }

    private static Response create(String credential, String key, String body) {
        return as(credential).header("Idempotency-Key", key).body(body).post("/v1/auth/keys");
    }
}
