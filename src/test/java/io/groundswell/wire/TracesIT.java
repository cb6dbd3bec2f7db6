package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Loopback;
import io.groundswell.testing.RunningServer;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces gets from the server as it is shipped. */
class TracesIT {
    @TempDir
    Path data;

    @Test
    void spans_have_no_secrets_of_addresses() throws Exception {
        var received = new ConcurrentLinkedQueue<String>();
        var collector = Loopback.start("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        try (var server = RunningServer.start(
                data,
                "quarkus.otel.sdk.disabled=false",
                "quarkus.otel.exporter.otlp.protocol=http/protobuf",
                "quarkus.otel.exporter.otlp.endpoint=" + Loopback.address(collector),
                "quarkus.otel.bsp.schedule.delay=PT0.1S")) {
            var key = server.credential("AAK_API_KEY");
            RestAssured.given()
                    .baseUri(server.url())
                    .get("/account?key=" + key)
                    .then()
                    .statusCode(200);
            RestAssured.given()
                    .baseUri(server.url())
                    .get("/review/guessedtoken")
                    .then()
                    .statusCode(404);
            RestAssured.given()
                    .baseUri(server.url())
                    .header("X-API-Key", key)
                    .get("/projects/prj_none/users/adalovelace")
                    .then()
                    .statusCode(404);
            RestAssured.given()
                    .baseUri(server.url())
                    .header("X-Forwarded-For", "203.0.113.77")
                    .header("User-Agent", "Mozilla/5.0 visitorsown")
                    .body("{\"token\":\"aat_none\",\"event\":\"signup\"}")
                    .post("/track")
                    .then()
                    .statusCode(401);
            var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!List.of("/review/{token}", "/account", "/users/{user_id}", "/track").stream()
                    .allMatch(route -> received.stream().anyMatch(spans -> spans.contains(route)))) {
                assertThat(System.nanoTime()).as(received.toString()).isLessThan(patience);
                LockSupport.parkNanos(50_000_000);
            }
            assertThat(received)
                    .anyMatch(spans -> spans.contains("REDACTED"))
                    .noneMatch(spans -> spans.contains(key))
                    .noneMatch(spans -> spans.contains("guessedtoken"))
                    .noneMatch(spans -> spans.contains("adalovelace"))
                    .noneMatch(spans -> spans.contains("203.0.113.77"))
                    .noneMatch(spans -> spans.contains("visitorsown"));
        } finally {
            collector.stop(0);
        }
    }
}
