package io.groundswell.site;

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
class SiteRaceTest {
    @Inject
    Rows rows;

    @Test
    void of_many_who_make_one_project_at_once_one_makes_it_and_the_others_find_it() throws Exception {
        var organization = Api.organization();

        var answers = Crowd.of(10, () -> Project.post(organization.aak(), Map.of("name", "shared")));

        assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.<String>path("id"))
                .containsOnly(answers.get(0).<String>path("id"));
        assertThat(answers)
                .extracting(answer -> answer.<String>path("project_token"))
                .containsOnly(answers.get(0).<String>path("project_token"));
        assertThat(rows.count("select count(*) from site where organization_id = '%s'".formatted(organization.id())))
                .isEqualTo(1);
        assertThat(rows.count(
                        "select count(*) from audit_entry where action = 'project.created' and organization_id = '%s'"
                                .formatted(organization.id())))
                .isEqualTo(1);
    }

    @Test
    void the_last_place_is_given_once() throws Exception {
        var organization = Api.organization("free", Map.of("sites", 3, "site_requests_per_minute", -1));
        var number = new AtomicInteger();

        var answers =
                Crowd.of(10, () -> Project.post(organization.aak(), Map.of("name", "p" + number.incrementAndGet())));

        assertThat(statuses(answers)).containsOnly(201, 403);
        assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(3);
    }

    @Test
    void an_origin_is_given_once() throws Exception {
        var organization = Api.organization();
        var number = new AtomicInteger();

        var answers = Crowd.of(
                10,
                () -> Project.post(
                        organization.aak(),
                        Map.of("name", "p" + number.incrementAndGet(), "allowed_origins", "https://example.com")));

        assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void a_name_is_given_once() throws Exception {
        var organization = Api.organization();
        var projects = List.of("a", "b", "c", "d").stream()
                .map(name -> Project.create(organization.aak(), name))
                .toList();
        var number = new AtomicInteger();

        var answers = Crowd.of(4, () -> projects.get(number.getAndIncrement()).change(Map.of("name", "wanted")));

        assertThat(statuses(answers)).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void a_project_is_deleted_once() throws Exception {
        var project = Project.create(Api.organization().aak(), "short-lived");

        var answers = Crowd.of(6, project::delete);

        assertThat(statuses(answers)).containsOnlyOnce(200).containsOnly(200, 404);
    }

    @Test
    void a_key_is_replaced_once() throws Exception {
        var organization = Api.organization();

        var answers = Crowd.of(6, () -> Project.as(organization.aak()).post("/account/revoke-key"));

        assertThat(statuses(answers)).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(rows.count(
                        "select count(*) from api_key where kind = 'AAK' and revoked_at is null and organization_id = '%s'"
                                .formatted(organization.id())))
                .isEqualTo(1);
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
