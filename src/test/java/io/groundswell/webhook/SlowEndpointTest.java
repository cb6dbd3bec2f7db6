package io.groundswell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endpoints take turns, so that one with a long queue, or one that is slow, holds up nobody else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlowEndpointTest {
    private static final Duration ROUND = Duration.ofSeconds(8);

    @Inject
    Claims claims;

    @Inject
    Clock clock;

    @Inject
    WebhookConfig config;

    @Inject
    Dispatcher dispatcher;

    @Inject
    ContentFixture fixture;

    @Inject
    Outbox outbox;

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        rows.clear();
        organization = Api.organization();
    }

    @AfterEach
    void close() {
        rows.clear();
    }

    private void hook(String path, String event) {
        hook(9, path, event);
    }

    private void hook(int port, String path, String event) {
        Api.as(organization.test())
                .body(Map.of("url", "http://127.0.0.1:" + port + path, "events", List.of(event)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
    }

    private void record(int times, String type) {
        var owner = new Owner(organization.id(), Mode.TEST);
        QuarkusTransaction.requiringNew().run(() -> {
            for (var event = 0; event < times; event++) {
                outbox.record(owner, type, "job_1");
            }
        });
        fixture.drain("webhook_events");
    }

    private Map<String, Long> claimed(int limit, boolean slowToo) {
        return claims.due(limit, slowToo).stream()
                .map(claim -> claim.url().replaceFirst(".*/", ""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void a_long_queue_leaves_room_for_those_that_come_later() {
        hook("/busy", "mission.paused");
        hook("/calm", "mission.resumed");
        record(100, "mission.paused");
        record(3, "mission.resumed");
        assertThat(claimed(6, true)).isEqualTo(Map.of("busy", 3L, "calm", 3L));
        assertThat(claimed(32, true)).as("eight at once, in all").isEqualTo(Map.of("busy", 5L));
        assertThat(claimed(32, true)).isEmpty();
    }

    @Test
    void a_slow_one_has_one_at_a_time_and_comes_last() {
        hook("/slow", "mission.paused");
        hook("/quick", "mission.resumed");
        record(10, "mission.paused");
        record(2, "mission.resumed");
        rows.change("update webhook set slow = true where url like '%/slow'");
        assertThat(claimed(1, true)).isEqualTo(Map.of("quick", 1L));
        assertThat(claimed(8, true)).isEqualTo(Map.of("quick", 1L, "slow", 1L));
        assertThat(claimed(8, true)).isEmpty();
    }

    @Test
    void towards_the_end_of_a_round_slow_ones_are_not_begun() {
        hook("/slow", "mission.paused");
        record(1, "mission.paused");
        rows.change("update webhook set slow = true");
        assertThat(claimed(8, false)).isEmpty();
        assertThat(claimed(8, true)).isEqualTo(Map.of("slow", 1L));
    }

    @Test
    void in_a_round_that_is_shorter_than_an_answer_may_take_slow_ones_have_the_first_half() {
        hook("/slow", "mission.paused");
        record(1, "mission.paused");
        rows.change("update webhook set slow = true");
        assertThat(config.timeout()).isGreaterThan(ROUND);

        dispatcher.run(clock.instant().plus(ROUND));

        assertThat(rows.count("select attempts from webhook_delivery")).isOne();
    }

    @Test
    void a_round_ends_while_an_endpoint_hangs_and_the_next_one_sends_to_others() throws IOException {
        // Given
        List<CompletableFuture<Integer>> hanging;
        try (var silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            hook(silent.getLocalPort(), "/hangs", "mission.paused");
            record(1, "mission.paused");
            // When
            hanging = dispatcher.begin(clock.instant().plusSeconds(1));
            var wasDone = hanging.stream().map(CompletableFuture::isDone).toList();
            hook("/quick", "mission.resumed");
            record(1, "mission.resumed");
            dispatcher.begin(clock.instant().plusSeconds(1)).forEach(CompletableFuture::join);
            // Then
            assertThat(wasDone).containsExactly(false);
            assertThat(rows.texts("select type from webhook_delivery where attempts = 1"))
                    .containsExactly("mission.resumed");
        }
        assertThat(hanging.get(0).join()).isOne();
    }

    @Test
    void an_endpoint_that_says_yes_took_the_event_though_its_answer_never_ends() throws Exception {
        try (var endless = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            hook(endless.getLocalPort(), "/in", "mission.paused");
            record(1, "mission.paused");
            var round = CompletableFuture.runAsync(() -> fixture.drain("webhook_deliveries"));
            try (var connection = endless.accept()) {
                // Before it is asked, an answer is none.
                assertThat(connection.getInputStream().read()).isEqualTo('P');
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\nthanks".getBytes());
                round.get();
            }
        }
        assertThat(rows.texts(
                        "select concat_ws(' ', status, attempts, tries -> 0 ->> 'response') from webhook_delivery"))
                .containsExactly("SUCCEEDED 1 thanks");
        assertThat(rows.texts("select concat_ws(' ', failures, slow) from webhook"))
                .containsExactly("0 f");
    }

    @Test
    void a_claim_that_ran_out_is_somebody_elses_and_its_late_outcome_is_not_written() {
        // Given
        hook("/in", "*");
        record(1, "mission.paused");
        var lost = claims.due(8, true).get(0);
        rows.change("update webhook_delivery set due_at = now() - interval '1 second'");
        var next = claims.due(8, true).get(0);
        // When
        settle(lost, 500);
        settle(next, 200);
        settle(next, 500);
        // Then
        assertThat(rows.texts("select status || attempts || jsonb_array_length(tries) from webhook_delivery"))
                .containsExactly("SUCCEEDED11");
    }

    @Inject
    Settlement settlement;

    private void settle(Claim claim, int status) {
        settlement.settle(claim, Attempt.answered(java.time.Instant.EPOCH, status, 1, ""));
    }
}
