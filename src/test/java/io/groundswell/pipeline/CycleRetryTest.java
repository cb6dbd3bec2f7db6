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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A later cycle that failed after it was planned, and is planned again. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CycleRetryTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final String SECOND = "select count(*) from calendar_slot where cycle = 2";

    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    @Inject
    Clock clock;

    private Api.Organization organization;
    private String mission;

    /** Two weeks, of which the first is written and the second is due to be. */
    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
        Api.setClock(START);
        mission = Missions.start(organization.test(), 14, Map.of("content_types", List.of("post")));
        Api.work();
        // A day at a time, so that everything goes out when it is due
        for (var day = 0; day < 5; day++) {
            Api.setClock(START.plus(Duration.ofDays(day)).plus(Duration.ofHours(10)));
            Api.work();
        }
        Api.setClock(START.plus(Duration.ofDays(5)).plusSeconds(1));
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
    }

    private void retry(String stage) {
        Missions.status(organization.test(), mission)
                .body("pipeline.status", equalTo("failed"))
                .body("pipeline.current_stage", equalTo("content"))
                .body("pipeline.cycle", equalTo(2));
        faults.none();
        as(organization.test())
                .body(Map.of("from_stage", stage))
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(200);
        Api.work();
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "strategy"})
    void a_cycle_that_is_planned_again_covers_the_same_days(String stage) {
        // Given a plan, and nobody who writes
        faults.after(1, 1_000);
        Missions.workAndWait(clock, 6);
        var planned =
                rows.texts("select at || ' ' || platform from calendar_slot where cycle = 2 order by at, platform");
        assertThat(planned).hasSize(7);
        // When
        retry(stage);
        // Then
        assertThat(rows.texts("select at || ' ' || platform from calendar_slot where cycle = 2 order by at, platform"))
                .isEqualTo(planned);
        assertThat(rows.count("select count(*) from content where cycle = 2")).isEqualTo(planned.size());
        assertThat(rows.texts("select distinct cast(planned_for at time zone 'UTC' as date)::text from content"))
                .hasSize(14);
    }

    @Test
    void items_that_stayed_keep_their_slots_and_new_ones_come_behind_them() {
        // Given two items of the second week, which somebody approved while the third could not be written
        faults.after(5, 1_000);
        Missions.workAndWait(clock, 1);
        assertThat(rows.count("select count(*) from content where cycle = 2")).isEqualTo(2);
        var before = rows.count(SECOND);
        rows.change("update content set status = 'APPROVED', fresh = false where cycle = 2");
        var kept = rows.texts("select slot || ' ' || planned_for from content where cycle = 2 order by slot");
        Missions.workAndWait(clock, 6);
        // When
        retry("strategy");
        // Then all that was planned before is there once, and each item has its slot
        assertThat(rows.texts("select slot || ' ' || planned_for from content where cycle = 2 order by slot limit 2"))
                .isEqualTo(kept);
        assertThat(rows.count(SECOND)).isEqualTo(before);
        assertThat(rows.count("""
                select count(*) from calendar_slot s join content c on c.id = s.content_id and c.slot = s.slot
                    and c.planned_for = s.at where s.cycle = 2""")).isEqualTo(before);
        assertThat(rows.count("select count(distinct (platform, planned_for)) from content where cycle = 2"))
                .isEqualTo(before);
        assertThat(rows.count("select count(distinct number) from calendar_slot"))
                .isEqualTo(rows.count("select count(*) from calendar_slot"));
    }
}
