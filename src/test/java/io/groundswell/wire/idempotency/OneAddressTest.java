package io.groundswell.wire.idempotency;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of the creators contract at its one call that is detached. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OneAddressTest {
    private static final Instant NOW = Instant.parse("2032-05-06T10:30:00Z");

    @Inject
    IdempotencyKeys keys;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;

    @BeforeEach
    void begin() {
        Api.setClock(NOW);
        organization = Api.organization("enterprise", Map.of());
        project = Tracking.project(organization, "Launch");
    }

    @AfterEach
    void end() {
        rows.change("delete from source where organization_id = '%s'".formatted(organization.id()));
        Api.resetClock();
    }

    private static String sources(String project) {
        return "/api/v1/projects/" + project + "/sources";
    }

    private Response post(String path, Map<String, ?> body) {
        return as(organization.tga())
                .header("Idempotency-Key", "once")
                .body(body)
                .post(path);
    }

    private Response connect(String project) {
        return post(sources(project), Map.of("kind", "sandbox"));
    }

    private static void assertConflict(Response answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("meta.code")).isEqualTo("idempotency_conflict");
        assertThat(answer.<String>path("error")).isEqualTo(words);
    }

    @Test
    void a_key_that_connected_a_source_is_good_for_no_other_address_nor_the_other_way_round() {
        var other = Tracking.project(organization, "Other");

        var first = connect(project);
        assertThat(first.statusCode()).isEqualTo(201);
        assertConflict(connect(other), "This key was used for another address before");
        assertConflict(post("/api/v1/projects", Map.of("name", "x")), "This key was used for another address before");
        var repeated = connect(project);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeated.asString()).isEqualTo(first.asString());

        Api.setClock(NOW.plusSeconds(90_000));
        assertThat(post("/api/v1/projects", Map.of("name", "x")).statusCode()).isEqualTo(201);
        assertConflict(connect(project), "This key was used for another address before");
    }

    @Test
    void a_repeat_while_the_first_call_asks_outside_is_a_conflict_of_keys_and_so_is_another_address() {
        var owner = new Owner(organization.id(), Mode.LIVE);
        var key = new IdempotencyKey(owner, "POST", sources(project), "once", "");
        QuarkusTransaction.requiringNew().run(() -> keys.reserveForOneAddress(key, true));

        assertConflict(connect(project), "The first call with this key is still running");
        assertConflict(post("/api/v1/projects", Map.of("name", "x")), "This key was used for another address before");

        // Whoever began is gone.
        Api.setClock(NOW.plus(IdempotencyKeys.RUNNING).plusSeconds(5));
        assertThat(connect(project).statusCode()).isEqualTo(201);
    }

    @Test
    void of_many_at_once_one_connects_and_the_others_get_its_answer_or_a_conflict_of_keys() throws Exception {
        var answers = Crowd.of(8, () -> connect(project));

        assertThat(answers).extracting(Response::statusCode).contains(201).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> assertThat(
                        answer.<String>path("meta.code"))
                .isEqualTo("idempotency_conflict"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201 && answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
    }
}
