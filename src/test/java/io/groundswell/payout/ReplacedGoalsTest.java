package io.groundswell.payout;

import static io.groundswell.payout.Paying.recurring;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A goal is looked at two days after it is over; what another rule pays for the days after it does not wait for that. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReplacedGoalsTest {
    private static final Map<String, Object> GOAL =
            Map.of("kind", "goals", "period", "daily", "amount_cents", 300, "goal_type", "views", "goal_target", 50);

    @Inject
    Rows rows;

    @Inject
    ContentFixture fixture;

    private Paying ada;
    private String structure;
    private String assignment;

    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        ada = Paying.begin();
        structure = ada.structure(GOAL);
        assignment = ada.assign(structure, "2031-07-01");
        ada.tracking()
                .patch("payout-structures/" + structure, Map.of("rule", recurring("daily", 100)))
                .then()
                .statusCode(200);
    }

    @AfterEach
    void end() {
        ada.end(rows);
        Api.resetClock();
    }

    private void passUntil(String moment) {
        Api.setClock(Instant.parse(moment));
        fixture.round("payout_accruals");
    }

    @Test
    void the_next_rule_pays_at_once_and_the_goal_when_it_is_looked_at() {
        passUntil("2031-07-03T01:00:00Z");
        assertThat(ada.<String>owed("period_start")).containsExactly("2031-07-02");
        assertThat(ada.cents()).containsExactly(100);

        passUntil("2031-07-04T01:00:00Z");
        passUntil("2031-07-04T03:00:00Z");

        assertThat(ada.<String>owed("period_start"))
                .containsExactlyInAnyOrder("2031-07-01", "2031-07-02", "2031-07-03");
        assertThat(ada.cents()).containsExactlyInAnyOrder(0, 100, 100);
    }

    @Test
    void days_that_have_accruals_stay_while_a_goal_waits_before_them() {
        passUntil("2031-07-03T01:00:00Z");

        var earlier = ada.tracking()
                .patch(
                        "payout-structures/" + structure + "/assignments/" + assignment,
                        Map.of("ends_on", "2031-07-01"));

        earlier.then()
                .statusCode(409)
                .body("error", equalTo("There are accruals for days up to 2031-07-02, which stay as they are"));
    }
}
