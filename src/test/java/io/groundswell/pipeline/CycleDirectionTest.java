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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mission may be changed at any time; what it is made of changes from one cycle to the next. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CycleDirectionTest {
    private static final String TOMATOES =
            "select count(*) from content where cycle = %d and copy::text ilike '%%tomatoes%%'";

    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    @Inject
    Clock clock;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
    }

    @Test
    void objectives_that_change_within_a_cycle_are_written_about_from_the_next() {
        // Given
        var mission = Missions.start(organization.test(), 14, Map.of("tone", "friendly"));
        faults.meanwhileAfter(3, () -> change(mission));
        // When
        Api.work();
        // Then
        assertThat(faults.areOver()).isTrue();
        as(organization.test()).get("/v1/missions/" + mission).then().body("constraints.tone", equalTo("witty"));
        assertThat(rows.count(TOMATOES.formatted(1))).isZero();
        assertThat(rows.texts("select distinct metadata ->> 'tone' from content where cycle = 1"))
                .containsExactly("friendly");
        // When
        Api.setClock(clock.instant().plus(Duration.ofDays(6)));
        Api.work();
        // Then
        Missions.status(organization.test(), mission).body("pipeline.cycle", equalTo(2));
        assertThat(rows.count(TOMATOES.formatted(2))).isPositive();
        assertThat(rows.texts("select distinct metadata ->> 'tone' from content where cycle = 2"))
                .containsExactly("witty");
    }

    private void change(String mission) {
        as(organization.test())
                .body(Map.of(
                        "objectives",
                        List.of("Teach people to grow tomatoes on a balcony"),
                        "constraints",
                        Map.of("tone", "witty")))
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);
    }
}
