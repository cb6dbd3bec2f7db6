package io.groundswell.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of days that are not kept any more nobody can say whether a goal was met. On a plan of 30 days, which keeps 40. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptComplianceTest {
    private Tracking tracking;

    /** Kept from January 31st on. */
    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-03-12T10:00:00Z"));
        tracking = Tracking.begin(Map.of("max_api_requests_per_day", -1, "stats_history_retention_days", 30));
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    private void goal(String creator, String period) {
        tracking.post("creators/" + creator + "/goals", Map.of("type", "views", "period", period, "target", 5))
                .then()
                .statusCode(201);
    }

    private List<Response> ask(String date, String more) {
        var parameters = "reference_date=" + date + more;
        return List.of(
                tracking.get("projects/" + tracking.project() + "/goal-compliance?" + parameters),
                tracking.get(
                        "analytics/aggregate/goal-compliance?project_id=" + tracking.project() + "&" + parameters));
    }

    private void requireRefused(String date, String more) {
        ask(date, more).forEach(answer -> answer.then()
                .statusCode(402)
                .body("meta.code", equalTo("retention_exceeded"))
                .body("meta.tier_retention_days", equalTo(30))
                .body("meta.oldest_allowed", equalTo("2031-01-31")));
    }

    private void requireAnswered(String date, String more) {
        assertThat(ask(date, more)).extracting(Response::statusCode).containsOnly(200);
    }

    @Test
    void periods_that_begin_before_what_is_kept_are_refused() {
        var ada = tracking.creator("ada.bakes");
        goal(ada, "daily");
        goal(ada, "monthly");

        requireRefused("2031-01-31", "");
        requireAnswered("2031-02-28", "");
        requireAnswered("2031-01-31", "&period=daily");
        requireRefused("2031-01-30", "&period=daily");
    }

    @Test
    void who_has_no_such_goals_is_told_of() {
        goal(tracking.creator("ada.bakes"), "monthly");
        var bo = tracking.creator("bo.cooks");

        requireAnswered("2020-01-01", "&creator_id=" + bo);
        requireAnswered("2020-01-01", "&period=daily");
    }

    @Test
    void a_plan_that_keeps_everything_refuses_nothing() {
        tracking = Tracking.begin(Map.of("max_api_requests_per_day", -1, "stats_history_retention_days", -1));
        goal(tracking.creator("ada.bakes"), "monthly");

        requireAnswered("2020-01-01", "");
    }
}
