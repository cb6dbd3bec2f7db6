package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.generation.sandbox.GenerationFaults;
import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From published posts to figures, from figures to insights, and from these to the next plan. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LearningTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");

    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
        Api.setClock(START);
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
    }

    private String start(int days) {
        var id = as(organization.test())
                .body(Map.of(
                        "name", "Spring launch",
                        "objectives", List.of("Show developers how simple self-hosting can be"),
                        "platforms", List.of("twitter"),
                        "duration_days", days,
                        "kpis", List.of(Map.of("metric", "impressions", "target", 1000)),
                        "start_immediately", true,
                        "constraints", Map.of("posts_per_day", 5, "content_types", List.of("post", "thread"))))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.work();
        return id;
    }

    /** Half a day at a time, so that everything goes out when it is due. */
    private static void live(int days) {
        for (var half = 1; half <= 2 * days; half++) {
            Api.setClock(START.plus(Duration.ofHours(12L * half)));
            Api.work();
        }
    }

    /** From now on what is out has half as many likes again where that holds for its content {@code c}. */
    private void likes(String more) {
        rows.change("delete from post_watch");
        rows.change("""
                update metric_subject s set impressions = 1000, comments = 0, shares = 0, saves = 0, link_clicks = 0,
                    likes = (case when %s then 60 else 40 end) + c.slot %% 3
                from content c where c.id = s.subject_id""".formatted(more));
    }

    private ValidatableResponse pipeline(String mission) {
        return as(organization.test())
                .get("/v1/missions/" + mission + "/pipeline")
                .then()
                .statusCode(200);
    }

    private static String output(String stage) {
        return "stages.find { it.stage == '" + stage + "' }.output.";
    }

    @Test
    void the_analytics_stage_takes_stock_of_what_was_measured() {
        var mission = start(14);
        pipeline(mission)
                .body(output("analytics") + "posts_measured", equalTo(0))
                .body(output("analytics") + "impressions", equalTo(0))
                .body(output("analytics") + "scheduled", equalTo(35))
                .body(output("optimize") + "insights.size()", equalTo(0));
        Missions.status(organization.test(), mission).body("kpi_progress[0].current", nullValue());
        live(4);
        // When the calendar runs low
        Api.setClock(START.plus(Duration.ofDays(5)));
        Api.work();
        // Then
        var response = pipeline(mission).body("cycle", equalTo(2));
        var measured = response.extract().<Integer>path(output("analytics") + "posts_measured");
        assertThat(measured).isGreaterThanOrEqualTo(20);
        response.body(output("analytics") + "by_platform.twitter.posts_published", equalTo(measured))
                .body(output("analytics") + "impressions", greaterThan(1_000))
                .body(output("analytics") + "engagement_rate", greaterThan(1.5f))
                .body(output("analytics") + "link_clicks", greaterThan(0));
        Missions.status(organization.test(), mission)
                .body("kpi_progress[0].current", greaterThan(1_000))
                .body("kpi_progress[0].status", equalTo("exceeded"))
                .body("kpi_progress[0].progress_percent", greaterThan(100));
    }

    @Test
    void a_form_that_does_better_gets_more_of_the_next_cycle() {
        // Given a first week in which threads did half as well again
        var mission = start(28);
        live(4);
        likes("c.type = 'THREAD'");
        // When the second is planned and done
        Api.setClock(START.plus(Duration.ofDays(5)));
        Api.work();
        // Then
        var second = pipeline(mission).body("cycle", equalTo(2));
        var insight = "insights.find { it.insight.contains('type thread') }.";
        second.body(output("optimize") + insight + "type", equalTo("content"))
                .body(output("optimize") + insight + "confidence", equalTo(0.99f))
                .body(
                        output("optimize") + insight + "action_taken",
                        equalTo("The next cycle gives thread 30 % of what would go to other types"));
        var before = second.extract().<Float>path(output("strategy") + "format_mix.twitter.thread");
        // When the third is planned
        Api.setClock(START.plus(Duration.ofDays(12)).plusSeconds(1));
        Api.work();
        // Then
        var after = pipeline(mission)
                .body("cycle", equalTo(3))
                .extract()
                .<Float>path(output("strategy") + "format_mix.twitter.thread");
        assertThat(after).isCloseTo(before + 0.3f * (1 - before), within(1e-4f));
        assertThat(rows.texts("""
                select (count(*) filter (where type = 'THREAD') * 100 / count(*))::text
                from calendar_slot group by cycle order by cycle""")).extracting(Integer::parseInt).satisfies(shares -> assertThat(shares.get(2))
                .isGreaterThan(shares.get(1)));
    }

    @Test
    void what_was_found_is_told_while_the_next_cycle_runs_and_when_the_mission_is_completed_then() {
        // Given a second cycle that found something at its end
        var mission = start(28);
        live(4);
        likes("c.type = 'THREAD'");
        Api.setClock(START.plus(Duration.ofDays(5)));
        Api.work();
        var found = found(mission);
        assertThat(found).isNotEmpty();
        // When nobody plans the third
        faults.failForGood();
        Api.setClock(START.plus(Duration.ofDays(12)).plusSeconds(1));
        Api.work();
        pipeline(mission).body("cycle", equalTo(3)).body("status", equalTo("failed"));
        // Then
        assertThat(found(mission)).isEqualTo(found);
        as(organization.test())
                .post("/v1/missions/" + mission + "/complete")
                .then()
                .statusCode(200);
        assertThat(found(mission)).isEqualTo(found);
    }

    private List<Map<String, Object>> found(String mission) {
        return as(organization.test())
                .get("/v1/analytics/missions/" + mission)
                .then()
                .statusCode(200)
                .extract()
                .path("optimization_insights");
    }

    @Test
    void a_mission_that_keeps_to_fixed_times_is_told_of_better_ones_and_keeps_to_them() {
        // Given a first week in which what went out at noon did half as well again as what went out at midnight
        var mission = start(28);
        live(4);
        likes("extract(hour from c.published_at at time zone 'UTC') = 12");
        // When the second is planned and done, and the third is planned
        Api.setClock(START.plus(Duration.ofDays(5)));
        Api.work();
        var noon = "insights.find { it.insight.contains('in the hour from 12:00') }.";
        pipeline(mission)
                .body("cycle", equalTo(2))
                .body(output("optimize") + noon + "type", equalTo("timing"))
                .body(output("optimize") + noon + "action_taken", nullValue());
        Api.setClock(START.plus(Duration.ofDays(12)).plusSeconds(1));
        Api.work();
        // Then
        pipeline(mission).body("cycle", equalTo(3)).body(output("strategy") + "trial_times.size()", equalTo(0));
        assertThat(rows.texts("select distinct to_char(at at time zone 'UTC', 'HH24:MI') from calendar_slot"))
                .containsExactlyInAnyOrder("09:00", "11:00", "12:00", "14:00", "17:00");
    }
}
