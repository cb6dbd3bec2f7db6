package io.groundswell.work;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.MailServer;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.webhook.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds that claim one thing after the other. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StoppedRoundsTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final List<String> ROUNDS =
            List.of("export_mails", "exports", "webhook_deliveries", "webhook_events");

    @Inject
    ContentFixture fixture;

    @Inject
    Outbox outbox;

    @Inject
    Rows rows;

    @Inject
    @Any
    Instance<Round> rounds;

    @Inject
    Clock clock;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        MailServer.current().up();
        organization = Api.organization("pro", Map.of());
    }

    @AfterEach
    void close() {
        Api.resetClock();
        rows.clear();
    }

    private void event() {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.record(new Owner(organization.id(), Mode.TEST), "mission.paused", "msn_1"));
    }

    private void export() {
        as(organization.test())
                .body(Map.of("format", "json", "email_to", "ada@example.com"))
                .post("/v1/analytics/export")
                .then()
                .statusCode(201);
    }

    private int done(String name) {
        return rounds.stream()
                .filter(round -> round.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(NOW.plusSeconds(60));
    }

    @Test
    void claim_nothing_once_the_server_stops() {
        // Given something for each of them
        as(organization.test())
                .body(Map.of("url", "http://127.0.0.1:9/in", "events", List.of("*")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
        event();
        fixture.drain("webhook_events");
        event();
        export();
        fixture.drain("exports");
        export();
        // When
        var stopping = new Stopping(clock);
        stopping.onStop(null);
        QuarkusMock.installMockForType(stopping, Stopping.class);
        // Then
        assertThat(ROUNDS).allSatisfy(name -> assertThat(done(name)).isZero());
        QuarkusMock.installMockForType(new Stopping(clock), Stopping.class);
        assertThat(ROUNDS).allSatisfy(name -> assertThat(done(name)).isPositive());
    }
}
