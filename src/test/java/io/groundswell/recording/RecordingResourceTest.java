package io.groundswell.recording;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.metric.Subject;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RecordingResourceTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @Inject
    TrackedFixture things;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;
    private UUID program;
    private Subject creator;
    private Subject video;

    @BeforeEach
    void open() {
        organization = Api.organization("enterprise", Map.of("creator_requests_per_minute", -1));
        owner = new Owner(organization.id(), Mode.LIVE);
        program = things.program(owner);
        creator = things.creator(owner, program);
        video = things.video(owner, program, creator, "INCLUDED");
    }

    private Response record(Subject thing, Object... snapshots) {
        var path = thing.kind() == Subject.Kind.VIDEO ? "videos" : "creators";
        return as(organization.tga())
                .body(Map.of("snapshots", List.of(snapshots)))
                .post("/api/v1/%s/%s/snapshots".formatted(path, thing.id()));
    }

    private static Map<String, Object> views(Instant at, long views) {
        return Map.of("at", at.toString(), "views", views);
    }

    private Response recordMany(List<Map<String, Object>> items) {
        return as(organization.tga())
                .body(Map.of("items", items))
                .post("/api/v1/projects/%s/snapshots".formatted(program));
    }

    private static Map<String, Object> item(String entity, Subject thing, Object... snapshots) {
        return Map.of("entity", entity, "entity_id", thing.id(), "snapshots", List.of(snapshots));
    }

    private long kept() {
        return rows.count("select count(*) from tracked_snapshot join tracked using (id) where organization_id = '%s'"
                .formatted(organization.id()));
    }

    private long level(Subject thing, String counter) {
        return rows.count("select %s from tracked where id = '%s'".formatted(counter, thing.id()));
    }

    @Test
    void snapshots_are_counted_and_one_of_the_same_instant_replaces() {
        // When
        record(video, views(NOON, 5), views(NOON.minusSeconds(60), 3))
                .then()
                .statusCode(200)
                .body("data.recorded", equalTo(2))
                .body("error", nullValue())
                .body("meta", nullValue());
        record(video, views(NOON, 8)).then().statusCode(200).body("data.recorded", equalTo(1));
        // Then
        assertThat(kept()).isEqualTo(2);
        assertThat(level(video, "views")).isEqualTo(8);
        assertThat(level(creator, "views")).isEqualTo(8);
    }

    @Test
    void many_things_are_recorded_in_one_call() {
        recordMany(List.of(
                        item("video", video, views(NOON, 5)),
                        item("creator", creator, Map.of("at", NOON.toString(), "followers", 70)),
                        item("video", video, views(NOON.plusSeconds(1), 9))))
                .then()
                .statusCode(200)
                .body("data.recorded", equalTo(3));
        assertThat(level(video, "views")).isEqualTo(9);
        assertThat(level(creator, "followers")).isEqualTo(70);
    }

    @Test
    void snapshots_that_are_no_list_are_refused_by_their_name() {
        for (var other : List.of("{\"a\":1}", "{\"a\":null}", "{\"at\":{},\"views\":[]}", "7", "\"text\"", "null")) {
            for (var path : List.of("videos/" + video.id(), "creators/" + creator.id())) {
                refused(path, "{\"snapshots\":" + other + "}", "snapshots");
            }
            var item = "{\"entity\":\"video\",\"entity_id\":\"" + video.id() + "\",\"snapshots\":" + other + "}";
            refused("projects/" + program, "{\"items\":[" + item + "]}", "items[0].snapshots");
            refused("projects/" + program, "{\"items\":" + other + "}", "items");
            refused("projects/" + program, "{\"items\":{\"a\":" + item + "}}", "items");
        }
    }

    private void refused(String path, String body, String param) {
        as(organization.tga())
                .body(body)
                .post("/api/v1/" + path + "/snapshots")
                .then()
                .statusCode(400)
                .body("meta.issues", hasSize(1))
                .body("meta.issues[0].path", equalTo(param))
                .body("meta.issues[0].message", containsString(param + " must have at least one element"));
    }

    @Test
    void all_or_nothing_is_recorded() {
        // Given a video of another project, and one that is nowhere
        var other = things.video(owner, things.program(owner), null, "DIRECT_ADD");
        var nowhere = new Subject(Subject.Kind.VIDEO, UUID.randomUUID().toString());
        for (var missing : List.of(other, nowhere)) {
            // When
            var answer =
                    recordMany(List.of(item("video", video, views(NOON, 5)), item("video", missing, views(NOON, 5))));
            // Then
            answer.then()
                    .statusCode(404)
                    .body("error", equalTo("No such video: " + missing.id()))
                    .body("meta", nullValue());
        }
        assertThat(kept()).isZero();
    }

    @Test
    void what_nobody_may_see_has_no_snapshots() {
        // Given
        var excluded = things.video(owner, program, creator, "EXCLUDED");
        var pending = things.video(owner, program, creator, "PENDING_REVIEW");
        var strange = new Owner(Api.organization("enterprise", Map.of()).id(), Mode.LIVE);
        var theirs = things.video(strange, things.program(strange), null, "DIRECT_ADD");
        // Then
        record(excluded, views(NOON, 1)).then().statusCode(404);
        record(theirs, views(NOON, 1)).then().statusCode(404);
        record(pending, views(NOON, 1)).then().statusCode(200);
        // When
        things.change(creator, "removed_at = now()");
        // Then
        record(creator, Map.of("at", NOON.toString(), "followers", 1)).then().statusCode(404);
        record(video, views(NOON, 1)).then().statusCode(404);
        assertThat(kept()).isEqualTo(1);
        // When
        things.change(creator, "removed_at = null");
        // Then
        record(video, views(NOON, 1)).then().statusCode(200);
    }

    @Test
    void a_call_takes_a_thousand_snapshots_of_one_thing_and_five_thousand_of_many() {
        // Given
        var thousand = new ArrayList<Object>();
        for (var second = 0; second < 1_000; second++) {
            thousand.add(views(NOON.plusSeconds(second), second));
        }
        var more = new ArrayList<>(thousand);
        more.add(views(NOON.minusSeconds(1), 0));
        // Then
        record(video, thousand.toArray()).then().statusCode(200).body("data.recorded", equalTo(1_000));
        record(video, more.toArray())
                .then()
                .statusCode(400)
                .body("meta.issues", hasSize(1))
                .body("meta.issues[0].path", equalTo("snapshots"))
                .body("meta.issues[0].message", containsString("1 to 1,000"));
        // Given
        var items = new ArrayList<Map<String, Object>>();
        for (var one = 0; one < 5; one++) {
            items.add(item("video", things.video(owner, program, creator, "INCLUDED"), thousand.toArray()));
        }
        // Then
        var body = Map.of("items", items);
        var path = "/api/v1/projects/%s/snapshots".formatted(program);
        as(organization.tga()).body(body).post(path).then().statusCode(200).body("data.recorded", equalTo(5_000));
        assertThat(kept()).isEqualTo(6_000);
        items.add(item("video", video, views(NOON, 1)));
        as(organization.tga())
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("meta.issues[0].path", equalTo("items"));
    }

    @Test
    void whoever_gets_all_of_it_wrong_is_told_enough() {
        var snapshots = new ArrayList<Object>();
        for (var one = 0; one < 1_000; one++) {
            snapshots.add(Map.of("views", -1, "likes", -1));
        }
        record(video, snapshots.toArray()).then().statusCode(400).body("meta.issues", hasSize(1_000));
    }

    @Test
    void a_clock_may_be_a_little_ahead() {
        Api.setClock(NOON);
        try {
            record(video, views(NOON.plusSeconds(300), 1)).then().statusCode(200);
            record(video, views(NOON.plusSeconds(301), 1))
                    .then()
                    .statusCode(400)
                    .body("meta.issues[0].path", equalTo("snapshots[0].at"));
        } finally {
            Api.resetClock();
        }
    }

    @Test
    void the_first_snapshot_after_a_pause_only_sets_a_level() {
        // Given
        record(video, views(NOON, 10)).then().statusCode(200);
        things.change(video, "reset_pending = true");
        // When one comes that is older than what is known
        record(video, views(NOON.minusSeconds(60), 4)).then().statusCode(200);
        // Then the pause goes on
        assertThat(rows.count("select count(*) from video where reset_pending")).isEqualTo(1);
        // When
        record(video, views(NOON.plusSeconds(120), 100), views(NOON.plusSeconds(60), 90))
                .then()
                .statusCode(200);
        // Then
        assertThat(rows.count("select count(*) from video where reset_pending")).isZero();
        assertThat(rows.texts("select at::text from tracked_snapshot where reset and id = '%s'".formatted(video.id())))
                .hasSize(1)
                .allSatisfy(at -> assertThat(at).startsWith("2026-02-03 12:01:00"));
        assertThat(rows.count("select views from tracked_day where id = '%s'".formatted(video.id())))
                .isEqualTo(6 + 10);
    }

    @Test
    void a_repeat_under_an_idempotency_key_records_nothing_again() {
        for (var views : List.of(1, 2)) {
            as(organization.tga())
                    .header("Idempotency-Key", "once")
                    .body(Map.of("snapshots", List.of(views(NOON, views))))
                    .post("/api/v1/videos/%s/snapshots".formatted(video.id()))
                    .then()
                    .statusCode(200)
                    .body("data.recorded", equalTo(1));
        }
        assertThat(level(video, "views")).isEqualTo(1);
    }
}
