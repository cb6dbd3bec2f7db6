package io.groundswell.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Crowd;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class VideoRaceTest {
    private static final String TRACKED =
            "select count(*) from counted_video where organization_id = :organization and disabled_at is null";

    @Inject
    Rows rows;

    @Test
    void the_last_places_for_videos_are_given_once() throws Exception {
        // Given: two are tracked, and four more could be, in four ways
        var tracking = Tracking.begin(Map.of("max_tracked_videos_per_org", 3));
        var off = tracking.video(1);
        tracking.post("videos/" + off + "/tracking-disable", Map.of());
        var pending = tracking.addVideo(Map.of("url", Tracking.address(2), "tracking_status", "pending_review"))
                .<String>path("data.id");
        var creator = tracking.creator("away");
        tracking.addVideo(Map.of("url", Tracking.address(3), "creator_id", creator));
        tracking.delete("creators/" + creator);
        tracking.video(4);
        tracking.video(5);
        assertThat(tracking.count(rows, TRACKED)).isEqualTo(2);
        var number = new AtomicInteger();
        // When
        var answers = Crowd.of(8, () -> switch (number.incrementAndGet() % 4) {
            case 0 -> tracking.post("videos/" + off + "/tracking-enable", Map.of());
            case 1 -> tracking.patch("videos/" + pending, Map.of("tracking_status", "included"));
            case 2 -> tracking.addCreator("away");
            default -> tracking.addVideo(Map.of("url", Tracking.address(100 + number.get())));
        });
        // Then: one move has won, whose repetition changes nothing
        assertThat(tracking.count(rows, TRACKED)).isEqualTo(3);
        assertThat(statuses(answers)).contains(402).isSubsetOf(200, 201, 402, 409);
    }

    @Test
    void of_many_who_add_a_video_one_does() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var number = new AtomicInteger();

        var answers = Crowd.of(
                8,
                () -> tracking.addVideo(
                        Map.of("url", "https://www.tiktok.com/@name" + number.incrementAndGet() + "/video/77")));

        assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(tracking.count(rows, "select count(*) from video where organization_id = :organization"))
                .isEqualTo(1);
    }

    @Test
    void of_many_who_add_a_short_address_one_does() throws Exception {
        var tracking = Tracking.begin(Map.of());

        var answers = Crowd.of(6, () -> tracking.addVideo(Map.of("url", "https://vm.tiktok.com/ZMabc/")));

        assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void nobody_waits_in_a_circle_for_videos_that_others_hold() throws Exception {
        // Given
        var tracking = Tracking.begin(Map.of());
        var creator = tracking.creator("busy");
        var ids = LongStream.rangeClosed(1, 6)
                .mapToObj(one -> tracking.addVideo(Map.of("url", Tracking.address(one), "creator_id", creator))
                        .<String>path("data.id"))
                .toList();
        var backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        var number = new AtomicInteger();
        var bulk = "projects/" + tracking.project() + "/videos/bulk-tracking-";
        rows.change("update creator set disabled_at = now() where id = '%s'".formatted(creator));
        // When
        var answers = Crowd.of(9, () -> switch (number.incrementAndGet() % 3) {
            case 0 -> tracking.post(bulk + "disable", Map.of("ids", backwards));
            case 1 -> tracking.post(bulk + "enable", Map.of("ids", ids));
            default ->
                tracking.post(
                        "projects/" + tracking.project() + "/creators/bulk-reenable", Map.of("ids", List.of(creator)));
        });
        // Then
        assertThat(statuses(answers)).containsOnly(200);
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
