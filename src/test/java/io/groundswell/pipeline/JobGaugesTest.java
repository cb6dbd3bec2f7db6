package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see each job in the state that it is in, and for how long the longest one has waited. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class JobGaugesTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    JobGauges gauges;

    @Inject
    MeterRegistry meters;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    @BeforeEach
    void begin() {
        rows.clear();
        Api.setClock(NOW);
    }

    @AfterEach
    void end() {
        rows.clear();
        gauges.run(clock.instant());
        Api.resetClock();
    }

    @Test
    void jobs_are_told_by_state() {
        // Given
        var key = Api.organization().test();
        var waiting = Missions.start(key, Map.of());
        var held = Missions.start(key, Map.of());
        var later = Missions.start(key, Map.of());
        var failed = Missions.start(key, Map.of());
        var paused = Missions.start(key, Map.of());
        as(key).post("/v1/missions/" + paused + "/pause").then().statusCode(200);
        change(waiting, "due_at = due_at - interval '90 seconds'");
        change(held, "status = 'RUNNING', locked_by = 'w', locked_until = due_at + interval '60 seconds'");
        change(later, "due_at = due_at + interval '1 hour'");
        change(failed, "status = 'FAILED'");
        // When
        gauges.run(clock.instant());
        // Then
        assertThat(Stream.of("waiting", "held", "later", "failed", "paused"))
                .allSatisfy(state -> assertThat(meters.get("groundswell.pipeline.jobs")
                                .tag("state", state)
                                .gauge()
                                .value())
                        .as(state)
                        .isEqualTo(1));
        assertThat(oldest()).isBetween(90.0, 120.0);
    }

    @Test
    void nothing_waits_once_the_work_is_done() {
        // Given
        var mission = Missions.start(Api.organization().test(), Map.of());
        change(mission, "due_at = due_at - interval '90 seconds'");
        gauges.run(clock.instant());
        assertThat(oldest()).isBetween(90.0, 120.0);
        // When
        change(mission, "status = 'COMPLETED'");
        gauges.run(clock.instant());
        // Then
        assertThat(oldest()).isZero();
        assertThat(meters.get("groundswell.pipeline.jobs")
                        .tag("state", "waiting")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void jobs_of_a_suspended_organization_wait_for_no_worker() {
        // Given
        Missions.start(Api.organization().test(), Map.of());
        rows.change("update organization set status = 'SUSPENDED'");
        rows.change("update pipeline_job set due_at = due_at - interval '90 seconds'");
        // When
        gauges.run(clock.instant());
        // Then
        assertThat(oldest()).isZero();
        assertThat(jobs("waiting")).isZero();
        assertThat(jobs("paused")).isOne();
    }

    private double jobs(String state) {
        return meters.get("groundswell.pipeline.jobs")
                .tag("state", state)
                .gauge()
                .value();
    }

    private double oldest() {
        return meters.get("groundswell.pipeline.oldest.seconds").gauge().value();
    }

    private void change(String mission, String assignments) {
        rows.change("update pipeline_job set %s where mission_id = '%s'".formatted(assignments, mission));
    }
}
