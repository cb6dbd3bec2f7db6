package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that ran out of money, and when they go on. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MoneyTest {
    private static final Instant NOW = Instant.parse("2030-01-31T20:00:00Z");
    private static final Duration BUDGET_CHECK = Duration.ofMinutes(5);

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        Api.setClock(NOW);
        organization = Api.organization();
    }

    @AfterEach
    void end() {
        rows.refuseNothing();
        Api.resetClock();
    }

    private void limitMonth(int cents) {
        as(organization.test())
                .body(Map.of("config", Map.of("cost_limits", Map.of("monthly_limit_cents", cents))))
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    private String broke() {
        limitMonth(20);
        var mission = Missions.start(organization.test(), Map.of());
        Api.work();
        assertBroke(mission);
        return mission;
    }

    private void assertBroke(String mission) {
        Missions.status(organization.test(), mission)
                .body("status", equalTo("active"))
                .body("pipeline.status", equalTo("paused"))
                .body("pipeline.paused_reason", equalTo("budget_exhausted"));
    }

    private void assertFinished(String mission) {
        Missions.status(organization.test(), mission)
                .body("pipeline.progress_percent", equalTo(100))
                .body("pipeline.status", not(equalTo("paused")));
        assertThat(rows.count("select count(*) from content"))
                .isEqualTo(rows.count("select count(*) from calendar_slot"));
    }

    @Test
    void a_raised_monthly_limit_lets_a_job_go_on_at_its_next_look() {
        // Given
        var mission = broke();
        // When
        limitMonth(10_000);
        Api.work();
        assertBroke(mission);
        Api.setClock(NOW.plus(BUDGET_CHECK).plusSeconds(60));
        Api.work();
        // Then
        assertFinished(mission);
    }

    @Test
    void a_job_that_cannot_go_on_holds_up_none_behind_it_and_waits_for_its_next_look() {
        // Given
        var first = broke();
        var second = broke();
        limitMonth(10_000);
        rows.change("update pipeline_job set due_at = due_at - interval '1 minute' where mission_id = '%s'"
                .formatted(first));
        rows.refuse("update on pipeline_job", "new.mission_id = '%s' and new.status <> 'PAUSED'".formatted(first));
        // When
        Api.setClock(NOW.plus(BUDGET_CHECK).plusSeconds(60));
        Api.work();
        // Then
        assertBroke(first);
        Missions.status(organization.test(), second).body("pipeline.progress_percent", equalTo(100));
        assertThat(rows.count("select count(*) from pipeline_job where status = 'PAUSED' and due_at > '%s'"
                        .formatted(NOW.plus(BUDGET_CHECK.multipliedBy(2)))))
                .isOne();
        // When
        rows.refuseNothing();
        Api.setClock(NOW.plus(BUDGET_CHECK.multipliedBy(2)).plusSeconds(120));
        Api.work();
        // Then
        assertFinished(first);
    }

    @Test
    void a_new_month_lets_a_job_go_on_and_one_without_money_stays_where_it_is() {
        // Given
        var mission = broke();
        var spent = rows.count("select sum(cost_cents) from ledger_entry");
        for (var look = 1; look <= 3; look++) {
            Api.setClock(NOW.plus(BUDGET_CHECK.multipliedBy(look)).plusSeconds(60));
            Api.work();
            assertBroke(mission);
        }
        assertThat(rows.count("select sum(cost_cents) from ledger_entry")).isEqualTo(spent);
        // When
        Api.setClock(Instant.parse("2030-02-01T00:06:00Z"));
        Api.work();
        // Then
        assertThat(rows.count("select booked_cents from budget where purse = 'month:2030-02'"))
                .isBetween(1L, 20L);
        // A call that was reserved in January and is settled in February stays January's.
        assertThat(rows.count("select booked_cents from budget where purse = 'month:2030-01'"))
                .isEqualTo(rows.count("""
                        select sum(case state when 'RESERVED' then reserved_cents else cost_cents end)
                        from ledger_entry where at < '2030-02-01T00:00:00Z'"""));
    }
}
