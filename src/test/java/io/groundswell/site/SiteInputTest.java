package io.groundswell.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.Api;
import io.groundswell.testing.RawHttp;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to site analytics: no 500, nothing stored, and an answer in its shape. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SiteInputTest {
    private static final int LIMIT = 1_048_576;
    private Api.Organization organization;

    @BeforeEach
    void someone() {
        organization = Api.organization();
    }

    /** Which browsers leave in a query as they are. */
    @Test
    void a_query_may_have_what_no_address_has() throws IOException {
        var head = "GET /stats?project=a|b{c}^`\\d\"e\"<f> HTTP/1.1";
        var answer = RawHttp.send(head, "X-API-Key: " + organization.aak(), new byte[0]);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(new ObjectMapper().readTree(answer.body()).path("message").textValue())
                .isEqualTo("No project is called 'a|b{c}^`\\d\"e\"<f>'");
    }

    @Test
    void a_bad_body_is_refused() throws IOException {
        var deep = "{\"name\":\"a\",\"other\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";
        for (var body : List.of(
                bytes(deep),
                bytes("{\"name\":\"a\",\"name\":\"b\"}"),
                bytes("{\"name\":\"a\"}}"),
                bytes("{\"name\":\"\\ud800\"}"),
                bytes("{\"name\":{\"a\":1}}"),
                bytes("{\"name\":1e400}"),
                bytes("{\"name\":\"a\",\"allowed_origins\":[\"https://example.com\"]}"),
                bytes("   "),
                HexFormat.of().parseHex("7b226e616d65223a22c328227d"),
                "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16))) {
            assertRefused(send("POST", "/projects", "application/json", body), 400, "INVALID_BODY");
        }
        assertRefused(send("POST", "/projects", "application/json", new byte[LIMIT + 1]), 413, "BODY_TOO_LARGE");
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense"})
    void json_is_read_whatever_it_calls_itself(String type) throws IOException {
        assertThat(send("POST", "/projects", type, bytes("{\"name\":\"a\"}")).status())
                .isEqualTo(201);
    }

    /** It stands in the tag that is copied into pages, and in a command for a terminal. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a\"></script>", "a' x='", "a b", "a&amp;b", "`id`", "$(id)", "[a](javascript:0)", "a\r\nb"})
    void a_name_that_would_have_to_be_quoted_is_refused(String name) throws IOException {
        var body = new ObjectMapper().writeValueAsBytes(Map.of("name", name));
        assertThat(send("POST", "/projects", "application/json", body).status()).isEqualTo(400);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects/%00",
                "/projects/%E4",
                "/projects/%ED%A0%80",
                "/projects/'%3B--",
                "/projects/..%2Faccount"
            })
    void a_bad_id_is_refused(String path) throws IOException {
        for (var method : List.of("GET", "DELETE")) {
            var answer = send(method, path, "application/json", new byte[0]);
            assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        }
    }

    @Test
    void a_bad_key_is_refused() throws IOException {
        for (var key : List.of("x".repeat(10_000), "aak_", "'; drop table site", "aak_" + "0".repeat(48), "é")) {
            var answer = RawHttp.send("GET /account HTTP/1.1", "X-API-Key: " + key, new byte[0]);
            assertRefused(answer, 401, "AUTH_REQUIRED");
        }
        assertRefused(
                RawHttp.send("GET /account?key=%C3%A4&key= HTTP/1.1", "Accept: */*", new byte[0]),
                401,
                "AUTH_REQUIRED");
        // No request may have it, so it is found before anybody asks for a key.
        assertRefused(
                RawHttp.send("GET /account?key=%E4&key= HTTP/1.1", "Accept: */*", new byte[0]), 400, "INVALID_BODY");
    }

    private RawHttp.Answer send(String method, String path, String type, byte[] body) throws IOException {
        var head =
                "%s %s HTTP/1.1\r\nContent-Type: %s\r\nContent-Length: %d".formatted(method, path, type, body.length);
        return RawHttp.send(head, "X-API-Key: " + organization.aak(), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(RawHttp.Answer answer, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        var body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("error").textValue()).isEqualTo(code);
        assertThat(body.path("message").textValue())
                .isNotBlank()
                .doesNotContain("jackson", "Exception", "io.groundswell");
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.header("x-request-id")).isNotNull();
    }

    private void assertNothingStored() {
        assertThat(Project.as(organization.aak()).get("/projects").<List<Object>>path("projects"))
                .isEmpty();
    }
}
