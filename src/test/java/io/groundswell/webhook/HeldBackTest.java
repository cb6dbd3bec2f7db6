package io.groundswell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.outbound.Call;
import io.groundswell.outbound.Outbound;
import io.groundswell.outbound.OutboundFailure;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that answers nobody has all calls that this server makes at once, and others have webhooks there, too. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HeldBackTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final int AT_ONCE = 64;
    private static final int PATIENCE_MS = 30_000;

    @Inject
    Claims claims;

    @Inject
    Clock clock;

    @Inject
    ContentFixture fixture;

    @Inject
    Outbound outbound;

    @Inject
    Outbox outbox;

    @Inject
    Rows rows;

    @Inject
    Secrets secrets;

    @Inject
    Settlement settlement;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new ArrayList<>();
    private ServerSocket host;

    @BeforeEach
    void open() throws IOException {
        Api.setClock(NOW);
        rows.clear();
        host = new ServerSocket(0, AT_ONCE, InetAddress.getLoopbackAddress());
        host.setSoTimeout(PATIENCE_MS);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        for (var connection : connections) {
            connection.close();
        }
        host.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
        Api.resetClock();
        rows.clear();
    }

    private void callInVain(int times) throws IOException {
        for (var call = 0; call < times; call++) {
            threads.execute(this::callInVain);
        }
        for (var call = 0; call < times; call++) {
            connections.add(host.accept());
        }
    }

    private void callInVain() {
        try {
            outbound.send(Call.get(URI.create("http://127.0.0.1:" + host.getLocalPort()))
                    .within(Duration.ofMillis(PATIENCE_MS)));
        } catch (OutboundFailure expected) {
            // The host never answers.
        }
    }

    private Claim claim() {
        var organization = Api.organization();
        Api.as(organization.test())
                .body(Map.of("url", "http://127.0.0.1:" + host.getLocalPort() + "/in", "events", List.of("*")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
        var owner = new Owner(organization.id(), Mode.TEST);
        QuarkusTransaction.requiringNew().run(() -> outbox.record(owner, "mission.paused", "msn_1"));
        fixture.drain("webhook_events");
        return claims.due(1, true).get(0);
    }

    private Postman postman(Duration timeout) {
        var config = new WebhookConfig() {
            @Override
            public int deliveries() {
                return 1;
            }

            @Override
            public Duration timeout() {
                return timeout;
            }
        };
        return new Postman(outbound, secrets, settlement, config, clock);
    }

    @Test
    void a_host_that_is_busy_with_others_is_called_all_the_same() throws IOException {
        callInVain(AT_ONCE / 2);
        var claim = claim();
        threads.execute(() -> postman(Duration.ofMillis(PATIENCE_MS)).deliver(claim));

        var called = host.accept();
        connections.add(called);

        var request = new String(called.getInputStream().readNBytes(15));
        assertThat(request).isEqualTo("POST /in HTTP/1");
    }

    @Test
    void what_this_server_has_no_room_for_waits_and_that_was_no_attempt() throws IOException {
        callInVain(AT_ONCE);

        postman(Duration.ofMillis(500)).deliver(claim());

        assertThat(rows.texts("""
                select concat_ws(' ', status, attempts, claim,
                                 date_trunc('minute', due_at at time zone 'UTC'), tries -> 0 ->> 'error',
                                 tries -> 0 ->> 'latency_ms')
                from webhook_delivery"""))
                .containsExactly("PENDING 0 2030-01-15 12:01:00 This server has too many calls under way 0");
        assertThat(rows.texts("select concat_ws(' ', status, failures, slow) from webhook"))
                .containsExactly("ACTIVE 0 f");
    }
}
