package io.groundswell.upload;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Tracking;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** What was answered to a file. */
record Sent(Response answer) {
    static final String HEAD = "type,handle,display_name,video_url,title,at,views,likes,followers,baseline\n";

    static Sent to(Tracking tracking, String file) {
        return to(tracking, file.getBytes(UTF_8));
    }

    static Sent to(Tracking tracking, byte[] file) {
        return new Sent(given().header(
                        "Authorization", "Bearer " + tracking.organization().tga())
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/projects/" + tracking.project() + "/import"));
    }

    Sent counts(String part, int added, int known) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path("data." + part))
                .as(part)
                .isEqualTo(Map.of("added", added, "known", known));
        return this;
    }

    int number(String path) {
        return answer.path("data." + path);
    }

    boolean isComplete() {
        return answer.path("data.complete");
    }

    List<String> refusals() {
        return answer.<List<Map<String, Object>>>path("data.refusals").stream()
                .map(one -> one.get("line") + " " + one.get("message"))
                .toList();
    }
}
