package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentService;
import io.groundswell.performance.Collector;
import io.groundswell.performance.Performance;
import io.groundswell.publishing.sandbox.MetricFaults;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Mapped;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that does not tell a post's counters for long. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlowNetworkTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    MetricFaults faults;

    @Inject
    Leases leases;

    @Inject
    Collector collector;

    @Inject
    Performance performance;

    @Inject
    ContentService contents;

    @Inject
    StageEvents events;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private final Heartbeat heartbeat =
            new Heartbeat(Mapped.of(PipelineConfig.class, Map.of("groundswell.pipeline.lease", "0.08S")));

    @BeforeEach
    void begin() {
        rows.clear();
        Api.setClock(NOW);
    }

    @AfterEach
    void end() {
        heartbeat.stop();
        faults.clear();
        Api.resetClock();
    }

    @Test
    void the_lease_of_a_stage_that_measures_is_renewed_meanwhile() {
        // Given
        var organization = Api.organization();
        var owner = new Owner(organization.id(), Mode.TEST);
        var mission = Missions.start(organization.test(), Map.of());
        Api.work();
        var post = Missions.content(organization.test(), mission).get(0).get("id");
        as(organization.test())
                .body(Map.of("content_id", post))
                .post("/v1/publish")
                .then()
                .statusCode(200);
        rows.change("update post_watch set due_at = '%s'".formatted(NOW.minusSeconds(60)));
        rows.change("update pipeline_job set status = 'RUNNING', locked_by = 'worker', locked_until = '%s'"
                .formatted(NOW.plusSeconds(90)));
        var job = rows.texts("select id from pipeline_job").get(0);
        faults.meanwhile(() -> {
            Api.setClock(NOW.plusSeconds(60));
            awaitRenewed();
        });
        // When
        new AnalyticsStage(leases, heartbeat, collector, performance, contents, events, clock)
                .step(new Lease("worker", job, mission, owner));
        // Then
        assertThat(rows.count(
                        "select count(*) from post_watch where claim is null and due_at > '%s' and content_id = '%s'"
                                .formatted(NOW, post)))
                .isOne();
    }

    private void awaitRenewed() {
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (rows.count("select count(*) from pipeline_job where locked_until > '%s'".formatted(NOW.plusSeconds(120)))
                == 0) {
            assertThat(System.nanoTime()).as("The lease is not renewed").isLessThan(patience);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
