package io.groundswell.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import io.groundswell.testing.Loopback;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses and error bodies as providers document them, over real HTTP. */
class FaultsTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private HttpServer server;
    private int status = 200;
    private String body = "{}";
    private String retryAfter;

    @BeforeEach
    void start() {
        server = Loopback.start("/", exchange -> {
            try (exchange) {
                if (retryAfter != null) {
                    exchange.getResponseHeaders().set("Retry-After", retryAfter);
                }
                exchange.getResponseHeaders().set("Location", "http://localhost:1/");
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private RemoteFailure failure() {
        return failure("http://localhost:" + server.getAddress().getPort());
    }

    private RemoteFailure failure(String server) {
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(server + "/v1/messages")
                .body("{}")
                .build();
        var line = new Line(new Telephone(), new Faults(clock), Duration.ofSeconds(5));
        return catchThrowableOfType(RemoteFailure.class, () -> line.execute(request));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_costs_nothing() throws Exception {
        // Given
        var keys = folder.resolve("keys");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var secured = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(context));
        secured.start();
        // When
        RemoteFailure failure;
        try {
            failure = failure("https://localhost:" + secured.getAddress().getPort());
        } finally {
            secured.stop(0);
        }
        // Then
        assertThat(failure.reason()).isEqualTo(RemoteFailure.Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "401, authentication_error, REJECTED",
        "403, permission_error, REJECTED",
        "404, not_found_error, REJECTED",
        "400, invalid_request_error, REJECTED",
        "400, content_policy_violation, DECLINED",
        "400, moderation_blocked, DECLINED",
        "302, moved, REJECTED",
        "408, timeout, DOWN",
        "429, rate_limit_error, LIMITED",
        "429, insufficient_quota, REJECTED",
        "500, api_error, DOWN",
        "503, unavailable, DOWN",
        "529, overloaded_error, DOWN"
    })
    void a_status_means_what_the_provider_says(int status, String code, RemoteFailure.Reason reason) {
        // Given
        this.status = status;
        body = "{\"error\": {\"type\": \"x\", \"code\": \"" + code + "\", \"message\": \"m\"}}";
        // Then
        assertThat(failure().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7000",
        "0.5, 500",
        "'Thu, 01 Jan 2026 00:01:30 GMT', 90000",
        "'Wed, 31 Dec 2025 00:00:00 GMT', ",
        "999999, 3600000",
        "soon, "
    })
    void a_wait_is_said_in_seconds_or_as_a_date(String header, Long millis) {
        // Given
        status = 429;
        retryAfter = header;
        // When
        var failure = failure().toProviderFailure("claude");
        // Then
        assertThat(failure.retryAfter()).isEqualTo(millis == null ? null : Duration.ofMillis(millis));
        assertThat(failure.isPermanent()).isFalse();
    }

    @Test
    void a_refused_key_is_not_quoted() {
        // Given
        status = 401;
        body = "{\"error\": {\"code\": \"invalid_api_key\", \"message\": \"Incorrect API key provided: sk-secret\"}}";
        // Then
        assertThat(failure().toProviderFailure("openai"))
                .hasMessage("openai refuses the API key (status 401)")
                .matches(io.groundswell.generation.ProviderFailure::isPermanent);
    }

    @Test
    void an_error_that_is_no_json_is_an_error_still() {
        // Given
        status = 502;
        body = "<html>Bad gateway</html>";
        // Then
        assertThat(failure()).hasMessage("answers with status 502");
    }

    @Test
    void nobody_there_is_known_from_an_answer_that_breaks_off() {
        // When
        stop();
        // Then
        assertThat(failure().reason()).isEqualTo(RemoteFailure.Reason.UNREACHABLE);
        assertThat(failure().mayCost()).isFalse();
    }
}
