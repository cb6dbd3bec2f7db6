package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.LogReader;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.groundswell.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that hang up in the midst of a body are no fault of the server. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(60)
class HangUpTest {
    private static final int PAUSE_MS = 200;
    private static final String SOME = "Content-Length: 100\r\n\r\n{\"a\":";

    @Inject
    Vertx vertx;

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Queue<String> hangUps = new ConcurrentLinkedQueue<>();
    private final LogReader log = new LogReader(line -> {
        if (LogReader.isFailure(line)) {
            errors.add(line.getMessage() + " " + line.getThrown());
        } else if (line.getMessage().startsWith("Nobody waits for the answer")) {
            hangUps.add(line.getMessage());
        }
    });

    @BeforeEach
    void readLog() {
        log.open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void are_counted_as_no_failures() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var bearer = "Authorization: Bearer ";
        var before = failures();
        var requests = List.of(
                "POST /v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\n" + SOME,
                "POST /review/abc HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n" + SOME,
                "POST /v1/annotations HTTP/1.1\r\n" + bearer
                        + tracking.organization().live() + "\r\n" + SOME,
                "POST /api/v1/projects/%s/import HTTP/1.1\r\nContent-Type: text/csv\r\n%s%s\r\n%s"
                        .formatted(
                                tracking.project(),
                                bearer,
                                tracking.organization().tga(),
                                SOME),
                "POST /track HTTP/1.1\r\n" + SOME,
                "POST /v1/auth/login HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /review/abc HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
        for (var request : requests) {
            hangUp(request.replaceFirst("\r\n", "\r\nHost: localhost\r\n"));
            Thread.sleep(PAUSE_MS);
            assertThat(errors).as(request).isEmpty();
        }
        Waiting.until("four of them were noticed", () -> hangUps.size() >= 4);
        assertThat(failures()).isEqualTo(before);
    }

    private static void hangUp(String request) throws IOException, InterruptedException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            // Until somebody waits for the rest.
            Thread.sleep(PAUSE_MS);
            // With a reset and not in peace.
            socket.setSoLinger(true, 0);
        }
    }

    private static List<String> failures() {
        return Api.operator()
                .get("/internal/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && line.contains("status=\"5"))
                .toList();
    }

    @Test
    void are_told_from_calls_to_others_that_fail_and_from_faults() throws Exception {
        var ofAConnection = new IllegalStateException(new SocketException("Connection reset"));
        var fault = new NumberFormatException("For input string");
        var requests = new LinkedBlockingQueue<HttpServerRequest>();
        var server = vertx.createHttpServer().requestHandler(request -> {
            request.response().setChunked(true).write("…");
            requests.add(request);
        });
        var port =
                server.listen(0).toCompletionStage().toCompletableFuture().get().actualPort();
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var request = requests.take();
            assertThat(HangUp.is(ofAConnection, request)).isFalse();
            var closed = new CountDownLatch(1);
            request.connection().closeHandler(none -> closed.countDown());
            socket.shutdownOutput();
            closed.await();
            assertThat(HangUp.is(ofAConnection, request)).isTrue();
            assertThat(HangUp.is(fault, request)).isFalse();
        } finally {
            server.close().toCompletionStage().toCompletableFuture().get();
        }
    }
}
