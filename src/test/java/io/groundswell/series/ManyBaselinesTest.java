package io.groundswell.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.groundswell.series.World.Snap;
import io.groundswell.series.World.Video;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All baselines of an answer are told, or none: what does not fit into memory is refused. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ManyBaselinesTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private final UUID video = UUID.randomUUID();

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private Programme measured() {
        var programme = Programme.in(UTC);
        var first = new Snap(Instant.parse("2026-02-03T00:00:00Z"), false, Map.of("views", 10L));
        var world = new World();
        world.add(new Video(video, null, null, "https://example.com/1", "direct_add", null, List.of(first)));
        new WorldFixture(database, programme.owner(), UTC).write(world);
        Api.setClock(Instant.parse("2026-02-10T12:00:00Z"));
        return programme;
    }

    private void reset(int first, int last) {
        rows.change("""
                insert into tracked_snapshot (id, at, told, reset, views)
                select '%s', timestamptz '2026-02-03T01:00:00Z' + n * interval '1 second', 1, true, 10
                from generate_series(%d, %d) n""".formatted(video, first, last));
    }

    private Response ask(Programme programme, String from) {
        return programme.ask(Map.of("entity", "video", "entity_id", video, "metric", "views", "from", from));
    }

    @Test
    void an_answer_with_more_baselines_than_fit_into_it_is_refused() {
        var programme = measured();
        // One for the video, and 10,000 more.
        reset(1, 10_001);
        ask(programme, "2026-02-03").then().statusCode(200).body("data.baselines", hasSize(10_001 + 1));

        reset(10_002, 10_002);

        ask(programme, "2026-02-03")
                .then()
                .statusCode(400)
                .body("meta.code", equalTo("invalid_params"))
                .body("meta.issues.path", contains("from"))
                .body(
                        "meta.issues.message",
                        contains("There are more than 10,001 baselines in these days. Ask for fewer days"));
        ask(programme, "2026-02-04").then().statusCode(200).body("data.baselines", hasSize(0));
    }
}
