package io.groundswell.source;

import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted while its update is asked for is as if it had never been there. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GoneMeanwhileTest {
    @Inject
    Lookup lookup;

    @Inject
    Rows rows;

    private Tracking tracking;

    @BeforeEach
    void open() {
        tracking = lookup.begin(Instant.parse("2030-06-15T12:00:00Z"));
        Lookup.sandbox(tracking);
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    /** Whoever asks has seen that it is there, and waits to see how it stands with it. */
    private void deletedMeanwhile(String kind, String id, Supplier<Response> asking) {
        var answer = QuarkusTransaction.requiringNew().call(() -> {
            rows.change("lock table %s_watch in access exclusive mode".formatted(kind));
            var asked = CompletableFuture.supplyAsync(asking);
            rows.awaitWaiting();
            rows.change("delete from %s where id = '%s'".formatted(kind, id));
            return asked;
        });
        answer.join().then().statusCode(404).body("error", equalTo("No such " + kind + ": " + id));
    }

    @Test
    void a_video_is_not_found() {
        var first = tracking.video(1);
        deletedMeanwhile("video", first, () -> tracking.post("videos/" + first + "/scrape", Map.of()));
        var second = tracking.video(2);
        deletedMeanwhile("video", second, () -> tracking.get("videos/" + second + "/scrape"));
    }

    @Test
    void a_creator_is_not_found() {
        var first = tracking.creator("maya");
        deletedMeanwhile("creator", first, () -> tracking.post("creators/" + first + "/scrape", Map.of()));
        var second = tracking.creator("nils");
        deletedMeanwhile("creator", second, () -> tracking.get("creators/" + second + "/scrape"));
    }
}
