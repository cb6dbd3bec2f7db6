package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {
    private HttpServer server;

    @BeforeEach
    void start() {
        server = Loopback.start("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var body = """
                    {"token":"session%1$s","project_token":"of-a-site%1$s"}""".formatted(path.replaceAll("\\W", "-")).getBytes(StandardCharsets.UTF_8);
            if (path.contains("cookie")) {
                exchange.getResponseHeaders().add("Set-Cookie", "seen=1");
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(path.contains("wrong") ? 401 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        Witness.listen();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void call(boolean ofTranscript, String path) {
        var address = Loopback.address(server) + path;
        if (ofTranscript) {
            var request = HttpRequest.newBuilder(URI.create(address)).header("X-API-Key", "credential" + path);
            Player.send(request.build());
        } else {
            RestAssured.given()
                    .header("Authorization", "Bearer credential" + path)
                    .contentType("application/json")
                    .body(Map.of("password", "password" + path))
                    .post(address);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_answer_sets_a_cookie(boolean ofTranscript) {
        assertThatThrownBy(() -> call(ofTranscript, "/cookie"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seen=1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_opens_something_is_kept_in_mind(boolean ofTranscript) {
        var path = "/v1/" + ofTranscript;
        call(ofTranscript, path);
        assertThat(Secrets.in("with credential" + path)).isPresent();
        assertThat(Secrets.in("session" + path.replace('/', '-'))).isPresent();
        assertThat(Secrets.in("of-a-site" + path.replace('/', '-'))).isEmpty();
        assertThat(Secrets.in("password" + path).isPresent()).isEqualTo(!ofTranscript);
    }

    @Test
    void what_opens_nothing_is_not() {
        call(false, "/v1/wrong");
        assertThat(Secrets.in("with credential/v1/wrong")).isEmpty();
    }
}
