package io.groundswell.recording;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counters that fall and rise as often as somebody likes come to more than numbers hold. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DailyBoundTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final long MOST = 1_000_000_000_000_000L;

    @Inject
    TrackedFixture things;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;
    private Subject creator;
    private Subject video;

    @BeforeEach
    void open() {
        organization = Api.organization("enterprise", Map.of("creator_requests_per_minute", -1));
        var owner = new Owner(organization.id(), Mode.LIVE);
        var program = things.program(owner);
        creator = things.creator(owner, program);
        video = things.video(owner, program, creator, "INCLUDED");
    }

    private Response record(List<Map<String, Object>> snapshots) {
        return as(organization.tga())
                .body(Map.of("snapshots", snapshots))
                .post("/api/v1/videos/%s/snapshots".formatted(video.id()));
    }

    private static Map<String, Object> views(Instant at, long views) {
        return Map.of("at", at.toString(), "views", views);
    }

    private long gained() {
        return rows.count("select sum(views) from tracked_day where id = '%s'".formatted(video.id()));
    }

    @Test
    void a_day_comes_to_no_more_than_a_counter_can_stand_at() {
        record(List.of(views(NOON, 0), views(NOON.plusSeconds(1), MOST), views(NOON.plusSeconds(3), 0)))
                .then()
                .statusCode(200);
        assertThat(gained()).isEqualTo(MOST);
        // When it rises again, or did so in between
        for (var more : List.of(views(NOON.plusSeconds(4), 1), views(NOON.plusSeconds(2), MOST - 1))) {
            var again = views(NOON.plusMillis(2_500), MOST);
            record(List.of(more, again))
                    .then()
                    .statusCode(400)
                    .body("meta.code", equalTo("invalid_body"))
                    .body("meta.issues.path", contains("snapshots"))
                    .body(
                            "error",
                            startsWith("snapshots must not come to more than 1,000,000,000,000,000 views on a day"));
        }
        // Then nothing of it is there, and the next day begins anew
        assertThat(gained()).isEqualTo(MOST);
        record(List.of(views(NOON.plusSeconds(86_400), MOST))).then().statusCode(200);
        assertThat(gained()).isEqualTo(2 * MOST);
    }

    @Test
    void what_no_number_holds_is_not_added_up_in_secret() {
        var snapshots = IntStream.range(0, 1_000)
                .mapToObj(index -> views(NOON.plusSeconds(index), index % 2 * MOST))
                .toList();

        record(snapshots).then().statusCode(400).body("meta.issues.path", contains("snapshots"));
    }

    @Test
    void a_creator_counts_no_more_than_its_row_can_hold() {
        record(List.of(views(NOON, 5))).then().statusCode(200);
        Sql.text("update tracked set views = 9223372036854775800 where id = cast(:id as uuid)")
                .update(database, Map.of("id", creator.id()));

        record(List.of(views(NOON.plusSeconds(1), 100)))
                .then()
                .statusCode(400)
                .body("meta.issues.path", contains("snapshots"))
                .body("error", startsWith("snapshots must not make the videos of a creator count more than"));
    }

    @Test
    void engagement_of_many_videos_is_told_where_all_four_counters_are_large() {
        record(List.of(
                        Map.of("at", NOON.toString(), "views", 0, "likes", 0, "comments", 0, "shares", 0),
                        Map.of("at", NOON.plusSeconds(1).toString(), "views", 1, "likes", 1)))
                .then()
                .statusCode(200);
        Sql.text("""
                update creator_day set views = :most, likes = :most, comments = :most, shares = :most
                where creator_id = cast(:id as uuid)""").update(database, Map.of("id", creator.id(), "most", 6_000_000_000_000_000_000L));

        as(organization.tga())
                .get(
                        "/api/v1/analytics?entity=creator&entity_id=%s&metric=engagement_rate_by_views&from=2026-02-03&to=2026-02-03"
                                .formatted(creator.id()))
                .then()
                .statusCode(200);
    }
}
