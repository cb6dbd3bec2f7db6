package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid for is booked, whatever becomes of the mission meanwhile, and is not bought again. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PaidCallTest {
    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    @Inject
    Clock clock;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        // A day later it is the same month.
        Api.setClock(Instant.parse("2030-03-10T10:00:00Z"));
        rows.clear();
        organization = Api.organization();
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
    }

    @Test
    void a_call_that_outlives_its_mission_is_booked_at_what_it_cost() {
        // Given
        var completed = Missions.start(organization.test(), Map.of());
        faults.meanwhileAfter(3, () -> post(completed, "complete"));
        // When
        Api.work();
        // Then
        assertThat(faults.areOver()).isTrue();
        assertEverythingBooked();

        // Given
        var deleted = Missions.start(organization.test(), Map.of());
        faults.meanwhileAfter(4, () -> {
            post(deleted, "pause");
            as(organization.test()).delete("/v1/missions/" + deleted).then().statusCode(200);
        });
        // When
        Api.work();
        // Then
        assertThat(faults.areOver()).isTrue();
        assertEverythingBooked();
    }

    private void post(String mission, String action) {
        as(organization.test())
                .post("/v1/missions/" + mission + "/" + action)
                .then()
                .statusCode(200);
    }

    private void assertEverythingBooked() {
        assertThat(rows.count("select count(*) from ledger_entry where state <> 'SETTLED'"))
                .isZero();
        assertThat(rows.count("select sum(booked_cents) from budget where purse like 'month:%'"))
                .isEqualTo(rows.count("select sum(cost_cents) from ledger_entry"));
    }

    @Test
    void a_call_whose_end_nobody_saw_counts_as_spent_after_a_day() {
        // Given
        var mission = Missions.start(organization.test(), Map.of());
        faults.meanwhile(() -> {
            throw new ThreadKilled();
        });
        Api.operator().post("/internal/tick").then().statusCode(200);
        post(mission, "complete");
        assertThat(rows.texts("select state from ledger_entry")).containsExactly("RESERVED");
        // When
        Api.setClock(clock.instant().plus(Duration.ofHours(25)));
        Api.work();
        // Then
        assertThat(rows.texts("select state || ' ' || cost_cents || ' of ' || reserved_cents from ledger_entry"))
                .containsExactly("SETTLED 5 of 5");
        as(organization.test()).get("/v1/usage").then().body("current_month.cost_cents", equalTo(5));
    }

    @Test
    void a_call_that_failed_at_no_cost_keeps_nothing_reserved_when_its_mission_ends_before_another_try() {
        // Given
        var mission = Missions.start(organization.test(), Map.of());
        faults.fail(1_000);
        Api.work();
        post(mission, "complete");
        // Then
        assertThat(rows.texts("select state from ledger_entry")).containsExactly("RELEASED");
        assertThat(rows.count("select sum(booked_cents) from budget")).isZero();
        // When
        Api.setClock(clock.instant().plus(Duration.ofHours(25)));
        Api.work();
        // Then
        as(organization.test()).get("/v1/usage").then().body("current_month.cost_cents", equalTo(0));
    }

    @Test
    void a_rewriting_that_failed_at_no_cost_keeps_nothing_reserved_until_it_is_tried_again() {
        // Given
        Missions.start(organization.test(), Map.of("require_approval", true));
        Api.work();
        var item = rows.texts("select id from content").get(0);
        as(organization.test())
                .body("{}")
                .post("/v1/content/" + item + "/regenerate")
                .then()
                .statusCode(200);
        // When
        faults.fail(1_000);
        Api.work();
        faults.none();
        // Then
        assertThat(rows.count("select count(*) from ledger_entry where state = 'RELEASED'"))
                .isOne();
        assertThat(rows.count("select count(*) from ledger_entry where state = 'RESERVED'"))
                .isZero();
        // When
        Api.setClock(clock.instant().plus(Duration.ofSeconds(90)));
        Api.work();
        // Then
        assertThat(rows.texts("select status from rewrite_job")).containsExactly("DONE");
        assertEverythingBooked();
    }

    /** Stands for whatever ends a worker without a chance to clean up. */
    private static final class ThreadKilled extends Error {
        private static final long serialVersionUID = 1;

        ThreadKilled() {
            super("killed", null, false, false);
        }
    }

    @Test
    void words_that_are_paid_for_are_kept_while_their_picture_fails() {
        // Given a plan, the first words, and a picture that fails, however soon it is tried again
        var mission = Missions.start(organization.test(), Map.of());
        faults.after(2, 1_000);
        Api.work();
        rows.change("update written_draft set draft = jsonb_set(draft, '{copy,primary}', '\"Kept words\"')");
        // When
        faults.none();
        Api.setClock(clock.instant().plus(Duration.ofSeconds(90)));
        Api.work();
        // Then
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertThat(rows.count("select count(*) from content where copy ->> 'primary' = 'Kept words'"))
                .isOne();
        assertThat(rows.count("select count(*) from written_draft")).isZero();
        assertEverythingBooked();
    }

    @Test
    void words_that_touch_an_excluded_topic_are_written_twice_more_and_then_dropped() {
        // Given a plan of which every first words, and for one slot all three, touch the topic
        var mission = Missions.start(organization.test(), Map.of("excluded_topics", List.of("pricing")));
        faults.after(1, 1_000);
        Api.work();
        touching(1, "true");
        touching(2, "slot = 0");
        touching(3, "slot = 0");
        // When
        faults.none();
        Api.setClock(clock.instant().plus(Duration.ofSeconds(90)));
        Api.work();
        // Then
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        assertThat(rows.texts("select dropped_reason from calendar_slot where slot = 0"))
                .containsExactly("Every attempt touched an excluded topic");
        assertThat(rows.count("select count(*) from content"))
                .isEqualTo(rows.count("select count(*) from calendar_slot") - 1)
                .isPositive();
        assertThat(rows.count("select count(*) from content where copy::text ilike '%pricing%'"))
                .isZero();
        as(organization.test())
                .get("/v1/missions/" + mission + "/pipeline")
                .then()
                .body("stages.find { it.stage == 'content' }.output.dropped", equalTo(1));
    }

    private void touching(int attempt, String slots) {
        rows.change("""
                insert into written_draft (reference, organization_id, content_id, draft, written_at)
                select content_id || ':write:1:%d', organization_id, content_id, '{"copy": {"primary": "Our new Pricing"},
                    "topic": "Money", "target_audience": "everyone", "language": "en", "confidence": 0.5,
                    "usage": {"provider": "sandbox", "kind": "LLM", "model": "m", "tokens": 1, "cost_cents": 2}}', '%s'
                from calendar_slot where %s""".formatted(attempt, clock.instant(), slots));
    }
}
