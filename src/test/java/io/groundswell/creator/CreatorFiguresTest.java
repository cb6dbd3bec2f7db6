package io.groundswell.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CreatorFiguresTest {
    @Inject
    Rows rows;

    @Test
    void followers_are_those_of_the_last_snapshot() {
        // Given
        var tracking = Tracking.begin(Map.of());
        var id = tracking.creator("measured");
        tracking.creator("unmeasured");
        // When
        for (var snapshot : List.of(
                Map.of("at", "2026-02-04T06:00:00Z", "followers", 4_990),
                Map.of("at", "2026-02-03T06:00:00Z", "followers", 5_000))) {
            tracking.post("creators/" + id + "/snapshots", Map.of("snapshots", List.of(snapshot)))
                    .then()
                    .statusCode(200);
        }
        // Then
        assertThat(tracking.get("creators/" + id).<Integer>path("data.follower_count"))
                .isEqualTo(4_990);
        assertThat(tracking.get("creators?search=measured").<List<Integer>>path("data.follower_count"))
                .containsExactly(null, 4_990);
    }

    @Test
    void the_next_snapshot_of_one_that_is_tracked_again_is_a_reset() {
        // Given
        var tracking = Tracking.begin(Map.of());
        var off = tracking.creator("off");
        var on = tracking.creator("on");
        var away = tracking.creator("away");
        rows.change("update creator set disabled_at = now() where id = '%s'".formatted(off));
        assertThat(tracking.get("creators/" + off).<String>path("data.disabled_at"))
                .isNotNull();
        // When
        var answer = tracking.post(
                "projects/" + tracking.project() + "/creators/bulk-reenable", Map.of("ids", List.of(on, off)));
        tracking.delete("creators/" + away);
        tracking.addCreator("away");
        // Then
        assertThat(answer.<List<String>>path("data.id")).containsExactly(on, off);
        assertThat(answer.<List<String>>path("data.disabled_at")).containsExactly(null, null);
        assertThat(
                        tracking.texts(
                                rows,
                                "select handle from creator where organization_id = :organization and reset_pending order by handle"))
                .containsExactly("away", "off");
    }

    @Test
    void the_audit_trail_tells_what_was_done_to_creators() {
        // Given
        var tracking = Tracking.begin(Map.of());
        // When
        var id = tracking.creator("before");
        tracking.patch("creators/" + id, Map.of("tiktok_handle", "after"));
        tracking.patch("creators/" + id, Map.of("tiktok_handle", "after"));
        tracking.patch("creators/" + id, Map.of("tracking_mode", "auto"));
        tracking.patch("creators/" + id, Map.of("readme", "Shy"));
        tracking.delete("creators/" + id);
        tracking.addCreator("after");
        // Then
        assertThat(tracking.texts(
                        rows,
                        "select concat_ws(' ', action, details ->> 'was', details ->> 'handle') from audit_entry"
                                + " where organization_id = :organization and subject = '" + id + "' order by at, id"))
                .containsExactly(
                        "creator.added before",
                        "creator.changed before after",
                        "creator.changed after",
                        "creator.removed after",
                        "creator.returned after");
    }

    @Test
    void a_deleted_project_takes_its_creators_along() {
        // Given
        var tracking = Tracking.begin(Map.of());
        var id = tracking.creator("some.one");
        // When
        tracking.delete("projects/" + tracking.project());
        // Then
        assertThat(tracking.get("creators/" + id).statusCode()).isEqualTo(404);
        assertThat(tracking.addCreator("other").statusCode()).isEqualTo(404);
        assertThat(tracking.count(rows, "select count(*) from creator where organization_id = :organization"))
                .isZero();
    }
}
