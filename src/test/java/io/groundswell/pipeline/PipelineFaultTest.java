package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.generation.sandbox.GenerationFaults;
import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that fail, money that runs out, and workers that lose their job in the middle of a call. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PipelineFaultTest {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.work.Rounds");
    private static final List<Logger> REFUSALS = List.of(
            Logger.getLogger("io.groundswell.pipeline.PipelineWorker"),
            Logger.getLogger("org.hibernate.orm.jdbc.error"));

    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    @Inject
    Clock clock;

    /** Given by {@link TestDatabase}. */
    Runnable restartDatabase;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
    }

    @AfterEach
    void end() {
        faults.none();
        rows.refuseNothing();
        Api.resetClock();
    }

    @Test
    void a_provider_that_fails_twice_and_then_works_costs_nothing_but_time() {
        var mission = Missions.start(organization.test(), Map.of());
        faults.fail(2);

        Missions.workAndWait(clock, 4);

        Missions.status(organization.test(), mission)
                .body("pipeline.error", nullValue())
                .body("pipeline.progress_percent", equalTo(100));
        assertNothingTwice();
    }

    @Test
    void a_provider_that_always_fails_fails_the_job_and_a_retry_goes_on_from_there() {
        // Given
        var mission = Missions.start(organization.test(), Map.of());
        faults.fail(1_000);
        // When
        Missions.workAndWait(clock, 6);
        // Then
        Missions.status(organization.test(), mission)
                .body("status", equalTo("active"))
                .body("pipeline.status", equalTo("failed"))
                .body("pipeline.current_stage", equalTo("strategy"))
                .body("pipeline.error.code", equalTo("provider_error"))
                .body("pipeline.error.attempts", equalTo(5))
                .body("pipeline.stages.strategy.status", equalTo("failed"))
                .body("pipeline.stages.intake.status", equalTo("completed"));
        assertThat(rows.count("select count(*) from outbox_event where type = 'pipeline.job_failed'"))
                .isOne();
        // When
        faults.none();
        as(organization.test())
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(200)
                .body("pipeline.status", equalTo("pending"));
        Api.work();
        // Then
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertNothingTwice();
        as(organization.test())
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(409);
    }

    @Test
    void a_content_stage_that_fails_takes_its_drafts_back_and_keeps_its_costs() {
        var mission = Missions.start(organization.test(), Map.of());
        // Plan, then three items of two calls each, then the end of luck.
        faults.after(7, 1_000);

        Missions.workAndWait(clock, 6);

        Missions.status(organization.test(), mission)
                .body("pipeline.stages.content.status", equalTo("failed"))
                .body("content.generated", equalTo(0));
        assertThat(rows.count("select sum(cost_cents) from ledger_entry")).isPositive();
        faults.none();
        as(organization.test())
                .body(Map.of("from_stage", "content"))
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(200);
        Api.work();
        assertThat(rows.count("select count(*) from content"))
                .isEqualTo(rows.count("select count(*) from calendar_slot"));
    }

    @Test
    void a_publish_stage_that_fails_gives_its_slots_back_until_it_is_retried() {
        // Given a draft that cannot be decided on, behind others that can
        var mission = Missions.start(organization.test(), Map.of());
        rows.refuse("update on content", "new.slot = 3 and new.status = 'APPROVED'");
        // What they log is no failure of this test.
        REFUSALS.forEach(log -> log.setLevel(Level.OFF));
        // When
        Missions.workAndWait(clock, 6);
        REFUSALS.forEach(log -> log.setLevel(null));
        // Then
        Missions.status(organization.test(), mission)
                .body("status", equalTo("active"))
                .body("pipeline.status", equalTo("failed"))
                .body("pipeline.stages.publish.status", equalTo("failed"));
        Api.work();
        assertThat(scheduled()).isZero();
        assertThat(rows.count("select count(*) from content where status = 'APPROVED' and not hold"))
                .isPositive();
        // When somebody puts one at a time of its own, and has the job retried
        as(organization.test())
                .body(Map.of(
                        "content_id",
                        rows.texts("select id from content where slot = 1").get(0),
                        "scheduled_for",
                        clock.instant().plus(Duration.ofDays(6)).toString()))
                .post("/v1/publish/schedule")
                .then()
                .statusCode(200);
        Api.work();
        assertThat(scheduled()).isOne();
        rows.refuseNothing();
        as(organization.test())
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(200);
        Api.work();
        // Then
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertThat(rows.count("select count(*) from content where status not in ('SCHEDULED', 'PUBLISHED')"))
                .isZero();
        assertNothingTwice();
    }

    private long scheduled() {
        return rows.count("select count(*) from content where status = 'SCHEDULED'");
    }

    @Test
    void a_refusal_for_good_is_not_tried_again() {
        var mission = Missions.start(organization.test(), Map.of());
        faults.failForGood();

        Api.work();

        Missions.status(organization.test(), mission)
                .body("pipeline.status", equalTo("failed"))
                .body("pipeline.error.attempts", equalTo(1));
        as(organization.test())
                .body(Map.of("from_stage", "publish"))
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(409)
                .body("error.param", equalTo("from_stage"));
    }

    @Test
    void a_mission_never_spends_more_than_its_budget_and_goes_on_when_there_is_more() {
        // Given a plan for 5 cents and items for 6 or more
        var mission = Missions.start(organization.test(), Map.of("budget_cents", 20));
        // When
        Api.work();
        // Then
        Missions.status(organization.test(), mission)
                .body("status", equalTo("active"))
                .body("pipeline.status", equalTo("paused"))
                .body("pipeline.paused_reason", equalTo("budget_exhausted"));
        assertThat(rows.count("select booked_cents from budget where purse like 'mission:%'"))
                .isLessThanOrEqualTo(20);
        assertThat(rows.count("select sum(cost_cents) from ledger_entry")).isLessThanOrEqualTo(20);
        var made = rows.count("select count(*) from content");
        // When
        as(organization.test())
                .body(Map.of("constraints", Map.of("budget_cents", 10_000)))
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);
        Api.work();
        // Then
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertThat(rows.count("select count(*) from content")).isGreaterThan(made);
        assertNothingTwice();
    }

    @Test
    void a_budget_of_nothing_fails_at_intake() {
        var mission = Missions.start(organization.test(), Map.of("budget_cents", 0));

        Api.work();

        Missions.status(organization.test(), mission).body("pipeline.error.code", equalTo("budget_exceeded"));
        assertThat(rows.count("select count(*) from ledger_entry")).isZero();
    }

    @Test
    void many_missions_at_once_never_overdraw_the_month() {
        as(organization.test())
                .body(Map.of("config", Map.of("cost_limits", Map.of("monthly_limit_cents", 100))))
                .put("/v1/tenant")
                .then()
                .statusCode(200);
        for (var number = 0; number < 4; number++) {
            Missions.start(organization.test(), Map.of());
        }

        Api.work();

        assertThat(rows.count("select booked_cents from budget where purse like 'month:%'"))
                .isLessThanOrEqualTo(100);
        assertThat(rows.count("select sum(cost_cents) from ledger_entry")).isLessThanOrEqualTo(100);
        assertThat(rows.count("select count(*) from outbox_event where type = 'budget.threshold_reached'"))
                .isOne();
    }

    @Test
    void a_worker_that_dies_in_a_call_is_followed_by_another() {
        var mission = Missions.start(organization.test(), Map.of());
        faults.meanwhile(() -> {
            throw new ThreadKilled();
        });
        NOISE.setLevel(Level.OFF);
        Api.operator().post("/internal/tick").then().statusCode(200);
        NOISE.setLevel(null);
        Missions.status(organization.test(), mission).body("pipeline.status", equalTo("running"));

        Api.setClock(clock.instant().plus(Duration.ofMinutes(2)));
        Api.work();

        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertNothingTwice();
    }

    @Test
    void a_worker_that_was_thought_dead_changes_nothing_any_more() {
        var mission = Missions.start(organization.test(), Map.of());
        // While the first worker waits for its plan its lease ends, and others finish the whole cycle.
        faults.meanwhile(() -> {
            Api.setClock(clock.instant().plus(Duration.ofMinutes(2)));
            Api.operator().post("/internal/tick").then().statusCode(200);
        });

        Api.work();

        Missions.status(organization.test(), mission)
                .body("pipeline.progress_percent", equalTo(100))
                .body("pipeline.cycle", equalTo(1));
        assertNothingTwice();
    }

    @Test
    void a_database_that_restarts_in_the_middle_of_a_run_only_delays_it() {
        var mission = Missions.start(organization.test(), Map.of());
        faults.meanwhileAfter(4, restartDatabase);

        Api.operator().post("/internal/tick").then().statusCode(200);
        assertThat(faults.areOver()).isTrue();
        useUpDeadConnections();
        // What the restart broke comes due again: a retry after its pause, a lost worker's job after its lease.
        Api.setClock(clock.instant().plus(Duration.ofMinutes(2)));
        Api.work();

        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertNothingTwice();
    }

    @Test
    void a_mission_paused_in_the_middle_of_a_call_gets_nothing_written_until_it_resumes() {
        var mission = Missions.start(organization.test(), Map.of());
        faults.meanwhileAfter(3, () -> as(organization.test())
                .post("/v1/missions/" + mission + "/pause")
                .then()
                .statusCode(200));
        Api.work();
        var written = rows.count("select count(*) from content");
        assertThat(written).isLessThan(rows.count("select count(*) from calendar_slot"));
        Missions.status(organization.test(), mission)
                .body("pipeline.status", equalTo("paused"))
                .body("pipeline.stages.content.status", equalTo("paused"));

        as(organization.test())
                .post("/v1/missions/" + mission + "/resume")
                .then()
                .statusCode(200);
        Api.work();

        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertNothingTwice();
    }

    /** Stands for whatever ends a worker without a chance to clean up. */
    private static final class ThreadKilled extends Error {
        private static final long serialVersionUID = 1;

        ThreadKilled() {
            super("killed", null, false, false);
        }
    }

    /** Each connection that the restart broke costs one round its turn. */
    private static void useUpDeadConnections() {
        for (var turn = 0; turn < 30; turn++) {
            if (Api.operator()
                    .post("/internal/tick")
                    .<List<String>>path("failed")
                    .isEmpty()) {
                return;
            }
        }
        throw new AssertionError("The database is back, but rounds still fail");
    }

    private void assertNothingTwice() {
        assertThat(rows.count("select count(*) from content"))
                .isEqualTo(rows.count("select count(*) from calendar_slot"));
        assertThat(rows.count("select count(*) - count(distinct reference) from ledger_entry"))
                .isZero();
        assertThat(rows.texts("select booked_cents::text from budget"))
                .allMatch(rows.texts("select sum(cost_cents)::text from ledger_entry where state = 'SETTLED'")
                        .get(0)::equals);
        assertThat(rows.count("select count(*) from outbox_event where type = 'content.created'"))
                .isEqualTo(rows.count("select count(*) from content"));
    }
}
