package io.groundswell.aggregate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums that are more than there are numbers for are told as the largest one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HugeSumsTest {
    @Inject
    Rows rows;

    private Tracking tracking;

    /** What very many videos come to, in two. */
    @BeforeEach
    void measure() {
        tracking = Tracking.begin(Map.of());
        var creator = tracking.creator("some.one");
        for (var number = 1; number <= 2; number++) {
            tracking.addVideo(Map.of(
                            "url",
                            Tracking.address(number),
                            "creator_id",
                            creator,
                            "posted_at",
                            "2026-02-03T06:30:00Z"))
                    .then()
                    .statusCode(201);
        }
        rows.change("""
                update tracked set views = 5000000000000000000, likes = 5000000000000000000, saves = 4000000000000000000
                where kind = 'VIDEO' and organization_id = '%s'""".formatted(tracking.organization().id()));
        var campaign = tracking.post("projects/" + tracking.project() + "/campaigns", Map.of("name", "Summer"))
                .<String>path("data.id");
        tracking.post("campaigns/" + campaign + "/items", Map.of("item_type", "creator", "item_id", creator));
    }

    private ValidatableResponse ask(String name, String more) {
        return tracking.get("analytics/aggregate/" + name + "?project_id=" + tracking.project() + more)
                .then()
                .statusCode(200);
    }

    @Test
    void creators_are_ranked() {
        ask("creator-leaderboard", "")
                .body("data.view_count", contains(Long.MAX_VALUE))
                .body("data.like_count", contains(Long.MAX_VALUE))
                .body("data.save_count", contains(8_000_000_000_000_000_000L));
        ask("creator-scatter", "&order=engagement_rate").body("data.engagement_rate", contains(equalTo(100f)));
    }

    @Test
    void campaigns_are_ranked() {
        ask("campaign-leaderboard", "").body("data.view_count", contains(Long.MAX_VALUE));
    }

    @Test
    void hours_of_the_week_have_an_average() {
        ask("posting-heatmap", "&from=2026-02-01&to=2026-02-28").body("data.avg_views", contains(5e18f));
    }
}
