package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.groundswell.generation.sandbox.GenerationFaults;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that does not answer for long, and what comes due meanwhile. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlowModelTest {
    private static final Duration MOST_OF_A_LEASE = Duration.ofSeconds(60);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Inject
    ContentFixture fixture;

    @Inject
    GenerationFaults faults;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private String slow;
    private String other;

    @BeforeEach
    void begin() {
        rows.clear();
        slow = Api.organization().test();
        other = Api.organization().test();
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
        answered.countDown();
    }

    private void hang() {
        faults.meanwhile(() -> {
            asked.countDown();
            await(answered);
        });
    }

    private static void await(CountDownLatch event) {
        try {
            event.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_mission_whose_model_hangs_holds_up_none_that_starts_meanwhile() {
        var first = Missions.start(slow, Map.of());
        hang();
        var hanging = fixture.begin("pipeline");
        await(asked);

        var second = Missions.start(other, Map.of());
        fixture.drain("pipeline");

        Missions.status(other, second).body("pipeline.progress_percent", equalTo(100));
        Missions.status(slow, first).body("pipeline.progress_percent", lessThan(100));
        assertThat(hanging).hasSize(1).noneMatch(CompletableFuture::isDone);
        answered.countDown();
        hanging.forEach(CompletableFuture::join);
        Missions.status(slow, first).body("pipeline.progress_percent", equalTo(100));
    }

    @Test
    void a_rewriting_whose_model_hangs_holds_up_none_that_is_asked_for_meanwhile() {
        var first = item(slow);
        var second = item(other);
        regenerate(slow, first);
        hang();
        var hanging = fixture.begin("rewrite");
        await(asked);

        regenerate(other, second);
        assertThat(fixture.round("rewrite")).isOne();

        assertThat(status(other, second)).isEqualTo("pending_review");
        assertThat(status(slow, first)).isEqualTo("draft");
        assertThat(hanging).hasSize(1).noneMatch(CompletableFuture::isDone);
        answered.countDown();
        hanging.forEach(CompletableFuture::join);
        assertThat(status(slow, first)).isEqualTo("pending_review");
    }

    @Test
    void a_rewriting_that_outlasts_its_lease_is_taken_up_by_nobody_else() {
        var id = item(slow);
        regenerate(slow, id);
        var others = new AtomicInteger(-1);
        faults.meanwhile(() -> {
            Api.setClock(clock.instant().plus(MOST_OF_A_LEASE));
            faults.meanwhile(() -> {
                Api.setClock(clock.instant().plus(MOST_OF_A_LEASE));
                others.set(fixture.round("rewrite"));
            });
        });

        assertThat(fixture.round("rewrite")).isOne();

        assertThat(others).hasValue(0);
        assertThat(status(slow, id)).isEqualTo("pending_review");
    }

    private static String item(String key) {
        var mission = Missions.start(key, 2, Map.of("require_approval", true));
        Api.work();
        return (String) Missions.content(key, mission).get(0).get("id");
    }

    private static void regenerate(String key, String id) {
        as(key).body("{}").post("/v1/content/" + id + "/regenerate").then().statusCode(200);
    }

    private static String status(String key, String id) {
        return as(key).get("/v1/content/" + id).path("status");
    }
}
