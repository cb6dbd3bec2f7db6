package io.groundswell.wire;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One resource may be reached by several spellings of its address, and each has the headers of its contract. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SpelledAddressTest {
    private static final List<String> NAMES =
            List.of("Cache-Control", "Content-Security-Policy", "Referrer-Policy", "Access-Control-Allow-Origin");

    private static List<String> headers(String method, String path) {
        var answer = ask(method, path);
        return NAMES.stream().map(answer::header).toList();
    }

    private static Response ask(String method, String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Origin", "https://elsewhere.example")
                .request(method, path);
    }

    @Test
    void another_spelling_has_the_headers_of_the_plain_one() {
        for (var plain : List.of("/v1/tenant", "/api/v1/projects", "/internal/tick", "/review/none", "/projects")) {
            for (var spelled : List.of("/" + plain, "/%" + Integer.toHexString(plain.charAt(1)) + plain.substring(2))) {
                for (var method : List.of("GET", "OPTIONS")) {
                    assertThat(headers(method, spelled))
                            .as(method + " " + spelled)
                            .isEqualTo(headers(method, plain));
                }
            }
        }
    }

    @Test
    void a_body_may_be_as_large_by_any_of_them() {
        var tracking = Tracking.begin(Map.of());
        var project = "/api/v1/projects/" + tracking.project();
        var file = "handle,display_name\n" + ("ada," + "x".repeat(60_000) + "\n").repeat(100);
        var snapshots = "[\"" + "x".repeat(1_500_000) + "\"]";
        for (var path : List.of(project, "/" + project, "/%61" + project.substring(2))) {
            assertThat(send(tracking, path + "/import", "text/csv", file).<Integer>path("data.refused"))
                    .as(path)
                    .isEqualTo(100);
            var answer = send(tracking, path + "/snapshots", "application/json", snapshots);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
        }
    }

    private static Response send(Tracking tracking, String path, String type, String body) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + tracking.organization().tga())
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType(type)
                .body(body.getBytes(US_ASCII))
                .post(path);
    }

    @Test
    void a_page_that_people_open_has_its_policy_by_any_of_them() {
        for (var path : List.of("/review/none", "//review/none", "/%72eview/none")) {
            assertThat(ask("GET", path).header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'");
        }
    }
}
