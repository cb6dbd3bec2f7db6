package io.groundswell.video;

import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** There is no room for the video of one who was removed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReturningCreatorsTest {
    private Tracking tracking;

    @BeforeEach
    void remove() {
        tracking = Tracking.begin(Map.of("max_tracked_videos_per_org", 1));
        var gone = tracking.creator("gone");
        tracking.addVideo(Map.of("url", Tracking.address(1), "creator_id", gone))
                .then()
                .statusCode(201);
        tracking.delete("creators/" + gone).then().statusCode(200);
        tracking.video(2);
    }

    private Response add(String... handles) {
        var creators = Stream.of(handles)
                .map(handle -> Map.of("tiktok_handle", handle))
                .toList();
        return tracking.post("projects/" + tracking.project() + "/creators", Map.of("creators", creators));
    }

    @Test
    void what_is_missing_is_told_before_what_is_there_already() {
        tracking.creator("there");

        for (var handles : List.of(List.of("there", "gone"), List.of("gone", "there"))) {
            add(handles.toArray(String[]::new))
                    .then()
                    .statusCode(402)
                    .body("meta.limitKey", equalTo("max_tracked_videos_per_org"));
        }
        add("there").then().statusCode(409);
    }

    @Test
    void one_whose_handle_somebody_else_has_does_not_return() {
        var other = tracking.creator("other");
        tracking.patch("creators/" + other, Map.of("tiktok_handle", "gone"))
                .then()
                .statusCode(200);

        add("gone").then().statusCode(409).body("meta.code", equalTo("duplicate"));
    }
}
