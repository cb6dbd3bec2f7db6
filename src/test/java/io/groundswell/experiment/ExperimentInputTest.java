package io.groundswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.RawHttp;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to experiments: no 500, nothing stored, and an answer in the shape of site analytics. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExperimentInputTest extends SiteOnFriday {
    private static final String REST = ",\"goal_event\":\"g\",\"project\":\"shop\",\"name\":\"x\"}";
    private static final int LIMIT = 1_048_576;

    @Test
    void a_bad_body_is_refused() throws IOException {
        for (var variants : List.of(
                "[".repeat(1_000) + "]".repeat(1_000),
                "[1e400,2]",
                "{\"a\":{\"b\":[]}}",
                "[\"a\",\"\\ud800\"]",
                "[\"a\",\"b\\u0000\"]",
                "[[],[]]",
                "[" + "\"a\",".repeat(50_000) + "\"b\"]",
                "[\"a\",\"b\"],\"variants\":[\"c\",\"d\"]",
                "[\"a\",\"b\"],\"weights\":[1e9,-1e9]",
                "[\"a\",\"b\"],\"weights\":[0x32,50]")) {
            assertRefused(post(("{\"variants\":" + variants + REST).getBytes(StandardCharsets.UTF_8)), 400);
        }
        assertRefused(post("{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16)), 400);
        assertRefused(post(HexFormat.of().parseHex("7b226e616d65223a22c328227d")), 400);
        assertRefused(post(new byte[LIMIT + 1]), 413);
        assertThat(site.ask("/experiments").getList("experiments")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%E4", "%ED%A0%80", "'%3B--", "..%2Fconfig", "exp_", "%F0%9F%A6%86"})
    void a_bad_id_or_token_is_refused(String text) throws IOException {
        for (var method : List.of("GET", "DELETE", "PATCH")) {
            var body = method.equals("PATCH") ? "{\"status\":\"paused\"}" : "";
            var answer = send(method, "/experiments/" + text, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        }
        var config = send("GET", "/experiments/config?token=" + text, new byte[0]);
        assertThat(config.status()).as(config.toString()).isIn(200, 400);
    }

    private RawHttp.Answer post(byte[] body) throws IOException {
        return send("POST", "/experiments", body);
    }

    private RawHttp.Answer send(String method, String path, byte[] body) throws IOException {
        var head =
                "%s %s HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: %d".formatted(method, path, body.length);
        return RawHttp.send(head, "X-API-Key: " + site.organization().aak(), body);
    }

    private static void assertRefused(RawHttp.Answer answer, int status) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        var body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("error").textValue()).isNotBlank();
        assertThat(body.path("message").textValue()).isNotBlank().doesNotContain("jackson", "Exception");
    }
}
