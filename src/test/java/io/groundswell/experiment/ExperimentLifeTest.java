package io.groundswell.experiment;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.KeyKind;
import io.groundswell.account.Role;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Experiments when several want them at once, when there are many, and when their site goes. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExperimentLifeTest extends SiteOnFriday {
    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    @Test
    void of_many_who_want_a_name_one_gets_it() throws Exception {
        var answers = Crowd.of(8, () -> Tried.post(site, Tried.CTA));

        assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.<String>path("error")).isEqualTo("EXPERIMENT_NAME_EXISTS"));
        assertThat(audited("experiment.created")).isEqualTo(1);
    }

    @Test
    void the_database_holds_names_apart_whoever_writes_them() {
        var id = Tried.begin(site).id();

        assertThatThrownBy(() -> rows.change("""
                        insert into experiment select 'exp_other', organization_id, site_id, name, variants, weights, goal_event, status,
                            winner, after_seq, created_at, updated_at, completed_at
                        from experiment where id = '%s'""".formatted(id))).hasMessageContaining("experiment_name");
    }

    @Test
    void of_many_who_end_it_one_does() throws Exception {
        var cta = Tried.begin(site);
        var number = new AtomicInteger();

        var answers = Crowd.of(
                8,
                () -> cta.change(Map.of(
                        "status", "completed", "winner", number.incrementAndGet() % 2 == 0 ? "control" : "new_cta")));

        assertThat(statuses(answers)).containsOnlyOnce(200).containsOnly(200, 400);
        var winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow()
                .<String>path("winner");
        cta.get().then().body("status", equalTo("completed"), "winner", equalTo(winner));
        assertThat(audited("experiment.changed")).isEqualTo(1);
    }

    @Test
    void of_many_who_pause_it_one_does() throws Exception {
        var cta = Tried.begin(site);

        assertThat(statuses(Crowd.of(8, () -> cta.change("paused"))))
                .containsOnlyOnce(200)
                .containsOnly(200, 400);
    }

    @Test
    void of_many_who_delete_it_one_does() throws Exception {
        var cta = Tried.begin(site);

        assertThat(statuses(Crowd.of(8, cta::delete))).containsOnlyOnce(200).containsOnly(200, 404);
        assertThat(audited("experiment.deleted")).isEqualTo(1);
    }

    @Test
    void the_last_place_is_given_once() throws Exception {
        limit(3);
        var number = new AtomicInteger();

        var answers = Crowd.of(8, () -> Tried.post(site, Tried.with("name", "e" + number.incrementAndGet())));

        assertThat(statuses(answers)).containsOnly(201, 403);
        assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(3);
        Tried.post(site, Tried.with("name", "e9")).then().statusCode(403).body("error", equalTo("EXPERIMENT_LIMIT"));
    }

    @Test
    void other_sites_have_names_and_places_of_their_own() {
        limit(1);
        Tried.begin(site);

        Tried.begin(Website.in(site.organization(), "blog"));
    }

    @Test
    void names_of_deleted_experiments_are_remembered_once_and_up_to_a_number() {
        Tried.begin(site).delete().then().statusCode(200);
        Tried.begin(site).delete().then().statusCode(200);
        var siteId = rows.texts("select id from site where token = '%s'"
                        .formatted(site.tracker().token()))
                .get(0);
        assertThat(rows.count("select count(*) from former_experiment where site_id = '%s'".formatted(siteId)))
                .isEqualTo(1);

        rows.change("insert into former_experiment select '%s', 'n' || n from generate_series(1, 9999) n"
                .formatted(siteId));

        Tried.post(site, Tried.CTA).then().statusCode(403).body("error", equalTo("EXPERIMENT_LIMIT"));
    }

    @Test
    void experiments_of_a_deleted_site_are_not_there() {
        // Given
        var cta = Tried.begin(site);
        var project = cta.read().getString("project_id");
        config(site).then().body("experiments", hasSize(1));
        // When
        as(site.organization().aak()).delete("/projects/" + project).then().statusCode(200);
        // Then
        for (var answer : List.of(cta.get(), cta.change("paused"), cta.delete())) {
            answer.then().statusCode(404).body("error", equalTo("EXPERIMENT_NOT_FOUND"));
        }
        site.get("/experiments").then().statusCode(404).body("error", equalTo("NOT_FOUND"));
        config(site).then().statusCode(200).body("experiments", empty());
        Tried.post(site, Tried.CTA).then().statusCode(404).body("error", equalTo("NOT_FOUND"));
        // And a site of the same name has none of them
        var next = Website.in(site.organization(), site.name());
        next.get("/experiments").then().statusCode(200).body("experiments", empty());
        Tried.begin(next);
    }

    @Test
    void nothing_is_left_of_experiments_of_an_organization_that_is_gone() {
        Tried.begin(site).delete().then().statusCode(200);
        var kept = Tried.begin(site);

        Api.operator()
                .delete("/internal/organizations/" + site.organization().id())
                .then()
                .statusCode(200);

        assertThat(rows.count("select count(*) from experiment where id = '%s'".formatted(kept.id())))
                .isZero();
        assertThat(
                        rows.count(
                                "select count(*) from former_experiment f where not exists (select from site where id = f.site_id)"))
                .isZero();
    }

    @Test
    void strangers_see_nothing_and_change_nothing() {
        var cta = Tried.begin(site);
        var stranger = new Tried(Website.open(), cta.id());

        for (var answer : List.of(stranger.get(), stranger.change("completed"), stranger.delete())) {
            answer.then().statusCode(403).body("error", equalTo("FORBIDDEN"));
        }
        as(stranger.site().organization().aak())
                .queryParam("project", "unknown")
                .get("/experiments")
                .then()
                .statusCode(404);
        cta.get().then().statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void viewers_read_and_change_nothing() {
        var cta = Tried.begin(site);
        var viewer = Cast.join(database, site.organization().id(), Role.VIEWER, KeyKind.AAK)
                .key();

        as(viewer).get("/experiments/" + cta.id()).then().statusCode(200);
        for (var answer : List.of(
                as(viewer).body(Tried.with("project", site.name())).post("/experiments"),
                as(viewer).body(Map.of("status", "paused")).patch("/experiments/" + cta.id()),
                as(viewer).delete("/experiments/" + cta.id()))) {
            answer.then().statusCode(403).body("error", equalTo("FORBIDDEN"));
        }
        cta.get().then().statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void browsers_are_given_what_is_active_and_nothing_of_a_suspended_organization() {
        var first = Tried.begin(site);
        Tried.begin(site, Tried.with("name", "second"));
        first.change("paused").then().statusCode(200);
        config(site).then().body("experiments.key", equalTo(List.of("second")));
        first.change("active").then().statusCode(200);
        config(site).then().body("experiments.key", equalTo(List.of("cta", "second")));
        first.change("completed").then().statusCode(200);
        config(site).then().body("experiments.key", equalTo(List.of("second")));

        Api.operator()
                .body(Map.of("status", "suspended"))
                .patch("/internal/organizations/" + site.organization().id())
                .then()
                .statusCode(200);

        config(site).then().statusCode(200).body("experiments", empty());
    }

    private static Response config(Website site) {
        return given().queryParam("token", site.tracker().token()).get("/experiments/config");
    }

    private void limit(int most) {
        Api.operator()
                .body(Map.of("limits", Map.of("site_experiments", most, "site_requests_per_minute", -1)))
                .patch("/internal/organizations/" + site.organization().id())
                .then()
                .statusCode(200);
    }

    private long audited(String action) {
        return rows.count("select count(*) from audit_entry where action = '%s' and organization_id = '%s'"
                .formatted(action, site.organization().id()));
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
