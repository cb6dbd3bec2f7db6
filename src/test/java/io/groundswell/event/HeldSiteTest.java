package io.groundswell.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes the rows of one site for long, while browsers tell events of it and of another one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HeldSiteTest {
    private static final int BROWSERS = 120;
    private static final int BATCH = 100;

    @Inject
    Rows rows;

    private Api.Organization owner;
    private Tracker held;
    private Tracker free;

    @BeforeEach
    void hold() {
        owner = Api.organization("pro", Map.of("site_requests_per_minute", -1));
        held = SiteFixture.open(owner);
        free = SiteFixture.open(Api.organization());
        QuarkusTransaction.begin();
        rows.count("select number from site where token = '%s' for no key update".formatted(held.token()));
    }

    @AfterEach
    void release() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void the_other_site_does_not_wait_and_the_held_one_loses_nothing() throws Exception {
        // When
        var late = CompletableFuture.supplyAsync(() -> tell(held, "late"));
        rows.awaitWaiting();
        var soon = tell(free, "soon");
        // Then
        assertThat(soon).isEqualTo(202);
        assertThat(late).isNotDone();
        // When
        release();
        // Then
        assertThat(late.get(30, TimeUnit.SECONDS)).isEqualTo(202);
        assertThat(kept(held)).isEqualTo(1);
        assertThat(kept(free)).isEqualTo(1);
    }

    @Test
    void no_more_than_a_share_of_what_may_wait_waits_for_the_held_one() throws Exception {
        // Given
        var statuses = new LinkedBlockingQueue<Integer>();
        var batch = Collections.nCopies(BATCH, held.event("page_view", "user_id", "many"));
        // When
        var browsers = Executors.newFixedThreadPool(BROWSERS);
        for (var browser = 0; browser < BROWSERS; browser++) {
            browsers.execute(() -> statuses.add(held.trackAll(batch).statusCode()));
        }
        browsers.shutdown();
        rows.awaitWaiting();
        // Then
        assertThat(statuses.poll(30, TimeUnit.SECONDS)).isEqualTo(503);
        assertThat(tell(free, "soon")).isEqualTo(202);
        // And a file waits for its turn, where a browser is told to come again
        var file = CompletableFuture.supplyAsync(this::bring);
        assertThatThrownBy(() -> file.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        // When
        release();
        assertThat(file.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(browsers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        // Then
        assertThat(statuses).hasSize(BROWSERS - 1).contains(202).containsOnly(202, 503);
        assertThat(kept(held)).isEqualTo(1 + BATCH * (long) Collections.frequency(statuses, 202));
    }

    private int bring() {
        var id = rows.texts("select id from site where token = '%s'".formatted(held.token()))
                .get(0);
        return given().header("X-API-Key", owner.aak())
                .body("event,timestamp\npage_view,2026-01-05T12:00:00Z\n")
                .post("/projects/" + id + "/import")
                .statusCode();
    }

    private static int tell(Tracker tracker, String user) {
        return tracker.track(tracker.event("page_view", "user_id", user)).statusCode();
    }

    private long kept(Tracker tracker) {
        return rows.count("select count(*) from event e join site s on s.number = e.site_number where s.token = '%s'"
                .formatted(tracker.token()));
    }
}
