package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.database.EmbeddedDatabase;
import io.groundswell.testing.Postmaster;
import io.groundswell.testing.RunningServer;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What collectors of logs read from the server as it is shipped. */
class LogsIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @Test
    void lines_tell_of_unsafe_settings_and_carry_the_id_and_the_trace_of_a_request() {
        // Nobody listens there: what cannot be sent must not be in the way of requests.
        try (var database = EmbeddedDatabase.start(elsewhere);
                var server = RunningServer.on(
                        database.jdbcUrl(),
                        database.password(),
                        data,
                        "groundswell.sandbox.live=true",
                        "quarkus.otel.sdk.disabled=false",
                        "quarkus.otel.exporter.otlp.endpoint=http://localhost:9")) {
            // Told at the start
            assertThat(unsafeSettings(server))
                    .containsExactly("groundswell.sandbox.live", "groundswell.wire.public-url");
            // Given
            var key = server.credential("AMP_TEST_KEY");
            Postmaster.of(elsewhere).kill();
            // When
            RestAssured.given()
                    .baseUri(server.url())
                    .header("Authorization", "Bearer " + key)
                    .header("X-Request-ID", "asked-for-by-name")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .get("/v1/missions")
                    .then()
                    .statusCode(503);
            // Then
            var line = server.log()
                    .lines()
                    .filter(text -> text.startsWith("{") && text.contains("asked-for-by-name"))
                    .map(LogsIT::json)
                    .findFirst();
            assertThat(line).as(server.log()).isPresent();
            assertThat(line.get().at("/mdc/requestId").asText()).isEqualTo("asked-for-by-name");
            assertThat(line.get().at("/mdc/traceId").asText()).isEqualTo(TRACE);
            assertThat(line.get().path("level").asText()).isEqualTo("WARN");
        }
    }

    private static List<String> unsafeSettings(RunningServer server) {
        return server.log()
                .lines()
                .filter(text -> text.startsWith("{"))
                .map(line -> json(line).path("message").asText())
                .filter(message -> message.startsWith("Unsafe setting: "))
                .map(message -> message.split(": ")[1])
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }
}
