package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TikTokServer;
import io.groundswell.testing.Tracking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class LookupRaceTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");
    private static final int CREATORS = 15;
    private static final int VIDEOS = 30;

    @Inject
    Lookup lookup;

    @Inject
    CreatorRound creators;

    @Inject
    VideoRound videos;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

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

    /** Comes back when whoever looks waits for somebody, which the database tells. */
    private void waiting() {
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (rows.count("select count(*) from pg_stat_activity where wait_event = 'advisory'") == 0) {
            assertThat(System.nanoTime()).as("Nobody waits").isLessThan(patience);
        }
    }

    private int round() {
        return creators.run(Instant.MAX) + videos.run(Instant.MAX);
    }

    @Test
    void several_rounds_at_once_ask_for_each_thing_once() throws Exception {
        // Given
        for (var number = 0; number < CREATORS; number++) {
            tiktok.user("maya" + number, 100);
            for (var video = 0; video < VIDEOS; video++) {
                var at = NOW.minusSeconds(3_600L * (VIDEOS - video)).getEpochSecond();
                tiktok.video("maya" + number, 1_000L * (number + 1) + video, at, 100);
            }
            Lookup.creator(tracking, "maya" + number, "2030-06-01", "auto");
        }
        Lookup.research(tracking);
        // When
        Crowd.of(6, this::round);
        round();
        // Then
        assertThat(lookup.videos()).isEqualTo(CREATORS * VIDEOS);
        assertThat(tiktok.calls("/v2/research/user/info/")).isEqualTo(CREATORS);
        assertThat(tiktok.calls("/v2/research/video/query/")).isEqualTo(CREATORS);
        assertThat(rows.count("select count(*) from tracked_snapshot join tracked using (id)"))
                .isEqualTo(CREATORS + CREATORS * VIDEOS);
        // When the counters are due
        rows.change("update video_watch set due_at = '" + NOW + "'");
        Api.setClock(NOW.plusSeconds(3600));
        Crowd.of(6, this::round);
        round();
        // Then
        assertThat(rows.count("select count(*) from tracked_snapshot join tracked using (id)"))
                .isEqualTo(CREATORS + 2 * CREATORS * VIDEOS);
        lookup.requireNothingDue();
    }

    @Test
    void a_token_that_is_over_is_replaced_once() throws Exception {
        for (var number = 0; number < CREATORS; number++) {
            tiktok.user("maya" + number, 100);
            Lookup.creator(tracking, "maya" + number, "2030-06-01", "auto");
        }
        Lookup.research(tracking);
        tiktok.endTokens();
        Crowd.of(4, this::round);
        // Who had to wait for the token waits from then on, and not from where the clock was set.
        lookup.after(Duration.ofSeconds(6));
        assertThat(tiktok.calls("/v2/oauth/token/")).isEqualTo(2);
        assertThat(rows.count("select count(*) from tracked where kind = 'CREATOR' and followers = 100"))
                .isEqualTo(CREATORS);
    }

    @Test
    void more_updates_than_there_may_be_are_never_granted() throws Exception {
        Api.operator()
                .body("{\"limits\":{\"max_manual_scrape_triggers_per_day\":3,\"creator_requests_per_minute\":-1}}")
                .patch("/internal/organizations/" + tracking.organization().id());
        Lookup.sandbox(tracking);
        var id = Lookup.creator(tracking, "maya", "2030-06-01", "auto");
        var answers = Crowd.of(
                8, () -> tracking.post("creators/" + id + "/scrape", Map.of()).statusCode());
        assertThat(answers).filteredOn(status -> status == 202).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(5);
    }

    @Test
    void what_was_told_is_not_asked_for_again_because_the_database_is_busy() throws Exception {
        // Given somebody who adds videos to the organization, and takes time over it
        tiktok.user("maya", 100);
        tiktok.video("maya", 7, NOW.minusSeconds(60).getEpochSecond(), 100);
        Lookup.creator(tracking, "maya", "2030-06-01", "auto");
        Lookup.research(tracking);
        var begun = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var adding = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    Alone.with(
                            database,
                            "videos " + new Owner(tracking.organization().id(), Mode.LIVE));
                    begun.countDown();
                    return enough.await(30, TimeUnit.SECONDS);
                }));
        begun.await();
        // When whoever found a video waits, and is told twice that it waited too long
        var looking = CompletableFuture.runAsync(this::round);
        for (var times = 0; times < 2; times++) {
            waiting();
            rows.texts("select pg_cancel_backend(pid)::text from pg_stat_activity where wait_event = 'advisory'");
        }
        waiting();
        enough.countDown();
        adding.join();
        looking.join();
        // Then
        assertThat(lookup.videos()).isEqualTo(1);
        assertThat(tiktok.calls("/v2/research/video/query/")).isEqualTo(1);
        lookup.requireNothingDue();
    }

    /** The room is taken under one lock, whoever finds what. */
    @Test
    void many_who_find_videos_together_never_track_more_than_there_may_be() throws Exception {
        Api.operator()
                .body("{\"limits\":{\"max_tracked_videos_per_org\":40,\"creator_requests_per_minute\":-1}}")
                .patch("/internal/organizations/" + tracking.organization().id());
        for (var number = 0; number < 8; number++) {
            Lookup.creator(tracking, "maya" + number, "2030-05-01", "auto");
        }
        Lookup.sandbox(tracking);
        Crowd.of(4, this::round);
        assertThat(lookup.videos()).isEqualTo(40);
    }
}
