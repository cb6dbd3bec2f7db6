package io.groundswell.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.generation.Route;
import io.groundswell.generation.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Route ROUTE = new Route(Usage.Kind.LLM, "claude");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger calls = new AtomicInteger();
    private final Connection connection = connection();

    private Connection connection() {
        var circuit = new Circuit(3, Duration.ofSeconds(30), clock);
        var figures = new Figures(metrics);
        figures.watch(ROUTE, circuit);
        return new Connection(ROUTE, Duration.ofSeconds(1), new Telephone(), new Faults(clock), circuit, figures);
    }

    private String call(RemoteFailure.Reason reason) {
        return connection.call(connection.line(), line -> {
            calls.incrementAndGet();
            if (reason != null) {
                throw new RemoteFailure(reason, "failed", null, null);
            }
            return "answer";
        });
    }

    private void fails(RemoteFailure.Reason reason) {
        assertThatThrownBy(() -> call(reason)).isInstanceOf(RemoteFailure.class);
    }

    private void breakDown() {
        for (var time = 0; time < 3; time++) {
            fails(RemoteFailure.Reason.DOWN);
        }
    }

    @Test
    void failures_in_a_row_keep_further_calls_away_for_a_while() {
        // Given
        breakDown();
        // When
        fails(null);
        // Then
        assertThat(calls).hasValue(3);
        assertThat(connection.isReachable()).isFalse();
        assertThat(metrics.get("groundswell.provider.circuit.open").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void after_the_pause_one_call_tries_for_all() {
        // Given
        breakDown();
        now = now.plusSeconds(31);
        // When
        var answer = connection.call(connection.line(), line -> {
            fails(null);
            return call("inner");
        });
        // Then
        assertThat(answer).isEqualTo("inner");
        assertThat(calls).hasValue(3);
        assertThat(call((RemoteFailure.Reason) null)).isEqualTo("answer");
    }

    private static String call(String words) {
        return words;
    }

    @Test
    void a_trial_that_fails_keeps_the_circuit_open() {
        // Given
        breakDown();
        now = now.plusSeconds(31);
        // When
        fails(RemoteFailure.Reason.TIMEOUT);
        fails(null);
        // Then
        assertThat(calls).hasValue(4);
    }

    @Test
    void a_provider_that_answers_at_all_is_not_down() {
        // When
        fails(RemoteFailure.Reason.DOWN);
        fails(RemoteFailure.Reason.DOWN);
        fails(RemoteFailure.Reason.LIMITED);
        fails(RemoteFailure.Reason.DOWN);
        fails(RemoteFailure.Reason.DOWN);
        // Then
        assertThat(connection.isReachable()).isTrue();
        assertThat(metrics.get("groundswell.provider.calls")
                        .tag("outcome", "down")
                        .timer()
                        .count())
                .isEqualTo(4);
    }
}
