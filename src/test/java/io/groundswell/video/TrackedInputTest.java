package io.groundswell.video;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackedInputTest {
    private static final String METADATA =
            "{\"tiktok_handle\":\"a\",\"url\":\"" + Tracking.address(1) + "\",\"metadata\":%s}";

    @Inject
    Rows rows;

    private Tracking tracking;

    @BeforeEach
    void begin() {
        tracking = Tracking.begin(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "1",
                "{\"a\":1e999}",
                "{\"a\":\"\\u0000\"}",
                "{\"\\u0000\":1}",
                "{\"a\":[{\"b\":\"x\\u0000y\"}]}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":1,\"a\":2}"
            })
    void metadata_that_cannot_be_kept_is_refused(String metadata) {
        for (var kind : List.of("creators", "videos")) {
            var answer = tracking.post("projects/" + tracking.project() + "/" + kind, METADATA.formatted(metadata));

            assertRefused(answer, 400, "invalid_body");
            assertNothingIsStored();
        }
    }

    @ParameterizedTest
    @CsvSource({"16376, 201", "16377, 400"})
    void metadata_has_16_384_bytes_at_most(int characters, int status) {
        var metadata = "{\"a\":\"" + "x".repeat(characters) + "\"}";

        assertThat(tracking.post("projects/" + tracking.project() + "/creators", METADATA.formatted(metadata))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void metadata_comes_back_as_it_was_told() {
        var metadata = "{\"a\":[1,2.50,-3e2,true,null,{\"ä\":\"\\\"x\\\\y\\n😀\"}],\"b\":12345678901234567890,\"\":{}}";
        tracking.post("projects/" + tracking.project() + "/videos", METADATA.formatted(metadata));

        var told = tracking.get("videos").<Map<String, Object>>path("data[0].metadata");

        assertThat(told).containsOnlyKeys("a", "b", "").containsEntry("", Map.of());
        assertThat(told.get("b")).hasToString("12345678901234567890");
        assertThat((List<?>) told.get("a")).last().isEqualTo(Map.of("ä", "\"x\\y\n😀"));
    }

    @Test
    void no_more_than_50_are_taken_at_once() {
        var creators = IntStream.range(0, 51)
                .mapToObj(one -> Map.of("tiktok_handle", "c" + one))
                .toList();
        var ids = IntStream.range(0, 51).mapToObj(one -> UUID.randomUUID()).toList();
        var project = "projects/" + tracking.project();

        assertRefused(tracking.post(project + "/creators", Map.of("creators", creators)), 400, "invalid_body");
        assertRefused(tracking.post(project + "/creators/bulk-remove", Map.of("ids", ids)), 400, "invalid_body");
        assertRefused(tracking.post(project + "/creators/bulk-reenable", Map.of("ids", ids)), 400, "invalid_body");
        assertRefused(
                tracking.post(project + "/videos/bulk-tracking-disable", Map.of("ids", ids)), 400, "invalid_body");
        assertNothingIsStored();
        assertThat(tracking.post(project + "/creators", Map.of("creators", creators.subList(0, 50)))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_id_that_is_named_often_counts_once() {
        var creator = tracking.creator("ada");
        var ids = new ArrayList<>(Collections.nCopies(50, creator));
        ids.add(creator.toUpperCase(Locale.ROOT));
        var removal = "projects/" + tracking.project() + "/creators/bulk-remove";

        assertThat(tracking.post(removal, Map.of("ids", ids)).<List<String>>path("data.id"))
                .containsExactly(creator);
        ids.add("x");
        assertThat(tracking.post(removal, Map.of("ids", ids)).<List<String>>path("meta.issues.path"))
                .containsExactly("ids[51]");
    }

    @Test
    void to_exclude_what_is_excluded_changes_nothing() {
        var video = tracking.video(1);
        var exclusion = Map.of("tracking_status", "excluded");
        var first = tracking.patch("videos/" + video, exclusion);
        first.then().statusCode(200);

        var again = tracking.patch("videos/" + video, exclusion);

        again.then().statusCode(200);
        assertThat(again.<Map<String, Object>>path("data")).isEqualTo(first.path("data"));
        assertThat(tracking.patch("videos/" + video, Map.of("title", "Pasta")).statusCode())
                .isEqualTo(404);
        assertThat(tracking.patch("videos/" + UUID.randomUUID(), exclusion).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"creators\":null}",
                "{\"creators\":{}}",
                "{\"creators\":[[]]}",
                "{\"creators\":[\"a\"]}",
                "{\"creators\":[null]}",
                "{\"tiktok_handle\":\"a\\u0000\"}",
                "{\"tiktok_handle\":{\"a\":1}}",
                "{\"tiktok_handle\":\"a\",\"tracking_start_date\":\"+12026-01-01\"}",
                "{\"tiktok_handle\":\"a\",\"tracking_start_date\":20260101}",
                "{\"tiktok_handle\":\"a\",\"readme\":\"\\u0000\"}",
                "{\"url\":\"\\u0000\"}"
            })
    void a_bad_body_is_refused_and_nothing_is_stored(String body) {
        for (var kind : List.of("creators", "videos")) {
            assertRefused(tracking.post("projects/" + tracking.project() + "/" + kind, body), 400, "invalid_body");
        }
        assertNothingIsStored();
    }

    @Test
    void texts_have_limits() {
        var project = "projects/" + tracking.project();
        var long501 = String.join("", Collections.nCopies(501, "😀"));

        var creator = Map.of("tiktok_handle", "a", "display_name", "x".repeat(201), "readme", "x".repeat(20_001));
        assertThat(tracking.post(project + "/creators", creator).<List<String>>path("meta.issues.path"))
                .containsExactlyInAnyOrder("display_name", "readme");
        var video = Map.of("url", Tracking.address(1), "title", long501, "readme", "x".repeat(20_001));
        assertThat(tracking.addVideo(video).<List<String>>path("meta.issues.path"))
                .containsExactlyInAnyOrder("title", "readme");
        assertThat(tracking.get("creators?search=" + "x".repeat(201)).statusCode())
                .isEqualTo(400);
        assertNothingIsStored();
    }

    @ParameterizedTest
    @CsvSource({"_, 1", "%, 0", "A_, 1", "@a, 1", "b, 0", "'', 1", "\\, 0"})
    void a_search_finds_what_it_says_and_no_pattern(String search, int found) {
        tracking.creator("a_c");

        var answer =
                as(tracking.organization().tga()).queryParam("search", search).get("/api/v1/creators");

        assertThat(answer.<List<String>>path("data.id")).hasSize(found);
    }

    private void assertNothingIsStored() {
        assertThat(tracking.count(rows, "select count(*) from creator where organization_id = :organization"))
                .isZero();
        assertThat(tracking.count(rows, "select count(*) from video where organization_id = :organization"))
                .isZero();
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("meta.code")).as(answer.asString()).isEqualTo(code);
        assertThat(answer.<String>path("error")).isNotBlank().doesNotContain("io.groundswell", "jackson", "SQL");
    }
}
