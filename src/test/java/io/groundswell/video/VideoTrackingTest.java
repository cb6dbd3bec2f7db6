package io.groundswell.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class VideoTrackingTest {
    private static final String COUNTED = "select count(*) from counted_video where organization_id = :organization";

    @Inject
    Rows rows;

    private Tracking tracking;

    @BeforeEach
    void begin() {
        tracking = Tracking.begin(Map.of());
    }

    private String add(long number, String creator, String status) {
        var added = tracking.addVideo(
                Map.of("url", Tracking.address(number), "creator_id", creator, "tracking_status", status));
        added.then().statusCode(201);
        return added.path("data.id");
    }

    private void measure(String id, long views) {
        measure(id, "2026-02-03T06:00:00Z", views);
    }

    private void measure(String id, String at, long views) {
        var snapshot = Map.of("at", at, "views", views, "likes", 4);
        tracking.post("videos/" + id + "/snapshots", Map.of("snapshots", List.of(snapshot)))
                .then()
                .statusCode(200);
    }

    private List<String> pending() {
        return tracking.texts(
                rows,
                "select platform_id from video where organization_id = :organization and reset_pending order by platform_id");
    }

    @Test
    void counts_are_those_of_the_last_snapshot() {
        // Given
        var id = tracking.video(1);
        var other = tracking.video(2);
        // When
        measure(id, "2026-02-04T06:00:00Z", 90);
        measure(id, "2026-02-03T06:00:00Z", 100);
        // Then
        var video = tracking.get("videos/" + id).<Map<String, Object>>path("data");
        assertThat(video)
                .containsEntry("view_count", 90)
                .containsEntry("like_count", 4)
                .containsEntry("share_count", null);
        assertThat(tracking.get("videos").<List<Map<String, Object>>>path("data"))
                .filteredOn(one -> one.get("id").equals(other))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("view_count", null));
    }

    @Test
    void the_next_snapshot_of_one_that_is_tracked_again_is_a_reset() {
        // Given
        var off = tracking.video(1);
        var on = tracking.video(2);
        var excluded = tracking.video(3);
        tracking.post("videos/" + off + "/tracking-disable", Map.of());
        tracking.patch("videos/" + excluded, Map.of("tracking_status", "excluded"));
        assertThat(pending()).isEmpty();
        // When
        tracking.post("videos/" + off + "/tracking-enable", Map.of());
        tracking.post("videos/" + on + "/tracking-enable", Map.of());
        tracking.patch("videos/" + excluded, Map.of("tracking_status", "included"));
        // Then
        assertThat(pending()).containsExactly("1", "3");
    }

    @Test
    void what_is_recorded_first_after_a_pause_only_sets_a_level() {
        // Given
        var creator = tracking.creator("some.one");
        var off = tracking.video(1);
        var excluded = tracking.video(2);
        var away = add(3, creator, "auto_tracked");
        var on = tracking.video(4);
        var all = List.of(off, excluded, away, on);
        all.forEach(id -> measure(id, "2026-02-03T06:00:00Z", 10));
        // When
        tracking.post("videos/" + off + "/tracking-disable", Map.of());
        tracking.post("videos/" + off + "/tracking-enable", Map.of());
        tracking.patch("videos/" + excluded, Map.of("tracking_status", "excluded"));
        tracking.patch("videos/" + excluded, Map.of("tracking_status", "included"));
        tracking.delete("creators/" + creator);
        tracking.addCreator("some.one");
        all.forEach(id -> measure(id, "2026-02-04T06:00:00Z", 20));
        all.forEach(id -> measure(id, "2026-02-05T06:00:00Z", 30));
        // Then
        assertThat(
                        tracking.texts(
                                rows,
                                "select v.platform_id || ' ' || (s.at at time zone 'UTC')::date from tracked_snapshot s"
                                        + " join video v using (id) where v.organization_id = :organization and s.reset order by 1"))
                .containsExactly("1 2026-02-04", "2 2026-02-04", "3 2026-02-04");
        assertThat(pending()).isEmpty();
    }

    @Test
    void videos_pause_with_their_creator_and_start_again_with_it() {
        // Given
        var creator = tracking.creator("some.one");
        add(1, creator, "auto_tracked");
        var off = add(2, creator, "included");
        add(3, creator, "pending_review");
        var excluded = add(4, creator, "direct_add");
        tracking.video(5);
        tracking.post("videos/" + off + "/tracking-disable", Map.of());
        tracking.patch("videos/" + excluded, Map.of("tracking_status", "excluded"));
        rows.change("update creator set disabled_at = now() where id = '%s'".formatted(creator));
        // When
        tracking.post("projects/" + tracking.project() + "/creators/bulk-reenable", Map.of("ids", List.of(creator)));
        // Then
        assertThat(pending()).containsExactly("1", "3");
    }

    @Test
    void videos_go_with_their_creator_and_come_back_with_it() {
        // Given
        var creator = tracking.creator("some.one");
        var id = add(1, creator, "auto_tracked");
        tracking.video(2);
        measure(id, 100);
        // When
        tracking.delete("creators/" + creator);
        // Then
        assertThat(tracking.get("videos/" + id).statusCode()).isEqualTo(404);
        assertThat(tracking.patch("videos/" + id, Map.of("tracking_status", "included"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(tracking.delete("videos/" + id).statusCode()).isEqualTo(404);
        assertThat(tracking.get("videos").<List<String>>path("data.tiktok_video_id"))
                .containsExactly("2");
        assertThat(tracking.get("videos?creator_id=" + creator).statusCode()).isEqualTo(404);
        assertThat(tracking.count(rows, COUNTED)).isEqualTo(1);
        // When
        tracking.addCreator("some.one").then().statusCode(200);
        // Then
        assertThat(tracking.get("videos/" + id).<Integer>path("data.view_count"))
                .isEqualTo(100);
        assertThat(tracking.get("videos?creator_id=" + creator).<List<String>>path("data.id"))
                .containsExactly(id);
        assertThat(tracking.count(rows, COUNTED)).isEqualTo(2);
        assertThat(pending()).containsExactly("1");
    }

    @Test
    void a_creator_comes_back_only_with_room_for_its_videos() {
        // Given
        var small = Tracking.begin(Map.of("max_tracked_videos_per_org", 2));
        var creator = small.creator("some.one");
        small.addVideo(Map.of("url", Tracking.address(1), "creator_id", creator));
        small.addVideo(Map.of("url", Tracking.address(2), "creator_id", creator));
        small.delete("creators/" + creator);
        var other = small.video(3);
        // When
        var refused = small.addCreator("some.one");
        small.delete("videos/" + other);
        var back = small.addCreator("some.one");
        // Then
        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.<String>path("meta.limitKey")).isEqualTo("max_tracked_videos_per_org");
        assertThat(back.statusCode()).isEqualTo(200);
    }

    @Test
    void a_video_of_a_creator_who_was_removed_is_added_by_its_address_and_stays_when_the_creator_comes_back() {
        // Given
        var creator = tracking.creator("some.one");
        var id = add(1, creator, "pending_review");
        measure(id, 100);
        tracking.delete("creators/" + creator);
        // When
        var added = tracking.addVideo(Map.of("url", Tracking.address(1), "title", "Back"));
        // Then
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.<Map<String, Object>>path("data"))
                .containsEntry("id", id)
                .containsEntry("creator_id", null)
                .containsEntry("tracking_status", "direct_add")
                .containsEntry("title", "Back")
                .containsEntry("view_count", 100);
        // When
        tracking.addCreator("some.one");
        // Then
        assertThat(tracking.get("videos?creator_id=" + creator).<List<String>>path("data.id"))
                .isEmpty();
        assertThat(tracking.get("videos/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void a_deleted_video_takes_along_what_was_measured_of_it() {
        // Given
        var id = tracking.video(1);
        measure(id, 100);
        // When
        tracking.delete("videos/" + id);
        // Then
        assertThat(tracking.count(rows, "select count(*) from tracked where organization_id = :organization"))
                .isZero();
        assertThat(tracking.addVideo(Map.of("url", Tracking.address(1))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_project_keeps_so_many_videos() {
        // Given
        // A plan that was made while there were few videos would read all of them for each that refers to one. A tenth
        // at once stays
        // far below the time that a statement has.
        for (var tenth = 0; tenth < 10; tenth++) {
            rows.change("""
                    discard plans;
                    insert into video (id, organization_id, mode, program_id, platform_id, url, metadata, tracking_status,
                        disabled_at, created_at, updated_at)
                    select gen_random_uuid(), '%s', 'LIVE', '%s', n, 'https://www.tiktok.com/@a/video/' || n, '{}',
                        'DIRECT_ADD', now(), now(), now()
                    from set_config('enable_seqscan', 'off', true), generate_series(1 + %d, 10000 + %3$d) n""".formatted(tracking.organization().id(), tracking.project(), tenth * 10_000));
        }
        // When
        var refused = tracking.addVideo(Map.of("url", Tracking.address(200_000)));
        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("meta.code")).isEqualTo("too_many_videos");
        assertThat(tracking.addVideo(Map.of("url", Tracking.address(1))).<String>path("meta.code"))
                .isEqualTo("duplicate");
    }

    @Test
    void the_audit_trail_tells_what_was_done_to_videos() {
        // When
        var id = tracking.video(1);
        tracking.patch("videos/" + id, Map.of("tracking_status", "included"));
        tracking.patch("videos/" + id, Map.of("tracking_status", "included"));
        tracking.patch("videos/" + id, Map.of("tracking_status", "excluded"));
        tracking.addVideo(Map.of("url", Tracking.address(1)));
        tracking.post("videos/" + id + "/tracking-disable", Map.of());
        tracking.post("videos/" + id + "/tracking-disable", Map.of());
        tracking.post("videos/" + id + "/tracking-enable", Map.of());
        tracking.delete("videos/" + id);
        // Then
        assertThat(tracking.texts(
                        rows,
                        "select action from audit_entry where organization_id = :organization and subject = '" + id
                                + "' order by at, id"))
                .containsExactly(
                        "video.added",
                        "video.changed",
                        "video.changed",
                        "video.returned",
                        "video.tracking_disabled",
                        "video.tracking_enabled",
                        "video.deleted");
    }
}
