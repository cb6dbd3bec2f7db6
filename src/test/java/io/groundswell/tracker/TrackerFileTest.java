package io.groundswell.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The script as pages get it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackerFileTest {
    private static final int MOST_BYTES = 6 * 1024;

    @Test
    void the_script_is_small_on_its_way() {
        assertThat(TrackerFile.read("tracker.js").zipped()).hasSizeLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void it_is_the_small_form_of_the_readable_one() {
        var small = text(TrackerFile.read("tracker.js").bytes());
        var readable = text(TrackerFile.read("tracker.src.js").bytes());

        assertThat(readable).contains("/** What we keep in the browser", "'use strict'", "sendBeacon");
        assertThat(readable).doesNotContainPattern("(?m)^(import|export) ");
        assertThat(small).contains("sendBeacon", "/experiments/config?token=").doesNotContain("/**");
        assertThat(small.length()).isLessThan(readable.length() / 2);
        assertThat(small).as("needs no character set").matches("\\p{ASCII}*");
    }

    @Test
    void anybody_gets_it_and_may_keep_it_for_an_hour() throws Exception {
        var answer = get("identity", "Origin", "https://shop.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("application/javascript"))
                .containsEntry("cache-control", List.of("public, max-age=3600"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("cross-origin-resource-policy", List.of("cross-origin"))
                .containsEntry("vary", List.of("Accept-Encoding"))
                .containsEntry("sourcemap", List.of("/tracker.js.map"))
                .doesNotContainKeys("set-cookie", "content-encoding");
        assertThat(answer.body()).isEqualTo(TrackerFile.read("tracker.js").bytes());
    }

    @Test
    void who_has_it_already_is_told_so() throws Exception {
        for (var encoding : List.of("identity", "gzip")) {
            var tag = get(encoding, "If-None-Match", "\"another\"")
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            var answer = get(encoding, "If-None-Match", tag);

            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map())
                    .containsEntry("etag", List.of(tag))
                    .containsEntry("cache-control", List.of("public, max-age=3600"));
        }
    }

    @Test
    void both_encodings_have_tags_of_their_own_and_one_integrity() throws Exception {
        var plain = get("gzip;q=0, identity", "Accept", "*/*");
        var zipped = get("br, gzip", "Accept", "*/*");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(zipped.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        var hash = MessageDigest.getInstance("SHA-384").digest(plain.body());
        assertThat(plain.headers().firstValue("X-Integrity"))
                .contains("sha384-" + Base64.getEncoder().encodeToString(hash))
                .isEqualTo(zipped.headers().firstValue("X-Integrity"));
    }

    @Test
    void pages_of_other_origins_can_read_how_long_to_wait() {
        given().header("Origin", "https://shop.example")
                .body("{}")
                .post("/track")
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", containsString("Retry-After"));
    }

    /** Another client would ask for encodings, and unpack them, by itself. */
    private static HttpResponse<byte[]> get(String encoding, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/tracker.js"))
                .header("Accept-Encoding", encoding)
                .header(header, value)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    @Test
    void debuggers_find_the_readable_script() {
        var map = given().get("/tracker.js.map");
        map.then().statusCode(200);
        assertThat(JsonPath.from(map.asString()).getInt("version")).isEqualTo(3);
        assertThat(JsonPath.from(map.asString()).getList("sources")).isEqualTo(List.of("tracker.src.js"));
        given().get("/tracker.src.js")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/javascript")
                .body(containsString("function enqueue"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
