package io.groundswell.experiment;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What experiments come to, counted by hand. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExperimentResultsTest extends SiteOnFriday {
    private static final String MORNING = "2030-03-08T09:00:00Z";
    private static final String NOON = "2030-03-08T12:00:00Z";

    @Inject
    Rows rows;

    private Tried cta;

    @BeforeEach
    void begin() {
        cta = Tried.begin(site);
    }

    @Test
    void results_are_those_of_the_example() {
        // Given 125 and 120 exposures of 120 users each, of whom 12 and 36 signed up
        var visits = new ArrayList<Visit>();
        for (var user = 0; user < 240; user++) {
            var isNew = user % 2 == 1;
            var properties = Map.<String, Object>of("experiment", "cta", "variant", isNew ? "new_cta" : "control");
            var times = user < 10 && !isNew ? 2 : 1;
            for (var time = 0; time < times; time++) {
                visits.add(new Visit(
                        "$experiment_exposure", "u" + user, "s" + user, NOW.minusSeconds(900 - user), properties));
            }
            if (user < (isNew ? 72 : 24)) {
                visits.add(new Visit("signup", "u" + user, "s" + user, NOW.minusSeconds(600 - user), Map.of()));
            }
        }
        site.tell(visits);
        // When
        var results = cta.read();
        // Then
        assertThat(cta.counts()).containsExactly("control 125 120 12", "new_cta 120 120 36");
        assertThat(results.<Float>getList("results.variants.conversion_rate")).containsExactly(0.1f, 0.3f);
        assertThat(results.getMap("results.probability_best")).isEqualTo(Map.of("control", 0, "new_cta", 1));
        assertThat(results.getMap("results.lift")).isEqualTo(Map.of("control", -0.667f, "new_cta", 2));
        assertThat(results.getBoolean("results.sufficient_data")).isTrue();
        assertThat(results.getString("results.recommendation"))
                .isEqualTo("'new_cta' is the winner, with a probability of more than 99.9% and a lift of +200%");
        assertThat(results.getMap("results.sample_ratio")).isEqualTo(Map.of("p_value", 1, "mismatch", false));
    }

    @Test
    void an_experiment_without_events_has_nothing_but_noughts() {
        var results = cta.read();

        assertThat(cta.counts()).containsExactly("control 0 0 0", "new_cta 0 0 0");
        assertThat(results.<Integer>getList("results.variants.conversion_rate")).containsExactly(0, 0);
        assertThat(results.getMap("results.probability_best")).isEqualTo(Map.of("control", 0.5f, "new_cta", 0.5f));
        assertThat(results.getMap("results.lift")).isEqualTo(Map.of("control", 0, "new_cta", 0));
        assertThat(results.getBoolean("results.sufficient_data")).isFalse();
        assertThat(results.<Object>get("results.sample_ratio.p_value")).isNull();
    }

    @Test
    void conversions_count_once_and_not_before_the_first_exposure() {
        cta.goal("2030-03-08T08:59:59.999Z", "ada")
                .shown(MORNING, "ada", "control")
                .shown("2030-03-08T10:00:00Z", "ada", "control")
                .goal("2030-03-08T09:30:00Z", "bob")
                .shown("2030-03-08T09:30:00Z", "bob", "new_cta")
                .goal("2030-03-08T09:31:00Z", "bob")
                .goal("2030-03-08T09:31:00Z", "cyd")
                .goal(MORNING, null);

        assertThat(cta.counts()).containsExactly("control 2 1 0", "new_cta 1 1 1");
    }

    @Test
    void what_happens_at_the_instant_of_the_exposure_counts_whichever_came_first() {
        cta.goal(MORNING, "ada")
                .shown(MORNING, "ada", "control")
                .shown(MORNING, "bob", "new_cta")
                .goal(MORNING, "bob");

        assertThat(cta.counts()).containsExactly("control 1 1 1", "new_cta 1 1 1");
    }

    @Test
    void who_saw_two_variants_is_counted_for_the_first() {
        cta.shown(NOON, "ada", "control")
                .shown(MORNING, "ada", "new_cta")
                // At the same instant the one that came first.
                .shown(MORNING, "bob", "new_cta")
                .shown(MORNING, "bob", "control")
                .goal(NOON, "ada");

        assertThat(cta.counts()).containsExactly("control 2 0 0", "new_cta 2 2 1");
    }

    @Test
    void exposures_of_nobody_count_but_have_no_user() {
        cta.shown(MORNING, null, "control").shown(MORNING, null, "control").goal(NOON, null);

        assertThat(cta.counts()).containsExactly("control 2 0 0", "new_cta 0 0 0");
    }

    @Test
    void unknown_variants_other_experiments_and_forced_exposures_do_not_count() {
        cta.shown(MORNING, "ada", "other")
                .shown(MORNING, "ada", "Control")
                .shown(MORNING, "ada", "control", "forced", true)
                .shown(MORNING, "bob", null)
                .shown(MORNING, "cyd", "control" + " ".repeat(70))
                .shown(NOON, "ada", "new_cta", "forced", false);
        site.tell(MORNING, "$experiment_exposure", "eve", null, "experiment", "cta2", "variant", "control")
                .tell(MORNING, "$experiment_exposure", "eve", null)
                .tell(
                        MORNING,
                        "$experiment_exposure",
                        "eve",
                        null,
                        "experiment",
                        "c".repeat(8_000),
                        "variant",
                        "control")
                .tell(MORNING, "$experiment_exposure", "eve", null, "experiment", List.of("cta"), "variant", 5)
                .tell(MORNING, "page_view", "eve", null, "experiment", "cta", "variant", "control");

        assertThat(cta.counts()).containsExactly("control 0 0 0", "new_cta 1 1 0");
    }

    @Test
    void what_happens_after_the_end_is_not_counted_and_late_news_are() {
        cta.shown(MORNING, "ada", "control");
        cta.change(Map.of("status", "completed", "winner", "new_cta")).then().statusCode(200);
        Api.setClock(NOW.plusSeconds(3_600));
        cta.shown("2030-03-08T12:00:01Z", "bob", "control")
                .goal("2030-03-08T12:00:01Z", "ada")
                .shown("2030-03-08T11:00:00Z", "cyd", "new_cta")
                .goal(NOON, "cyd");

        assertThat(cta.counts()).containsExactly("control 1 1 0", "new_cta 1 1 1");
        assertThat(cta.read().getString("winner")).isEqualTo("new_cta");
    }

    @Test
    void what_is_told_during_a_pause_counts() {
        cta.change("paused").then().statusCode(200);
        cta.shown(MORNING, "ada", "control");

        assertThat(cta.counts()).containsExactly("control 1 1 0", "new_cta 0 0 0");
    }

    @Test
    void events_are_forgotten_with_the_plan() {
        cta.shown("2030-02-27T12:00:00Z", "ada", "control")
                .shown("2030-03-01T00:00:00Z", "ada", "new_cta")
                .shown("2030-02-28T23:59:59.999Z", "bob", "control");
        assertThat(cta.counts()).containsExactly("control 2 2 0", "new_cta 1 0 0");

        Api.operator()
                .body(Map.of("limits", Map.of("site_retention_days", 7, "site_requests_per_minute", -1)))
                .patch("/internal/organizations/" + site.organization().id())
                .then()
                .statusCode(200);

        assertThat(cta.counts()).containsExactly("control 0 0 0", "new_cta 1 1 0");
    }

    @Test
    void a_user_with_a_former_id_is_one_user() {
        cta.shown(MORNING, "anon", "new_cta")
                .shown("2030-03-08T10:00:00Z", "ada", "control")
                .goal("2030-03-08T10:00:00Z", "ada");
        assertThat(cta.counts()).containsExactly("control 1 1 1", "new_cta 1 1 0");

        given().header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("token", site.tracker().token(), "previous_id", "anon", "user_id", "ada"))
                .post("/identify")
                .then()
                .statusCode(202);
        Api.work();

        assertThat(cta.counts()).containsExactly("control 1 0 0", "new_cta 1 1 1");
    }

    @Test
    void an_erased_user_is_in_no_result() {
        cta.shown(MORNING, "ada", "control").goal(NOON, "ada").shown(MORNING, "bob", "control");
        var project = cta.read().getString("project_id");

        as(site.organization().aak())
                .delete("/projects/%s/users/ada".formatted(project))
                .then()
                .statusCode(200);

        assertThat(cta.counts()).containsExactly("control 1 1 0", "new_cta 0 0 0");
    }

    @Test
    void an_experiment_with_the_name_of_a_deleted_one_begins_anew() {
        cta.shown(MORNING, "ada", "control");
        cta.delete().then().statusCode(200);
        var next = Tried.begin(site);
        assertThat(next.counts()).containsExactly("control 0 0 0", "new_cta 0 0 0");

        // Told now, though it happened before.
        next.shown("2030-03-08T08:00:00Z", "bob", "new_cta");

        assertThat(next.counts()).containsExactly("control 0 0 0", "new_cta 1 1 0");
    }

    @Test
    void what_was_told_before_a_first_experiment_of_the_name_is_counted() {
        site.tell(MORNING, "$experiment_exposure", "ada", null, "experiment", "early", "variant", "control");

        assertThat(Tried.begin(site, Tried.with("name", "early")).counts())
                .containsExactly("control 1 1 0", "new_cta 0 0 0");
    }

    @Test
    void each_reading_is_counted() {
        cta.get().then().statusCode(200);
        cta.get().then().statusCode(200);
        site.get("/experiments").then().statusCode(200);

        assertThat(as(site.organization().aak()).get("/projects").<List<Integer>>path("projects.total_reads"))
                .containsExactly(3);
    }

    @Test
    void users_who_are_not_spread_by_the_weights_are_a_warning() {
        var skewed = Tried.begin(
                site,
                Map.of(
                        "name",
                        "skewed",
                        "variants",
                        List.of("a", "b"),
                        "goal_event",
                        "signup",
                        "weights",
                        List.of(80, 20)));
        var visits = new ArrayList<Visit>();
        for (var user = 0; user < 400; user++) {
            var properties = Map.<String, Object>of("experiment", "skewed", "variant", user % 2 == 0 ? "a" : "b");
            visits.add(new Visit("$experiment_exposure", "u" + user, null, NOW.minusSeconds(user), properties));
        }
        site.tell(visits);

        var results = skewed.read();

        assertThat(results.getMap("results.sample_ratio")).isEqualTo(Map.of("p_value", 0, "mismatch", true));
        assertThat(results.getString("results.recommendation")).contains("First find out why");
    }
}
