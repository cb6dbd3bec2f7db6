package io.groundswell.wire;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.Api;
import io.groundswell.testing.LogReader;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that come a byte at a time, so that there is always something to wait for. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(SlowBodyTest.Settings.class)
@Timeout(60)
class SlowBodyTest {
    private static final int THREADS = 12;
    private static final int PAUSE_MS = 100;
    /** Half a minute of pauses: whoever can send so many was not cut off. */
    private static final int MOST_BYTES = 300;

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "groundswell.wire.body-time", "2S", "quarkus.thread-pool.max-threads", Integer.toString(THREADS));
        }
    }

    @Inject
    Vertx vertx;

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final LogReader log = new LogReader(line -> {
        // Of the client that a test brings along.
        var ours = !line.getLoggerName().endsWith("HttpClientRequestImpl");
        if (ours && LogReader.isFailure(line)) {
            errors.add(line.getMessage() + " " + line.getThrown());
        }
    });

    @BeforeEach
    void readLog() {
        log.open();
    }

    @AfterEach
    void nothing_went_wrong() {
        log.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void hold_no_thread_for_longer_than_they_may() throws Exception {
        var key = Api.organization().live();
        var slow = Executors.newFixedThreadPool(THREADS);
        try {
            var cutOff = IntStream.range(0, THREADS)
                    .mapToObj(n -> slow.submit(() -> trickle("POST /v1/auth/login", "{")))
                    .toList();

            assertThat(as(key).get("/v1/auth/whoami").statusCode()).isEqualTo(200);
            for (Future<Boolean> one : cutOff) {
                assertThat(one.get()).isTrue();
            }
            assertThat(as(key).get("/v1/auth/whoami").statusCode()).isEqualTo(200);
        } finally {
            slow.shutdownNow();
        }
    }

    @Test
    void are_cut_off_where_no_thread_waits_for_them_as_well() throws IOException {
        assertThat(trickle("POST /track", "{")).isTrue();
        assertThat(trickle("POST /track/batch", "{" + " ".repeat(100_000))).isTrue();
    }

    @Test
    void are_cut_off_when_they_are_files() throws IOException {
        var tracking = Tracking.begin(Map.of());

        assertThat(trickle(toImport(tracking), "handle\n")).isTrue();
        // Of what came fast nothing is left for later.
        assertThat(trickle(toImport(tracking), "handle\n" + "ada\n".repeat(250_000)))
                .isTrue();
    }

    @Test
    void may_be_files_that_take_long_as_long_as_they_come() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var line = "ada\n".repeat(1_000);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(head(toImport(tracking), 7 + 40 * line.length()).getBytes(StandardCharsets.US_ASCII));
            out.write("handle\n".getBytes(StandardCharsets.US_ASCII));
            for (var piece = 0; piece < 40; piece++) {
                out.write(line.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(PAUSE_MS);
            }
            assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void are_cut_off_on_connections_of_http_2_as_well() throws Exception {
        var key = Api.organization().live();
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            var slow = get(client.request(HttpMethod.POST, RestAssured.port, "localhost", "/v1/auth/login"));
            slow.setChunked(true).write("{");
            var pace = vertx.setPeriodic(PAUSE_MS, next -> slow.write(" "));

            assertThatThrownBy(() -> get(slow.response())).hasRootCauseInstanceOf(HttpClosedException.class);

            vertx.cancelTimer(pace);
            HttpClientRequest other =
                    get(client.request(HttpMethod.GET, RestAssured.port, "localhost", "/v1/auth/whoami"));
            other.putHeader("Authorization", "Bearer " + key);
            assertThat(get(other.send()).statusCode()).isEqualTo(200);
        } finally {
            get(client.close());
        }
    }

    private static String toImport(Tracking tracking) {
        return "POST /api/v1/projects/%s/import\r\nContent-Type: text/csv\r\nAuthorization: Bearer %s"
                .formatted(tracking.project(), tracking.organization().tga());
    }

    private static <T> T get(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    /** @return whether the connection was closed before an answer, while bytes were still sent */
    private static boolean trickle(String request, String begin) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PAUSE_MS);
            var out = socket.getOutputStream();
            out.write((head(request, begin.length() + MOST_BYTES) + begin).getBytes(StandardCharsets.US_ASCII));
            for (var sent = 0; sent < MOST_BYTES; sent++) {
                try {
                    out.write(' ');
                    return socket.getInputStream().read() < 0;
                } catch (SocketTimeoutException nothingYet) {
                    // Goes on.
                }
            }
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static String head(String request, long length) {
        var lines = List.of(request.split("\r\n", 2));
        return lines.get(0) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length
                + (lines.size() > 1 ? "\r\n" + lines.get(1) : "") + "\r\n\r\n";
    }
}
