package io.groundswell.series;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.groundswell.series.World.Campaign;
import io.groundswell.series.World.Creator;
import io.groundswell.series.World.Item;
import io.groundswell.series.World.Snap;
import io.groundswell.series.World.Video;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that can be worked out by hand. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AnswersTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Inject
    AgroalDataSource database;

    private final UUID video = UUID.randomUUID();

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private static Snap views(String at, long views) {
        return new Snap(Instant.parse(at), false, Map.of("views", views));
    }

    /** The example of the contract. */
    private Programme example(int days) {
        var programme = Programme.keeping(UTC, days);
        var world = new World();
        world.add(new Video(
                video,
                null,
                null,
                "https://example.com/1",
                "direct_add",
                null,
                List.of(
                        views("2026-02-03T09:00:00Z", 40),
                        views("2026-02-04T09:00:00Z", 65),
                        views("2026-02-06T09:00:00Z", 60),
                        views("2026-02-07T09:00:00Z", 90))));
        new WorldFixture(database, programme.owner(), UTC).write(world);
        Api.setClock(Instant.parse("2026-02-10T12:34:56.789Z"));
        return programme;
    }

    private Map<String, Object> asked(Object... more) {
        var parameters = new HashMap<String, Object>(Map.of("entity", "video", "entity_id", video, "metric", "views"));
        for (var at = 0; at < more.length; at += 2) {
            parameters.put((String) more[at], more[at + 1]);
        }
        return parameters;
    }

    private static List<Object> values(Programme programme, Map<String, Object> parameters) {
        return programme.ask(parameters).then().statusCode(200).extract().path("data.series[0].points.value");
    }

    @Test
    void the_example_of_the_contract_comes_to_what_it_says() {
        var programme = example(-1);
        var range = asked("from", "2026-02-02", "to", "2026-02-08");

        assertThat(values(programme, range)).isEqualTo(Arrays.asList(null, 0, 25, null, 0, 30, null));
        range.put("mode", "cumulative");
        assertThat(values(programme, range)).isEqualTo(Arrays.asList(null, 40, 65, 65, 60, 90, 90));
        range.put("tz", "Pacific/Kiritimati");
        assertThat(values(programme, range)).isEqualTo(Arrays.asList(null, 40, 65, 65, 60, 90, 90));
    }

    @Test
    void an_answer_has_the_shape_of_the_contract() {
        example(-1)
                .ask(asked("granularity", "week", "from", "2026-02-02"))
                .then()
                .statusCode(200)
                .body("keySet()", contains("data", "error", "meta"))
                .body(
                        "data.keySet()",
                        contains(
                                "series",
                                "compare_series",
                                "breakdown_series",
                                "baselines",
                                "annotations",
                                "partial_bucket",
                                "first_data_date",
                                "tier_retention_days"))
                .body(
                        "data.series[0].keySet()",
                        contains("entity_ref", "metric", "unit", "mode", "granularity", "timezone", "points"))
                .body("data.series[0].entity_ref.label", equalTo("https://example.com/1"))
                .body(
                        "data.series[0].points",
                        contains(Map.of("bucket_start", "2026-02-02", "value", 55), nothing("2026-02-09")))
                .body(
                        "data.baselines",
                        contains(Map.of(
                                "entity_id", video.toString(),
                                "snapshot_at", "2026-02-03T09:00:00Z",
                                "reason", "tracking_started")))
                .body("data.first_data_date", equalTo("2026-02-04"))
                .body("data.partial_bucket.bucket_start", equalTo("2026-02-09"))
                .body("data.partial_bucket.bucket_end", equalTo("2026-02-15"))
                .body("data.partial_bucket.as_of", matchesPattern("2026-02-10T12:3\\d:\\d\\d\\.\\d{3}Z"))
                .body("data.tier_retention_days", nullValue())
                .body("meta", equalTo(Map.of("cache_ttl_seconds", 300, "cached", false)));
    }

    private static Map<String, Object> nothing(String start) {
        var point = new HashMap<String, Object>();
        point.put("bucket_start", start);
        point.put("value", null);
        return point;
    }

    @Test
    void a_range_has_so_many_days_at_most() {
        // From the 4th of February 2016 to the 10th of February 2026 there are 3,660 days.
        var forever = example(-1);
        forever.ask(asked("from", "2016-02-04", "granularity", "year")).then().statusCode(200);
        forever.ask(asked("from", "2016-02-03"))
                .then()
                .statusCode(400)
                .body("meta.code", equalTo("invalid_params"))
                .body("meta.issues.path", contains("from"))
                .body("meta.issues.message", contains("from must be at most 3,659 days before to"));
        // What is not there is not found first.
        forever.ask(asked("from", "2016-02-03", "entity_id", UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @Test
    void a_plan_that_reaches_back_for_longer_tells_it_in_several_answers() {
        var programme = example(4_000);

        programme
                .ask(asked("from", "2016-02-03", "to", "2026-02-09"))
                .then()
                .statusCode(200)
                .body("data.series[0].points", hasSize(3_660));
        programme.ask(asked("from", "2016-02-03")).then().statusCode(400).body("meta.issues.path", contains("from"));
        programme
                .ask(asked("from", "1990-01-01"))
                .then()
                .statusCode(402)
                .body("meta.code", equalTo("retention_exceeded"));
    }

    @Test
    void a_plan_reaches_back_to_the_day_and_no_further() {
        var programme = example(7);

        programme.ask(asked("from", "2026-02-03")).then().statusCode(200).body("data.tier_retention_days", equalTo(7));
        programme
                .ask(asked("from", "2026-02-02"))
                .then()
                .statusCode(402)
                .body("data", nullValue())
                .body(
                        "meta",
                        equalTo(Map.of(
                                "code",
                                "retention_exceeded",
                                "tier_retention_days",
                                7,
                                "oldest_allowed",
                                "2026-02-03")));
        // What it is compared with may be older.
        programme
                .ask(asked("from", "2026-02-03", "compare", "prior_period"))
                .then()
                .statusCode(200);
        // And what is not there is not found first.
        programme
                .ask(asked("from", "2026-02-02", "entity_id", UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("meta", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"video", "creator", "campaign"})
    void what_belongs_to_others_is_not_there(String entity) {
        var creator = UUID.randomUUID();
        var campaign = UUID.randomUUID();
        var ours = Programme.in(UTC);
        var world = new World();
        world.add(new Creator(creator, "ours", false, List.of()));
        world.add(new Video(video, creator, "Ours", "https://example.com/1", "included", null, List.of()));
        world.add(new Campaign(campaign, "Ours", List.of(new Item("video", video))));
        new WorldFixture(database, ours.owner(), UTC).write(world);
        var id =
                Map.of("video", video, "creator", creator, "campaign", campaign).get(entity);
        var question = Map.of("entity", entity, "entity_id", id, "metric", "views");
        ours.ask(question).then().statusCode(200);

        Programme.in(UTC)
                .ask(question)
                .then()
                .statusCode(404)
                .body("error", equalTo("No such %s: %s".formatted(entity, id)))
                .body("meta", nullValue());
    }

    @Test
    void a_file_has_a_name_and_failures_of_files_are_json() {
        var programme = example(-1);

        programme
                .ask(asked("format", "csv", "from", "2026-02-07"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"analytics_video_views_2026-02-07_2026-02-10.csv\"");
        programme
                .ask(asked("format", "csv", "entity_id", "42"))
                .then()
                .statusCode(400)
                .body("meta.issues.path", contains("entity_id"));
    }

    @Test
    void a_long_way_through_campaigns_and_many_ways_at_once_come_to_each_video_once() {
        // Given 40 layers of two campaigns that hold both of the next layer: 2^40 ways to one video
        var programme = Programme.in(UTC);
        var world = new World();
        world.add(new Video(
                video,
                null,
                "Clip",
                "https://example.com/1",
                "direct_add",
                null,
                List.of(views("2026-02-03T09:00:00Z", 40), views("2026-02-04T09:00:00Z", 65))));
        var below = List.of(new Item("video", video));
        var top = UUID.randomUUID();
        for (var layer = 0; layer < 40; layer++) {
            var here = new ArrayList<Item>();
            for (var one = 0; one < 2; one++) {
                var id = UUID.randomUUID();
                world.add(new Campaign(id, "Layer", below));
                here.add(new Item("campaign", id));
            }
            below = List.copyOf(here);
        }
        world.add(new Campaign(top, "Top", below));
        new WorldFixture(database, programme.owner(), UTC).write(world);
        Api.setClock(Instant.parse("2026-02-05T00:00:00Z"));
        // Then
        programme
                .ask(Map.of("entity", "campaign", "entity_id", top, "metric", "views", "granularity", "year"))
                .then()
                .statusCode(200)
                .body("data.series[0].points.value", contains(25));
        programme.ask(asked()).then().statusCode(200).body("data.annotations", empty());
    }

    @Test
    void the_endpoints_are_described_by_a_document_of_their_own() {
        as(Programme.in(UTC).organization().tga())
                .get("/api/v1/analytics/schema")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("info.version", equalTo("1.4.0"))
                .body("paths.keySet()", hasItems("/api/v1/analytics", "/api/v1/analytics/schema"))
                .body("paths.keySet().findAll { !it.startsWith('/api/v1/analytics') }", empty())
                .body(
                        "paths.'/api/v1/analytics'.get.parameters.name",
                        hasItems("entity", "entity_ids", "bucket_days", "hide_auto"))
                .body("components.schemas.keySet()", hasItems("AnalyticsAnswer", "AnalyticsData"))
                .body("components.schemas.keySet().findAll { it.startsWith('Project') }", empty());
    }
}
