package io.groundswell.performance;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.SmoothedEngagement;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions about missions, from figures that are known to the last click. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PerformanceTest {
    /** A Tuesday at noon, the middle of a mission of 28 days. */
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    private static final Instant START = NOW.minus(Duration.ofDays(14));

    @Inject
    ContentFixture fixture;

    @Inject
    Snapshots snapshots;

    @Inject
    MeasuredEngagement engagement;

    @Inject
    MissionService missions;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
        fixture.setMission(
                mission,
                "starts_at = '%s', ends_at = '%s', duration_days = 28"
                        .formatted(START, START.plus(Duration.ofDays(28))));
    }

    @AfterEach
    void restore() {
        Api.resetClock();
    }

    private String post(Platform platform, Instant at) {
        var id = fixture.published(owner, mission, platform, at);
        gained(id, at, 0, 0, 0);
        return id;
    }

    private void gained(String id, Instant at, long impressions, long likes, long clicks) {
        var counters = new Counters(
                Map.of(Counter.IMPRESSIONS, impressions, Counter.LIKES, likes, Counter.LINK_CLICKS, clicks));
        snapshots.record(owner, List.of(new Sample(Subject.content(id), at, counters)));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    @Test
    void targets_are_measured_by_what_is_out_on_their_platform() {
        // Given a target for all, one for each platform, and one that nothing is out for
        fixture.setMission(mission, """
                kpis = '[{"metric":"IMPRESSIONS","target":10000,"platform":"all"},
                         {"metric":"ENGAGEMENT_RATE","target":4,"platform":"twitter"},
                         {"metric":"CLICKS","target":100,"platform":"linkedin"},
                         {"metric":"LIKES","target":5,"platform":"blog"}]'""");
        var tweet = post(Platform.TWITTER, daysAgo(10));
        gained(tweet, daysAgo(9), 1_000, 30, 6);
        gained(tweet, daysAgo(3), 3_000, 90, 24);
        gained(tweet, NOW.minusSeconds(60), 4_000, 120, 40);
        var update = post(Platform.LINKEDIN, daysAgo(2));
        gained(update, daysAgo(1), 1_000, 10, 50);
        // Then
        as(organization.test())
                .get("/v1/missions/" + mission + "/status")
                .then()
                .statusCode(200)
                .body("kpi_progress[0].metric", equalTo("impressions"))
                .body("kpi_progress[0].platform", equalTo("all"))
                .body("kpi_progress[0].target", equalTo(10_000))
                .body("kpi_progress[0].current", equalTo(5_000))
                .body("kpi_progress[0].progress_percent", equalTo(50))
                .body("kpi_progress[0].projected_final", equalTo(10_000))
                .body("kpi_progress[0].status", equalTo("on_track"))
                // 2,000 and 1,000 in the last 7 days that are over, 1,000 in the 7 before
                .body("kpi_progress[0].trend", equalTo("improving"))
                .body("kpi_progress[1].current", equalTo(4.0f))
                .body("kpi_progress[1].status", equalTo("on_track"))
                // 78 of 2,000 against 36 of 1,000, and 14 days to go
                .body("kpi_progress[1].trend", equalTo("improving"))
                .body("kpi_progress[1].projected_final", equalTo(4.6f))
                .body("kpi_progress[2].metric", equalTo("clicks"))
                .body("kpi_progress[2].current", equalTo(50))
                .body("kpi_progress[2].trend", nullValue())
                .body("kpi_progress[3].target", equalTo(5))
                .body("kpi_progress[3].current", nullValue())
                .body("kpi_progress[3].progress_percent", nullValue())
                .body("kpi_progress[3].status", nullValue());
    }

    @Test
    void a_mission_is_shown_with_its_analytics_alone_and_in_a_list() {
        gained(post(Platform.TWITTER, NOW.minus(Duration.ofDays(7))), NOW.minusSeconds(60), 1_000, 50, 10);
        gained(post(Platform.TWITTER, NOW.minus(Duration.ofDays(14))), NOW.minusSeconds(60), 1_000, 40, 10);
        gained(post(Platform.TWITTER, NOW.minus(Duration.ofDays(6))), NOW.minusSeconds(60), 2_000, 20, 0);
        fixture.scheduled(owner, mission, Platform.TWITTER, NOW.plusSeconds(3_600));
        var other = fixture.mission(owner);

        var one = as(organization.test())
                .get("/v1/missions/" + mission + "?expand=analytics")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("analytics");
        assertThat(one)
                .containsOnly(
                        Map.entry("posts_published", 3),
                        Map.entry("posts_scheduled", 1),
                        Map.entry("total_impressions", 4_000),
                        Map.entry("total_engagements", 130),
                        Map.entry("engagement_rate", 3.25f),
                        Map.entry("link_clicks", 20),
                        Map.entry("best_performing_day", "Tuesday"),
                        Map.entry("best_performing_time", "12:00"));
        var list = as(organization.test())
                .get("/v1/missions?expand=analytics,content")
                .then()
                .statusCode(200);
        list.body("data.find { it.id == '" + mission + "' }.analytics.total_impressions", equalTo(4_000))
                .body("data.find { it.id == '" + mission + "' }.content.total", equalTo(4))
                .body("data.find { it.id == '" + other + "' }.analytics.total_impressions", equalTo(0))
                .body("data.find { it.id == '" + other + "' }.analytics.best_performing_day", nullValue());
        as(organization.live()).get("/v1/missions?expand=analytics").then().body("total", equalTo(0));
    }

    @Test
    void best_hours_follow_what_was_measured_as_seen_from_where_the_plan_is_made() {
        // Given twenty posts from 21:00 UTC on Mondays, that do far better than anybody expects, and as many from noon
        // that do badly
        for (var half = 0; half < 20; half++) {
            var evening = Instant.parse("2030-01-07T21:00:00Z")
                    .minus(Duration.ofDays(7L * (half / 2)))
                    .plus(Duration.ofMinutes(30L * (half % 2)));
            gained(post(Platform.TWITTER, evening), NOW, 1_000, 200, 0);
            gained(post(Platform.TWITTER, evening.minus(Duration.ofHours(9))), NOW, 1_000, 10, 0);
        }
        // And one seen by too few to say anything
        gained(post(Platform.TWITTER, Instant.parse("2030-01-09T10:00:00Z")), NOW, 99, 99, 0);
        // Then
        var here = engagement.of(owner, missions.get(owner, mission).constraints());
        var expected = new SmoothedEngagement(Map.of(
                new SmoothedEngagement.Moment(Platform.TWITTER, DayOfWeek.MONDAY, 21),
                new SmoothedEngagement.Observed(20, 400),
                new SmoothedEngagement.Moment(Platform.TWITTER, DayOfWeek.MONDAY, 12),
                new SmoothedEngagement.Observed(20, 20)));
        for (var day : DayOfWeek.values()) {
            for (var hour = 0; hour < 24; hour++) {
                assertThat(here.score(Platform.TWITTER, day, hour))
                        .isEqualTo(expected.score(Platform.TWITTER, day, hour));
            }
        }
        var tokyo = fixture.mission(owner, "{\"timezone\":\"Asia/Tokyo\"}");
        var there = engagement.of(owner, missions.get(owner, tokyo).constraints());
        assertThat(there.score(Platform.TWITTER, DayOfWeek.TUESDAY, 6)).isGreaterThan(10);
        assertThat(there.score(Platform.TWITTER, DayOfWeek.MONDAY, 21)).isLessThan(5);
        // And an item that is scheduled at the best time goes out then
        var item = fixture.approved(owner, mission);
        as(organization.test())
                .body(Map.of("content_id", item, "use_optimal_time", true))
                .post("/v1/publish/schedule")
                .then()
                .statusCode(200);
        assertThat(fixture.get(owner, item).scheduling().scheduled().at()).isAfter(NOW);
    }
}
