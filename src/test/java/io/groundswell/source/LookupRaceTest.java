package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TikTokServer;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

    private final TikTokServer tiktok = TikTokServer.current();
    private Tracking tracking;

    @BeforeEach
    void open() {
        rows.clear();
        tiktok.clear();
        Api.setClock(NOW);
        tracking = Tracking.begin(Map.of());
    }

    @AfterEach
    void reset() {
        Api.resetClock();
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
        // Then
        assertThat(lookup.videos()).isEqualTo(CREATORS * VIDEOS);
        assertThat(tiktok.calls("/v2/research/user/info/")).isEqualTo(CREATORS);
        assertThat(tiktok.calls("/v2/research/video/query/")).isEqualTo(CREATORS);
        assertThat(rows.count("select count(*) from tracked_snapshot")).isEqualTo(CREATORS + CREATORS * VIDEOS);
        // When the counters are due
        rows.change("update video_watch set due_at = '" + NOW + "'");
        Api.setClock(NOW.plusSeconds(3600));
        Crowd.of(6, this::round);
        // Then
        assertThat(rows.count("select count(*) from tracked_snapshot")).isEqualTo(CREATORS + 2 * CREATORS * VIDEOS);
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
