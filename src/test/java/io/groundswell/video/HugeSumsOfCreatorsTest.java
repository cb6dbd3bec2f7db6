package io.groundswell.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A video does not begin to count where the sums of its creator would be more than there are numbers for. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HugeSumsOfCreatorsTest {
    @Inject
    Rows rows;

    private Tracking tracking;
    private String creator;
    private String waiting;

    /** One that waits, beside what very many videos come to. */
    @BeforeEach
    void measure() {
        tracking = Tracking.begin(Map.of());
        creator = tracking.creator("some.one");
        var added = tracking.addVideo(
                Map.of("url", Tracking.address(1), "creator_id", creator, "tracking_status", "pending_review"));
        waiting = added.path("data.id");
        rows.change(
                "update tracked set views = 5000000000000000000 where id in ('%s', '%s')".formatted(creator, waiting));
    }

    private static void requireRefused(Response answer) {
        answer.then()
                .statusCode(409)
                .body("error", containsString("would count more than 9,223,372,036,854,775,807 together"));
    }

    @Test
    void it_is_not_included() {
        requireRefused(tracking.patch("videos/" + waiting, Map.of("tracking_status", "included")));

        assertThat(tracking.get("videos/" + waiting).<String>path("data.tracking_status"))
                .isEqualTo("pending_review");
    }

    @Test
    void it_is_not_added_again() {
        tracking.patch("videos/" + waiting, Map.of("tracking_status", "excluded"))
                .then()
                .statusCode(200);

        requireRefused(tracking.addVideo(Map.of("url", Tracking.address(1), "creator_id", creator)));

        assertThat(tracking.get("videos/" + waiting).statusCode()).isEqualTo(404);
    }
}
