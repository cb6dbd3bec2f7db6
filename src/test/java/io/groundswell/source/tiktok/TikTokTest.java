package io.groundswell.source.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.source.Lookup;
import io.groundswell.testing.Api;
import io.groundswell.testing.LostKey;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TikTokServer;
import io.groundswell.testing.TikTokServer.Fault;
import io.groundswell.testing.Tracking;
import io.groundswell.vault.Vault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that speaks TikTok's interfaces as they are documented. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TikTokTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");
    private static final String START = "2030-01-01";

    @Inject
    Lookup lookup;

    @Inject
    Rows rows;

    @Inject
    Vault vault;

    @Inject
    LostKey key;

    private final TikTokServer tiktok = TikTokServer.current();
    private Tracking tracking;

    @BeforeEach
    void open() {
        tracking = lookup.begin(NOW);
    }

    @AfterEach
    void reset() {
        key.giveBack();
        Api.resetClock();
    }

    private static Instant posted(int number) {
        return NOW.minus(Duration.ofDays(100)).plus(Duration.ofDays(number));
    }

    private long id(int number) {
        return posted(number).getEpochSecond() << 32 | number;
    }

    private void post(int count) {
        for (var number = 0; number < count; number++) {
            tiktok.video("brand", id(number), posted(number).getEpochSecond(), 1_000 + number);
        }
    }

    private long views(int number) {
        return rows.count(
                "select views from tracked t join video v using (id) where platform_id = '" + id(number) + "'");
    }

    private String connected() {
        Lookup.account(tracking, "brand").then().statusCode(201).body("data.tiktok_handle", equalTo("brand"));
        return Lookup.creator(tracking, "Brand", START, "auto");
    }

    @Test
    void an_account_tells_of_its_creator_page_by_page() {
        post(45);
        var creator = connected();
        lookup.work();
        assertThat(lookup.videos()).isEqualTo(45);
        assertThat(tiktok.calls("/v2/video/list/")).isEqualTo(3);
        assertThat(views(44)).isEqualTo(1_044);
        assertThat(rows.texts("select url from video where platform_id = '" + id(7) + "'"))
                .containsExactly("https://www.tiktok.com/@brand/video/" + id(7));
        tracking.get("creators/" + creator)
                .then()
                .body("data.display_name", equalTo("The brand"))
                .body("data.follower_count", equalTo(1_000));
        // When nothing is new, the first page is enough
        lookup.after(Duration.ofHours(6));
        assertThat(tiktok.calls("/v2/video/list/")).isEqualTo(4);
        // When something is
        tiktok.video("brand", id(99), NOW.getEpochSecond(), 5);
        lookup.after(Duration.ofHours(6));
        assertThat(lookup.videos()).isEqualTo(46);
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy").containsEntry("last_error", null);
    }

    @Test
    void counters_of_many_videos_come_with_one_call() {
        post(45);
        connected();
        lookup.work();
        rows.change("update video_watch set due_at = '" + NOW + "'");
        Api.setClock(NOW.plusSeconds(60));
        lookup.work();
        assertThat(tiktok.calls("/v2/video/query/")).isEqualTo(3);
        assertThat(rows.count("select count(*) from tracked_snapshot s join video v using (id)"))
                .isEqualTo(90);
    }

    @Test
    void what_falls_is_kept_and_what_cannot_be_is_left_out() {
        var video = tiktok.video("brand", id(1), NOW.minusSeconds(9_000).getEpochSecond(), 1_000);
        connected();
        lookup.work();
        video.put("view_count", 900)
                .put("like_count", -5)
                .put("comment_count", "many")
                .put("share_count", 1e30);
        lookup.after(Duration.ofHours(6));
        assertThat(views(1)).isEqualTo(900);
        assertThat(rows.count("select likes from tracked t join video v using (id)"))
                .isEqualTo(100);
        assertThat(rows.count("select coalesce(sum(d.views), 0) from tracked_day d join video v using (id)"))
                .isZero();
    }

    private long gained(String counter) {
        return rows.count("select coalesce(sum(d." + counter
                + "), 0) from tracked_day d join tracked t using (id) where t.kind = '"
                + (counter.equals("followers") ? "CREATOR" : "VIDEO") + "'");
    }

    @Test
    void counters_that_fall_deep_are_believed_when_that_is_told_twice() {
        // Given
        var video = tiktok.video("brand", id(1), NOW.minusSeconds(9_000).getEpochSecond(), 1_000);
        connected();
        lookup.work();
        // When it is told once
        video.put("view_count", 0).put("like_count", 3);
        lookup.after(Duration.ofHours(6));
        assertThat(views(1)).isEqualTo(1_000);
        video.put("view_count", 1_200).put("like_count", 120);
        lookup.after(Duration.ofHours(1));
        // Then it never was
        assertThat(views(1)).isEqualTo(1_200);
        assertThat(gained("views")).isEqualTo(200);
        assertThat(gained("likes")).isEqualTo(20);
        // When it stays
        video.put("view_count", 7);
        lookup.after(Duration.ofHours(6));
        assertThat(views(1)).isEqualTo(1_200);
        lookup.after(Duration.ofHours(1));
        // Then it is so
        assertThat(views(1)).isEqualTo(7);
        assertThat(gained("views")).isEqualTo(200);
        lookup.requireNothingDue();
    }

    @Test
    void followers_that_leave_all_at_once_are_believed_when_that_is_told_twice() {
        var user = tiktok.user("brand", 50_000);
        var creator = connected();
        lookup.work();
        user.put("follower_count", 0);
        lookup.after(Duration.ofHours(24));
        user.put("follower_count", 50_010);
        lookup.after(Duration.ofHours(1));
        assertThat(gained("followers")).isEqualTo(10);
        assertThat(lookup.snapshots(creator)).isEqualTo(2);
        user.put("follower_count", 20);
        lookup.after(Duration.ofHours(24));
        lookup.after(Duration.ofHours(1));
        tracking.get("creators/" + creator).then().body("data.follower_count", equalTo(20));
    }

    @Test
    void an_account_that_is_called_otherwise_is_followed() {
        // Given
        post(3);
        var creator = connected();
        lookup.work();
        // When
        tiktok.rename("brand", "brand.new");
        lookup.after(Duration.ofHours(24));
        // Then
        tracking.get("creators/" + creator).then().body("data.tiktok_handle", equalTo("brand.new"));
        assertThat(lookup.source(tracking))
                .containsEntry("tiktok_handle", "brand.new")
                .containsEntry("name", "@brand.new")
                .containsEntry("status", "healthy");
        assertThat(rows.texts("select title from annotation"))
                .containsExactly("Handle changed from @Brand to @brand.new");
        assertThat(lookup.videos()).isEqualTo(3);
        lookup.requireNothingDue();
        tiktok.video("brand.new", id(99), NOW.getEpochSecond(), 5);
        lookup.after(Duration.ofHours(6));
        assertThat(lookup.videos()).isEqualTo(4);
    }

    @Test
    void videos_that_are_no_creator_s_follow_their_account() {
        // Given
        post(1);
        connected();
        tracking.addVideo(Map.of("url", "https://www.tiktok.com/@BRAND/video/" + id(0)))
                .then()
                .statusCode(201);
        var others = tracking.video(1);
        lookup.work();
        tiktok.rename("brand", "brand.new");
        lookup.after(Duration.ofHours(24));
        // When
        tiktok.videos("brand.new").get(0).put("view_count", 5_000);
        lookup.after(Duration.ofHours(72));
        // Then
        assertThat(views(0)).isEqualTo(5_000);
        assertThat(rows.texts("select url from video order by url"))
                .containsExactly(
                        "https://www.tiktok.com/@brand.new/video/" + id(0), "https://www.tiktok.com/@someone/video/1");
        tracking.get("videos/" + others).then().body("data.url", equalTo(Tracking.address(1)));
    }

    @Test
    void an_account_that_takes_the_handle_of_another_creator_goes_on_under_its_own() {
        var creator = connected();
        Lookup.creator(tracking, "brand.new", START, "auto");
        lookup.work();
        tiktok.rename("brand", "brand.new").put("follower_count", 1_100);
        lookup.after(Duration.ofHours(24));
        tracking.get("creators/" + creator)
                .then()
                .body("data.tiktok_handle", equalTo("Brand"))
                .body("data.follower_count", equalTo(1_100));
        lookup.requireNothingDue();
    }

    @Test
    void what_there_was_no_room_for_is_found_once_there_is() {
        // Given that all was known
        connected();
        lookup.work();
        Api.operator()
                .body("{\"limits\":{\"max_tracked_videos_per_org\":20,\"creator_requests_per_minute\":-1}}")
                .patch("/internal/organizations/" + tracking.organization().id());
        post(45);
        lookup.after(Duration.ofHours(6));
        assertThat(lookup.videos()).isEqualTo(20);
        // When
        Api.operator()
                .body("{\"limits\":{\"creator_requests_per_minute\":-1}}")
                .patch("/internal/organizations/" + tracking.organization().id());
        lookup.after(Duration.ofHours(6));
        // Then
        assertThat(lookup.videos()).isEqualTo(45);
    }

    @Test
    void a_token_that_ends_is_replaced_and_so_is_the_one_that_fetches_it() {
        post(3);
        tiktok.rotate();
        connected();
        lookup.work();
        // When its time is over
        lookup.after(Duration.ofHours(24));
        assertThat(tiktok.calls("/v2/oauth/token/")).isEqualTo(2);
        // When it ends before its time
        tiktok.endTokens();
        lookup.after(Duration.ofHours(6));
        assertThat(tiktok.calls("/v2/oauth/token/")).isEqualTo(3);
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy");
        assertThat(rows.texts("select secret from source")).noneMatch(secret -> secret.contains("refresh-of-"));
    }

    @Test
    void a_token_that_is_replaced_during_a_rotation_of_keys_is_kept() {
        post(3);
        tiktok.rotate();
        connected();
        lookup.work();
        // When
        tiktok.meanwhile(this::sealAnew);
        tiktok.endTokens();
        lookup.after(Duration.ofHours(6));
        // Then the next one is fetched with what came along with it
        tiktok.endTokens();
        lookup.after(Duration.ofHours(6));
        assertThat(tiktok.calls("/v2/oauth/token/")).isEqualTo(3);
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy");
    }

    private void sealAnew() {
        var purpose = "source.secret:" + rows.texts("select id from source").get(0);
        var plain = vault.open(rows.texts("select secret from source").get(0), purpose);
        rows.change("update source set secret = '%s'".formatted(vault.seal(plain, purpose)));
    }

    @Test
    void a_consent_that_is_withdrawn_is_told_and_nobody_asks_until_there_is_another_one() {
        post(1);
        var creator = connected();
        lookup.work();
        tiktok.revoke("brand");
        lookup.after(Duration.ofHours(24));
        assertThat(lookup.source(tracking))
                .containsEntry("status", "error")
                .hasEntrySatisfying(
                        "last_error", error -> assertThat((String) error).contains("invalid_grant"));
        var calls = tiktok.calls().size();
        lookup.after(Duration.ofDays(3));
        assertThat(tiktok.calls()).hasSize(calls);
        lookup.requireNothingDue();
        // When
        tiktok.user("brand", 1_500);
        Lookup.account(tracking, "brand").then().statusCode(201);
        lookup.work();
        // Then
        assertThat(rows.count("select count(*) from source")).isEqualTo(1);
        tracking.get("creators/" + creator).then().body("data.follower_count", equalTo(1_500));
    }

    @Test
    void a_source_is_asked_again_once_this_server_has_the_key_of_its_credentials() {
        // Given
        post(1);
        var creator = connected();
        lookup.work();
        // When
        key.lose();
        lookup.after(Duration.ofHours(24));
        // Then
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy");
        assertThat(rows.texts("select notice from creator_watch"))
                .singleElement()
                .asString()
                .contains("cannot read the credentials");
        lookup.requireNothingDue();
        // When
        key.giveBack();
        tiktok.user("brand", 1_500);
        tiktok.video("brand", id(2), NOW.getEpochSecond(), 5);
        lookup.after(Duration.ofMinutes(5));
        // Then
        tracking.get("creators/" + creator).then().body("data.follower_count", equalTo(1_500));
        assertThat(lookup.videos()).isEqualTo(2);
    }

    @Test
    void who_asks_too_much_waits_as_long_as_it_is_told() {
        post(1);
        connected();
        tiktok.next(Fault.LIMITED);
        lookup.work();
        var calls = tiktok.calls().size();
        // The clock goes on from where it was set.
        assertThat(paused()).startsWith("2030-06-15T12:02:");
        lookup.after(Duration.ofSeconds(60));
        assertThat(tiktok.calls()).hasSize(calls);
        lookup.after(Duration.ofSeconds(60));
        assertThat(lookup.videos()).isEqualTo(1);
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy").containsEntry("paused_until", null);
    }

    @Test
    void a_day_s_quota_is_there_again_at_midnight() {
        Lookup.research(tracking);
        Lookup.creator(tracking, "brand", "2030-06-01", "auto");
        tiktok.next(Fault.QUOTA);
        lookup.work();
        assertThat(paused()).startsWith("2030-06-16T00:01:0");
    }

    private String paused() {
        return (String) lookup.source(tracking).get("paused_until");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BROKEN", "HTML", "FORBIDDEN", "SLOW", "HUGE", "SILENT", "NO_DATA", "LIST"})
    void what_is_no_answer_is_asked_again_later(Fault fault) {
        post(1);
        connected();
        tiktok.next(fault);
        lookup.work();
        assertThat(lookup.videos()).isZero();
        assertThat(lookup.source(tracking))
                .containsEntry("status", "degraded")
                .hasEntrySatisfying(
                        "last_error", error -> assertThat((String) error).contains("TikTok"));
        lookup.after(Duration.ofMinutes(4));
        assertThat(lookup.videos()).isZero();
        lookup.after(Duration.ofMinutes(1));
        assertThat(lookup.videos()).isEqualTo(1);
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy");
    }

    @Test
    void a_scope_that_was_not_granted_is_told() {
        connected();
        tiktok.next(Fault.SCOPE);
        lookup.work();
        assertThat(lookup.source(tracking)).containsEntry("status", "error");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pages_without_an_end_do_not_hold_anybody(boolean alwaysTheSame) {
        post(25);
        connected();
        tiktok.loop(alwaysTheSame);
        // Nearly as many as there may be were read before.
        rows.change("update creator_watch set pages = 975");
        lookup.work();
        assertThat(tiktok.calls("/v2/video/list/")).isEqualTo(alwaysTheSame ? 2 : 25);
        lookup.requireNothingDue();
        assertThat(rows.texts("select notice from creator_watch").get(0)).contains("pages of videos");
        // When it is well again
        tiktok.loop(false);
        tiktok.clear();
        post(25);
        Lookup.account(tracking, "brand").then().statusCode(201);
        lookup.work();
        assertThat(lookup.videos()).isEqualTo(25);
    }

    @Test
    void researchers_are_told_of_thirty_days_at_once() {
        post(95);
        Lookup.research(tracking);
        var id = Lookup.creator(tracking, "brand", "2030-03-01", "auto");
        lookup.work();
        assertThat(lookup.videos()).isEqualTo(95);
        assertThat(tiktok.calls("/v2/research/video/query/")).isEqualTo(4);
        assertThat(rows.count("select count(*) from tracked where kind = 'VIDEO' and saves is not null"))
                .isEqualTo(95);
        // When the counters are due
        rows.change("update video_watch set due_at = '" + NOW + "'");
        Api.setClock(NOW.plusSeconds(60));
        lookup.work();
        assertThat(tiktok.calls("/v2/research/video/query/")).isEqualTo(4 + 4);
        assertThat(rows.count("select count(*) from tracked_snapshot s join video v using (id)"))
                .isEqualTo(190);
        tracking.get("creators/" + id + "/scrape").then().body("data.source", equalTo("tiktok_research"));
    }

    @Test
    void researchers_days_have_pages_too() {
        for (var number = 0; number < 230; number++) {
            tiktok.video(
                    "brand", id(number), NOW.minusSeconds(600L * (230 - number)).getEpochSecond(), number);
        }
        Lookup.research(tracking);
        Lookup.creator(tracking, "brand", "2030-06-01", "auto");
        lookup.work();
        assertThat(lookup.videos()).isEqualTo(230);
        assertThat(tiktok.calls("/v2/research/video/query/")).isEqualTo(3);
    }

    /** A day is all that is known of most postings, and some have it from memory. */
    @ParameterizedTest
    @ValueSource(strings = {"2030-06-10T00:00:00Z", "2029-01-01T00:00:00Z", "2030-06-17T00:00:00Z"})
    void researchers_find_what_was_posted_at_another_time_than_a_caller_wrote(String told) {
        Lookup.research(tracking);
        var id = id(96);
        tiktok.video("brand", id, posted(96).getEpochSecond(), 700);
        tracking.addVideo(Map.of("url", "https://www.tiktok.com/@brand/video/" + id, "posted_at", told))
                .then()
                .statusCode(201);
        lookup.work();
        assertThat(views(96)).isEqualTo(700);
        assertThat(lookup.source(tracking)).containsEntry("status", "healthy");
    }

    @Test
    void credentials_that_are_not_good_connect_nothing() {
        Lookup.account(tracking, "nobody")
                .then()
                .statusCode(400)
                .body("meta.issues[0].path", equalTo("refresh_token"))
                .body("error", containsString("invalid_grant"));
        Lookup.connect(
                        tracking,
                        Map.of("kind", "tiktok_research", "client_key", "other", "client_secret", TikTokServer.SECRET))
                .then()
                .statusCode(400)
                .body("meta.issues[0].path", equalTo("client_secret"));
        tiktok.nextToken(Fault.BROKEN);
        Lookup.account(tracking, "brand").then().statusCode(503).body("meta.code", equalTo("service_unavailable"));
        assertThat(rows.count("select count(*) from source")).isZero();
    }
}
