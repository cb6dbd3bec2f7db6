package io.groundswell.program;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProgramRaceTest {
    @Inject
    Rows rows;

    @Test
    void the_last_place_for_a_project_is_given_once() throws Exception {
        var organization = Api.organization("pro", Map.of("max_projects_per_org", 3));
        var number = new AtomicInteger();

        var answers = Crowd.of(10, () -> as(organization.tga())
                .body(Map.of("name", "p" + number.incrementAndGet()))
                .post("/api/v1/projects"));

        assertThat(statuses(answers)).containsOnly(201, 402);
        assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(3);
        assertThat(rows.count("select count(*) from program where organization_id = '%s'".formatted(organization.id())))
                .isEqualTo(3);
    }

    @Test
    void the_last_place_for_a_key_is_given_once() throws Exception {
        var organization = Api.organization("pro", Map.of("max_api_keys_per_org", 4));

        var answers = Crowd.of(
                8, () -> as(organization.tga()).body(Map.of("name", "one more")).post("/api/v1/api-keys"));

        assertThat(statuses(answers)).containsOnly(201, 402);
        assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(3);
    }

    @Test
    void of_many_with_one_idempotency_key_one_makes_a_project_and_nobody_makes_another() throws Exception {
        var organization = Api.organization("enterprise", Map.of());

        var answers = Crowd.of(8, () -> as(organization.tga())
                .header("Idempotency-Key", "once")
                .body(Map.of("name", "Only"))
                .post("/api/v1/projects"));

        assertThat(statuses(answers)).contains(201).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.<String>path("data.id"))
                .containsOnly(rows.texts("select id::text from program where organization_id = '%s'"
                                .formatted(organization.id()))
                        .toArray(String[]::new));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> assertThat(
                        answer.<String>path("meta.code"))
                .isEqualTo("idempotency_conflict"));
        assertThat(rows.count("select count(*) from program where organization_id = '%s'".formatted(organization.id())))
                .isEqualTo(1);
    }

    @Test
    void a_project_is_deleted_once() throws Exception {
        var organization = Api.organization();
        var id = as(organization.tga())
                .body(Map.of("name", "Short-lived"))
                .post("/api/v1/projects")
                .<String>path("data.id");

        var answers = Crowd.of(6, () -> as(organization.tga()).delete("/api/v1/projects/" + id));

        assertThat(statuses(answers)).containsOnlyOnce(200).containsOnly(200, 404);
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
