package io.groundswell.publishing.metricool;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.PublisherContract;
import io.groundswell.testing.MetricoolServer;
import io.groundswell.testing.MetricoolServer.Fault;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The promises of every network. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MetricoolContractTest extends PublisherContract {
    private final MetricoolServer metricool = MetricoolServer.current();

    @Override
    protected Platform platform() {
        return Platform.TWITTER;
    }

    @Override
    protected void connect() {
        metricool.clear();
        assertThat(as(organization.live())
                        .body(Map.of("token", "mc-token-of-brand", "blog_id", "4711"))
                        .post("/v1/connect/metricool")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void clear() {
        metricool.clear();
    }

    /** Metricool knows no references: a call without a good answer is not repeated before it can be heard no more. */
    @Override
    protected Duration recovery() {
        return Duration.ofMinutes(3);
    }

    @Override
    protected void cause(Trouble trouble) {
        switch (trouble) {
            case BROKEN -> metricool.next(Fault.BROKEN);
            case LIMITED -> metricool.next(Fault.LIMITED);
            case SLOW -> metricool.next(Fault.LATE);
            case DIES_AFTER_ACTING -> metricool.next(Fault.SILENT_AFTER_TAKING);
            case REFUSES -> metricool.next(Fault.REFUSED);
            case REFUSES_MEDIA -> metricool.refuseMedia();
            case REVOKED -> metricool.revoke("mc-token-of-brand");
        }
    }

    @Override
    protected List<String> book() {
        return metricool.planner().stream()
                .map(post -> "9" + post.path("id").asText())
                .toList();
    }
}
