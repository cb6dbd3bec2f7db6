package io.groundswell.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.RunningServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A load balancer learns at once that the server stops, and who waits for an answer gets it. */
class StoppingIT {
    private static final String BODY = "{\"name\":\"b\"}";

    @TempDir
    Path data;

    @Test
    @Timeout(600)
    void it_is_not_ready_any_more_while_it_answers_those_who_wait() throws Exception {
        try (var server = RunningServer.start(data);
                var waiting = new Socket("localhost", URI.create(server.url()).getPort())) {
            // Given
            send(
                    waiting,
                    "POST /v1/onboard HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + server.credential("AMP_TEST_KEY")
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + BODY.length() + "\r\n\r\n");
            send(waiting, BODY.substring(0, 1));
            assertThat(ready(server).statusCode()).isEqualTo(200);
            // When
            server.beginToStop();
            while (ready(server).statusCode() == 200) {
                Thread.sleep(20);
            }
            // Then
            ready(server).then().statusCode(503).body("status", equalTo("stopping"));
            send(waiting, BODY.substring(1));
            assertThat(new String(waiting.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201");
        }
    }

    private static void send(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static Response ready(RunningServer server) {
        return RestAssured.given().baseUri(server.url()).get("/ready");
    }
}
