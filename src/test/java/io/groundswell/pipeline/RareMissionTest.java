package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** Missions that post less often than a cycle begins, or as often. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RareMissionTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final int CYCLES = 4;

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
        Api.setClock(START);
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    /** A day at a time, so that everything goes out when it is due, until the last of the cycles is planned. */
    private String live(String cadence) {
        var mission = Missions.start(organization.test(), 28, Map.of("cadence", cadence));
        Api.work();
        for (var day = 0; day < 7 * CYCLES - 8; day++) {
            Api.setClock(START.plus(Duration.ofDays(day)).plus(Duration.ofHours(10)));
            Api.work();
        }
        Missions.status(organization.test(), mission)
                .body("pipeline.cycle", equalTo(CYCLES))
                .body("pipeline.progress_percent", equalTo(100));
        return mission;
    }

    @Test
    void a_post_a_week_is_not_always_about_the_same_pillar_and_of_the_same_type() {
        // When
        live("weekly");
        // Then
        assertThat(rows.count("select count(*) from calendar_slot")).isEqualTo(CYCLES);
        assertThat(rows.count("select count(distinct pillar) from calendar_slot"))
                .isGreaterThan(1);
        assertThat(rows.count("select count(distinct type) from calendar_slot where platform = 'TWITTER'"))
                .isGreaterThan(1);
    }

    @Test
    void cycles_without_a_slot_are_not_paid_for() {
        // When
        var mission = live("monthly");
        // Then
        assertThat(rows.count("select count(*) from calendar_slot")).isOne();
        assertThat(rows.texts("select reference from ledger_entry where stage = 'strategy'"))
                .singleElement()
                .asString()
                .contains(":plan:1:");
        as(organization.test())
                .get("/v1/missions/" + mission + "/pipeline")
                .then()
                .body("stages.find { it.stage == 'strategy' }.output.posts_planned", equalTo(0))
                .body("stages.find { it.stage == 'strategy' }.output.content_pillars.size()", equalTo(0));
    }
}
