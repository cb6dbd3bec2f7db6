package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TikTokServer;
import io.groundswell.testing.Tracking;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What tests do with sources. */
@ApplicationScoped
public class Lookup {
    private final ContentFixture fixture;
    private final Rows rows;
    private final Clock clock;

    Lookup(ContentFixture fixture, Rows rows, Clock clock) {
        this.fixture = fixture;
        this.rows = rows;
        this.clock = clock;
    }

    /** Nothing is left of other tests, and a programme is there that nothing is tracked in. */
    public Tracking begin(Instant now) {
        rows.clear();
        TikTokServer.current().clear();
        Api.setClock(now);
        return Tracking.begin(Map.of());
    }

    /** All that is due, and nothing else. */
    public void work() {
        fixture.drain("creators");
        fixture.drain("videos");
    }

    public void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
        work();
    }

    public static Response connect(Tracking tracking, Map<String, String> source) {
        return tracking.post("projects/" + tracking.project() + "/sources", source);
    }

    public static void sandbox(Tracking tracking) {
        connect(tracking, Map.of("kind", "sandbox")).then().statusCode(201);
    }

    public static Response account(Tracking tracking, String handle) {
        return connect(
                tracking,
                Map.of(
                        "kind",
                        "tiktok_account",
                        "client_key",
                        TikTokServer.CLIENT,
                        "client_secret",
                        TikTokServer.SECRET,
                        "refresh_token",
                        "refresh-of-" + handle));
    }

    public static void research(Tracking tracking) {
        connect(
                        tracking,
                        Map.of(
                                "kind", "tiktok_research",
                                "client_key", TikTokServer.CLIENT,
                                "client_secret", TikTokServer.SECRET))
                .then()
                .statusCode(201);
    }

    public static String creator(Tracking tracking, String handle, String from, String mode) {
        var added = tracking.post(
                "projects/" + tracking.project() + "/creators",
                Map.of("tiktok_handle", handle, "tracking_start_date", from, "tracking_mode", mode));
        added.then().statusCode(201);
        return added.path("data.id");
    }

    public Map<String, Object> source(Tracking tracking) {
        Response listed = tracking.get("projects/" + tracking.project() + "/sources");
        listed.then().statusCode(200);
        return listed.path("data[0]");
    }

    public long snapshots(String id) {
        return rows.count("select count(*) from tracked_snapshot where id = '" + id + "'");
    }

    public long videos() {
        return rows.count("select count(*) from video");
    }

    public void requireNothingDue() {
        assertThat(rows.count("select count(*) from creator_watch where due_at <= '" + clock.instant() + "'"))
                .isZero();
        assertThat(rows.count("select count(*) from video_watch where due_at <= '" + clock.instant() + "'"))
                .isZero();
    }
}
