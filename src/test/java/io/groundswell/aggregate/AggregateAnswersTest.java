package io.groundswell.aggregate;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.groundswell.metric.Sample;
import io.groundswell.recording.RecordingService;
import io.groundswell.series.Programme;
import io.groundswell.series.World;
import io.groundswell.series.World.Campaign;
import io.groundswell.series.World.Creator;
import io.groundswell.series.World.Item;
import io.groundswell.series.World.Snap;
import io.groundswell.series.World.Video;
import io.groundswell.series.WorldFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that can be worked out by hand. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AggregateAnswersTest {
    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");

    @Inject
    AgroalDataSource database;

    @Inject
    RecordingService recording;

    private final World world = new World();
    private final UUID creator = UUID.randomUUID();
    private Programme programme;
    private UUID program;

    @BeforeEach
    void somebody() {
        programme = Programme.in(ZONE);
        world.add(new Creator(creator, "somebody", false, List.of()));
    }

    private UUID video(Instant postedAt, Long views) {
        var id = UUID.randomUUID();
        var snaps = views == null
                ? List.<Snap>of()
                : List.of(new Snap(Instant.parse("2026-02-03T09:00:00Z"), false, Map.of("views", views)));
        var url = "https://example.com/" + world.videos.size();
        world.add(new Video(id, creator, null, url, "included", postedAt, snaps));
        return id;
    }

    private void write() {
        var fixture = new WorldFixture(database, programme.owner(), ZONE);
        program = fixture.program();
        fixture.record(world, recording, new Random(1));
    }

    private ValidatableResponse ask(String question) {
        return as(programme.organization().tga())
                .get("/api/v1/analytics/aggregate/" + question + (question.contains("?") ? "&" : "?") + "project_id="
                        + program)
                .then()
                .statusCode(200);
    }

    @Test
    void figures_have_64_bits() {
        video(null, Sample.MOST);
        video(null, Sample.MOST - 1);
        write();

        ask("creator-leaderboard").body("data.view_count", contains(2 * Sample.MOST - 1));
        ask("view-distribution")
                .body("data.percentiles.p50", equalTo(Sample.MOST - 1))
                .body("data.percentiles.p99", equalTo(Sample.MOST))
                .body("data.buckets.min", contains(Sample.MOST / 2, Sample.MOST))
                .body("data.buckets.max", contains(Sample.MOST - 1, 2 * Sample.MOST - 1));
    }

    @Test
    void where_most_have_no_views_nothing_is_far_from_the_norm() {
        video(null, 0L);
        video(null, 0L);
        video(null, 1_000L);
        video(null, null);
        write();

        ask("outliers").body("data", empty()).body("meta", equalTo(Map.of("total_count", 0, "median", 0)));
        ask("view-distribution").body("data.total_count", equalTo(3));
    }

    @Test
    void what_is_told_next_is_in_the_next_answer() {
        var video = video(null, 10L);
        write();
        ask("video-leaderboard").body("data.view_count", contains(10));

        as(programme.organization().tga())
                .body("{\"snapshots\":[{\"at\":\"2026-02-04T09:00:00Z\",\"views\":25}]}")
                .post("/api/v1/videos/" + video + "/snapshots")
                .then()
                .statusCode(200);

        ask("video-leaderboard").body("data.view_count", contains(25));
        ask("creator-scatter").body("data.avg_views", contains(25.0f));
    }

    /** In Newfoundland, the clock of 00:01 on Sunday was put back to 23:01 on Saturday. */
    @Test
    void a_day_that_goes_on_after_midnight_has_all_its_posts() {
        video(Instant.parse("2006-10-30T02:40:00Z"), 1L);
        video(Instant.parse("2006-10-29T02:30:30Z"), 1L);
        video(Instant.parse("2006-10-29T02:45:00Z"), 1L);
        write();

        ask("posting-heatmap?from=2006-10-28&to=2006-10-28")
                .body("data.dow", contains(6))
                .body("data.hour", contains(23))
                .body("data.post_count", contains(1));
        ask("posting-heatmap?from=2006-10-29&to=2006-10-29")
                .body("data.hour", contains(0, 23))
                .body("data.post_count", contains(1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video-leaderboard",
                "posting-heatmap?from=2026-01-01&to=2026-12-31",
                "outliers",
                "creator-leaderboard?from=2026-01-01",
                "posting-consistency",
                "creator-scatter?to=2026-01-01",
                "campaign-leaderboard",
                "member-overlap"
            })
    void a_project_without_anything_has_an_empty_answer(String question) {
        world.creators.clear();
        write();

        ask(question).body("data", empty()).body("error", nullValue());
    }

    @Test
    void a_long_way_through_campaigns_and_many_ways_at_once_come_to_each_video_once() {
        // Given 30 layers of two campaigns that hold both of the next layer: 2^30 ways to one video and its creator
        var below = new ArrayList<>(List.of(new Item("video", video(null, 40L)), new Item("creator", creator)));
        for (var layer = 0; layer < 30; layer++) {
            var here = new ArrayList<Item>();
            for (var one = 0; one < 2; one++) {
                var id = UUID.randomUUID();
                world.add(new Campaign(id, "Layer", List.copyOf(below)));
                here.add(new Item("campaign", id));
            }
            below = here;
        }
        write();
        // Then
        ask("campaign-leaderboard?limit=3")
                .body("data.view_count", contains(40, 40, 40))
                .body("data.post_count", contains(1, 1, 1))
                .body("meta.total_count", equalTo(60));
        ask("member-overlap?limit=1")
                .body("data.shared_creator_count", contains(1))
                .body("meta.total_count", equalTo(60 * 59 / 2));
    }
}
