package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TikTokServer;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SourceLifeTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");
    private static final String START = "2030-04-16";

    @Inject
    Lookup lookup;

    @Inject
    Rows rows;

    private final TikTokServer tiktok = TikTokServer.current();
    private Tracking tracking;

    @BeforeEach
    void open() {
        tracking = lookup.begin(NOW);
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    private void grant(String limits) {
        Api.operator()
                .body("{\"limits\":" + limits + "}")
                .patch("/internal/organizations/" + tracking.organization().id())
                .then()
                .statusCode(200);
    }

    @Test
    void a_creator_waits_for_a_source_and_is_then_there_with_a_history() {
        // Given
        var id = Lookup.creator(tracking, "maya.cooks", START, "auto");
        lookup.work();
        lookup.requireNothingDue();
        assertThat(lookup.videos()).isZero();
        tracking.get("creators/" + id + "/scrape")
                .then()
                .body("data.source", nullValue())
                .body("data.notice", startsWith("No source"));
        // When
        Lookup.sandbox(tracking);
        lookup.work();
        // Then
        lookup.requireNothingDue();
        tracking.get("creators/" + id)
                .then()
                .body("data.display_name", equalTo("maya cooks"))
                .body("data.follower_count", notNullValue());
        tracking.get("creators/" + id + "/scrape")
                .then()
                .body("data.source", equalTo("sandbox"))
                .body("data.queued", equalTo(false))
                .body("data.notice", nullValue())
                .body("data.last_updated_at", startsWith("2030-06-15T12:0"))
                .body("data.avatar_url", startsWith("https://"));
        assertThat(lookup.snapshots(id)).isGreaterThan(50);
        assertThat(lookup.videos()).isBetween(12L, 45L);
        assertThat(rows.count("select count(*) from video where tracking_status = 'AUTO_TRACKED' and creator_id = '"
                        + id + "' and posted_at >= '2030-04-16'"))
                .isEqualTo(lookup.videos());
        assertThat(rows.count(
                        "select count(*) from tracked where kind = 'VIDEO' and (views is null or first_at is null)"))
                .isZero();
        tracking.get("analytics?entity=creator&metric=views&from=2030-05-01&to=2030-06-14&entity_id=" + id)
                .then()
                .statusCode(200)
                .body("data.series[0].points[40].value", notNullValue());
    }

    @Test
    void videos_of_a_creator_whose_videos_are_selected_wait_for_somebody_to_look() {
        Lookup.sandbox(tracking);
        var id = Lookup.creator(tracking, "maya.cooks", START, "selective");
        lookup.work();
        assertThat(lookup.videos()).isPositive();
        assertThat(rows.count("select count(*) from video where tracking_status <> 'PENDING_REVIEW'"))
                .isZero();
        assertThat(rows.count("select views from tracked where id = '" + id + "'"))
                .isZero();
    }

    @Test
    void a_full_plan_stops_the_search_and_says_so_and_more_room_goes_on_with_it() {
        // Given
        grant("{\"max_tracked_videos_per_org\":3,\"creator_requests_per_minute\":-1}");
        Lookup.sandbox(tracking);
        var id = Lookup.creator(tracking, "maya.cooks", START, "auto");
        lookup.work();
        assertThat(lookup.videos()).isEqualTo(3);
        tracking.get("creators/" + id + "/scrape").then().body("data.notice", startsWith("Not all videos are tracked"));
        // When
        grant("{\"creator_requests_per_minute\":-1}");
        lookup.after(Duration.ofHours(6));
        // Then
        assertThat(lookup.videos()).isGreaterThan(12);
        tracking.get("creators/" + id + "/scrape").then().body("data.notice", nullValue());
    }

    @Test
    void counters_are_read_again_as_often_as_the_plan_lets_them() {
        grant("{\"min_video_stats_hours\":12,\"creator_requests_per_minute\":-1}");
        Lookup.research(tracking);
        tiktok.video("brand", 71L << 40, NOW.minusSeconds(3600).getEpochSecond(), 500);
        Lookup.creator(tracking, "brand", START, "auto");
        lookup.work();
        var video = rows.texts("select id::text from video").get(0);
        assertThat(lookup.snapshots(video)).isEqualTo(1);
        lookup.after(Duration.ofHours(11));
        assertThat(lookup.snapshots(video)).isEqualTo(1);
        lookup.after(Duration.ofHours(1));
        assertThat(lookup.snapshots(video)).isEqualTo(2);
        // When it is switched off nobody looks, and when it is switched on somebody does at once
        tracking.post("videos/" + video + "/tracking-disable", Map.of()).then().statusCode(200);
        lookup.after(Duration.ofHours(13));
        assertThat(lookup.snapshots(video)).isEqualTo(2);
        tracking.post("videos/" + video + "/tracking-enable", Map.of()).then().statusCode(200);
        lookup.work();
        assertThat(rows.count("select count(*) from tracked_snapshot where reset and id = '" + video + "'"))
                .isEqualTo(1);
    }

    @Test
    void who_is_gone_three_times_in_a_row_is_switched_off_and_begins_anew_when_switched_on() {
        // Given
        Lookup.research(tracking);
        tiktok.user("maya", 900);
        var id = Lookup.creator(tracking, "maya", START, "auto");
        lookup.work();
        tiktok.remove("maya");
        // When
        lookup.after(Duration.ofHours(24));
        lookup.after(Duration.ofHours(3));
        tracking.get("creators/" + id).then().body("data.disabled_at", nullValue());
        lookup.after(Duration.ofHours(5));
        // Then
        tracking.get("creators/" + id).then().body("data.disabled_at", notNullValue());
        assertThat(titles()).containsExactly("Not found on TikTok any more, so tracking is off");
        lookup.after(Duration.ofDays(3));
        lookup.requireNothingDue();
        tracking.post("creators/" + id + "/scrape", Map.of())
                .then()
                .statusCode(409)
                .body("meta.code", equalTo("tracking_disabled"));
        // When
        tiktok.user("maya", 1_200);
        tracking.post("projects/" + tracking.project() + "/creators/bulk-reenable", Map.of("ids", List.of(id)))
                .then()
                .statusCode(200);
        lookup.work();
        // Then
        tracking.get("creators/" + id)
                .then()
                .body("data.disabled_at", nullValue())
                .body("data.follower_count", equalTo(1_200));
        assertThat(rows.count("select count(*) from tracked_snapshot where reset and id = '" + id + "'"))
                .isEqualTo(1);
    }

    private List<String> titles() {
        return rows.texts("select title from annotation where kind <> 'USER' order by at, kind");
    }

    @Test
    void what_changes_in_a_profile_is_on_the_timeline() {
        Lookup.research(tracking);
        var user = tiktok.user("maya", 999);
        var id = Lookup.creator(tracking, "maya", START, "auto");
        lookup.work();
        assertThat(titles()).isEmpty();
        // The same picture from elsewhere, with another signature.
        user.put("avatar_url", "https://p77.example/x/maya~c100.jpeg?x-expires=2")
                .put("follower_count", 1_001);
        lookup.after(Duration.ofDays(1));
        assertThat(titles()).containsExactly("1,000 followers reached");
        user.put("display_name", "Maya\u0000 C.").put("avatar_url", "https://p16.example/avt/new~c5.webp");
        user.put("bio_description", "");
        lookup.after(Duration.ofDays(1));
        assertThat(titles())
                .contains("Display name changed from The maya to Maya C.; New profile picture; Bio removed");
        tracking.get("creators/" + id).then().body("data.display_name", equalTo("Maya C."));
    }

    @Test
    void a_name_that_somebody_wrote_stays_until_the_creator_has_another_one() {
        Lookup.research(tracking);
        var user = tiktok.user("maya", 999);
        var id = Lookup.creator(tracking, "maya", START, "auto");
        tracking.patch("creators/" + id, Map.of("display_name", "Ours")).then().statusCode(200);
        lookup.work();
        tracking.get("creators/" + id).then().body("data.display_name", equalTo("Ours"));
        user.put("display_name", "Theirs");
        lookup.after(Duration.ofDays(1));
        tracking.get("creators/" + id).then().body("data.display_name", equalTo("Theirs"));
    }

    @Test
    void a_new_name_does_not_have_a_pause_end_twice() {
        Lookup.research(tracking);
        var user = tiktok.user("maya", 900);
        var id = Lookup.creator(tracking, "maya", START, "auto");
        lookup.work();
        rows.change("update creator set reset_pending = true where id = '%s'".formatted(id));
        user.put("display_name", "Maya C.").put("follower_count", 1_200);
        lookup.after(Duration.ofDays(1));
        user.put("follower_count", 1_300);
        lookup.after(Duration.ofDays(1));
        assertThat(rows.count("select count(*) from tracked_snapshot where reset and id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(rows.count("select sum(followers) from tracked_day where id = '" + id + "'"))
                .isEqualTo(100);
    }

    @Test
    void updates_that_are_asked_for_are_made_and_counted_by_the_day() {
        // Given
        grant("{\"max_manual_scrape_triggers_per_day\":2,\"creator_requests_per_minute\":-1}");
        var id = Lookup.creator(tracking, "maya.cooks", START, "auto");
        tracking.post("creators/" + id + "/scrape", Map.of())
                .then()
                .statusCode(409)
                .body("meta.code", equalTo("no_source"));
        Lookup.sandbox(tracking);
        lookup.work();
        var before = lookup.snapshots(id);
        Api.setClock(NOW.plusSeconds(60));
        // When
        tracking.post("creators/" + id + "/scrape", Map.of())
                .then()
                .statusCode(202)
                .body("data.queued", equalTo(true));
        lookup.work();
        // Then
        assertThat(lookup.snapshots(id)).isEqualTo(before + 1);
        var video = rows.texts("select id::text from video limit 1").get(0);
        tracking.post("videos/" + video + "/scrape", Map.of())
                .then()
                .statusCode(202)
                .body("data.queued", equalTo(true));
        tracking.post("videos/" + video + "/scrape", Map.of())
                .then()
                .statusCode(429)
                .body("meta.code", equalTo("rate_limit_exceeded"))
                .body("meta.retryAfter", both(greaterThan(12 * 3600 - 360)).and(lessThanOrEqualTo(12 * 3600 - 60)));
        Api.setClock(NOW.plus(Duration.ofHours(12)));
        tracking.post("videos/" + video + "/scrape", Map.of()).then().statusCode(202);
        // An instance on which it is still the day before
        Api.setClock(NOW.plus(Duration.ofHours(12)).minusSeconds(1));
        tracking.post("videos/" + video + "/scrape", Map.of()).then().statusCode(429);
    }

    @Test
    void goals_are_told_when_a_source_last_told_anything_and_how_a_creator_looks() {
        // Given a creator whose followers nobody tells
        Lookup.research(tracking);
        tiktok.user("maya", 900).remove("follower_count");
        var id = Lookup.creator(tracking, "maya", START, "auto");
        tracking.post("creators/" + id + "/goals", Map.of("type", "posts", "period", "weekly", "target", 3))
                .then()
                .statusCode(201);
        var compliance = "projects/" + tracking.project() + "/goal-compliance";
        tracking.get(compliance)
                .then()
                .body("data[0].creator.avatar_url", nullValue())
                .body("data[0].compliance[0].advisory.scrape_stale", equalTo(true));
        // When
        lookup.work();
        // Then
        tracking.get(compliance)
                .then()
                .body("data[0].creator.avatar_url", startsWith("https://p16.example/avt/maya"))
                .body("data[0].compliance[0].advisory.scrape_stale", equalTo(false))
                .body("data[0].compliance[0].advisory.last_updated_at", startsWith("2030-06-15T12:0"));
        Api.setClock(NOW.plus(Duration.ofHours(25)));
        tracking.get(compliance).then().body("data[0].compliance[0].advisory.scrape_stale", equalTo(true));
    }

    @Test
    void nobody_looks_for_an_organization_that_is_suspended() {
        Lookup.sandbox(tracking);
        Lookup.creator(tracking, "maya.cooks", START, "auto");
        rows.change("update organization set status = 'SUSPENDED'");
        lookup.work();
        assertThat(lookup.videos()).isZero();
        rows.change("update organization set status = 'ACTIVE'");
        lookup.after(Duration.ofHours(1));
        assertThat(lookup.videos()).isPositive();
    }

    @Test
    void who_is_brought_back_is_looked_up_at_once() {
        Lookup.sandbox(tracking);
        var id = Lookup.creator(tracking, "maya.cooks", START, "auto");
        lookup.work();
        var before = lookup.snapshots(id);
        tracking.delete("creators/" + id).then().statusCode(200);
        lookup.after(Duration.ofDays(2));
        assertThat(lookup.snapshots(id)).isEqualTo(before);
        tracking.addCreator("maya.cooks").then().statusCode(200);
        lookup.work();
        assertThat(lookup.snapshots(id)).isEqualTo(before + 1);
    }
}
