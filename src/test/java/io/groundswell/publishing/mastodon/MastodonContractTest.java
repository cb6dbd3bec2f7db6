package io.groundswell.publishing.mastodon;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ThreadContract;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.MastodonServer;
import io.groundswell.testing.NetworkServer;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of every network, and what Mastodon can do besides. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MastodonContractTest extends ThreadContract {
    private MastodonServer server;

    @Override
    protected Platform platform() {
        return Platform.MASTODON;
    }

    @Override
    protected void connect() {
        server = new MastodonServer(clock);
        server.open("brand");
        reconnect();
    }

    private void reconnect() {
        assertThat(as(organization.live())
                        .body(Map.of("instance", server.address(), "access_token", "token-brand"))
                        .post("/v1/connect/mastodon")
                        .statusCode())
                .isEqualTo(200);
    }

    @Override
    protected NetworkServer server() {
        return server;
    }

    @Override
    protected void revoke() {
        server.revoke("brand");
    }

    @Override
    protected List<String> book() {
        return ids(server.statuses("brand"));
    }

    private static List<String> ids(List<ObjectNode> statuses) {
        return statuses.stream().map(status -> status.path("id").asText()).toList();
    }

    @Override
    protected List<String> repliedTo() {
        return server.statuses("brand").stream()
                .map(status -> status.path("in_reply_to_id").asText(null))
                .toList();
    }

    @Test
    void a_post_carries_its_language_and_its_picture_with_a_description() {
        withPicture(due());
        run();
        var status = server.statuses("brand").get(0);
        assertThat(status.path("content").asText()).isEqualTo("<p>Hello</p><p>Read more #API</p>");
        assertThat(status.path("language").asText()).isEqualTo("en");
        var picture = status.path("media_attachments").path(0).path("id").asText();
        assertThat(server.description(picture)).isEqualTo("A chart that climbs – steadily");
    }

    @Test
    void a_server_that_hangs_keeps_the_places_that_it_has_and_nothing_else_waits() {
        // Given
        var slow = Stream.generate(() -> withPicture(due())).limit(7).toList();
        server.hang("POST /api/v2/media");
        var hanging = fixture.begin("publisher");
        // When
        var other = new Owner(organization.id(), Mode.TEST);
        var mission = fixture.mission(other);
        var later = Stream.generate(() -> fixture.scheduled(other, mission, Platform.TWITTER, clock.instant()))
                .limit(3)
                .toList();
        assertThat(fixture.round("publisher")).isEqualTo(3);
        // Then
        assertThat(later)
                .allSatisfy(id -> assertThat(fixture.get(other, id).status()).isEqualTo(ContentStatus.PUBLISHED));
        assertThat(hanging).hasSize(7).noneMatch(CompletableFuture::isDone);
        server.goOn();
        assertThat(hanging).allSatisfy(one -> assertThat(one.join()).isOne());
        assertThat(slow)
                .allSatisfy(id -> assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED));
        assertThat(book()).hasSize(7);
    }

    @Test
    void a_poll_asks_its_question_for_as_long_as_it_is_open() {
        // Given
        var id = due();
        fixture.set(id, """
                type = 'POLL', copy = '{"primary":"We wonder.","poll":{"question":"Tea or coffee?",
                "options":["Tea","Coffee"],"duration_hours":48}}'""");
        // When
        run();
        // Then
        assertPublishedOnce(id);
        var status = server.statuses("brand").get(0);
        assertThat(status.path("content").asText()).isEqualTo("<p>We wonder.</p><p>Tea or coffee?</p>");
        assertThat(status.path("poll").toString())
                .isEqualTo("{\"expires_in\":172800,\"options\":[\"Tea\",\"Coffee\"]}");
    }

    @Test
    void nothing_of_a_thread_goes_out_when_the_text_behind_an_address_is_too_long() {
        var id = due();
        var part = "https://example.com。" + "文".repeat(480);
        fixture.set(id, "type = 'THREAD', copy = '{\"thread_parts\":[\"One\",\"" + part + "\"]}'");
        run();
        assertFailed(id);
        assertThat(error(id)).isEqualTo("504 characters, where the account's server takes 500");
    }

    @Test
    void a_visual_that_lies_elsewhere_is_not_fetched() {
        var id = due();
        fixture.set(id, """
                visuals = '[{"type":"IMAGE","url":"%s/x.png","position":1}]'""".formatted(server.address()));
        run();
        assertFailed(id);
        assertThat(error(id)).isEqualTo("Visual 1 is not kept by this server");
        assertThat(server.calls()).noneMatch(call -> call.contains("x.png"));
    }

    @Test
    void words_with_addresses_and_mentions_are_recognized() {
        // Given
        var id = due();
        fixture.set(id, """
                copy = '{"primary":"Tom & \\"Jo\\" <3 @ann@example.social: \\nhttps://example.com/a/very/long/path/that/is/cut?x=1&y=2"}'""");
        cause(Trouble.DIES_AFTER_ACTING);
        run();
        // When, after the server has forgotten its key
        after(Duration.ofHours(2));
        // Then
        assertPublishedOnce(id);
    }

    @Override
    protected void count(String post) {
        server.status(post).put("favourites_count", 12).put("reblogs_count", 5).put("replies_count", 3);
    }

    @Override
    protected void delete(String post) {
        server.delete(post);
    }

    @Test
    void a_post_is_measured_again_after_another_server_was_connected_for_a_while() {
        // Given
        var id = due();
        run();
        var first = server;
        after(Duration.ofMinutes(1));
        connect();
        // When it is asked for where nobody knows it
        after(Duration.ofHours(1));
        fixture.drain("metrics");
        // Then
        assertThat(fixture.count("post_watch where content_id = '" + id + "'")).isEqualTo(1);
        // When
        server.close();
        server = first;
        server.status(book().get(0)).put("favourites_count", 12);
        reconnect();
        after(Duration.ofHours(6));
        fixture.drain("metrics");
        // Then
        assertThat(fixture.count("metric_subject where likes = 12 and subject_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_revoked_token_shows_in_the_status_of_the_account() {
        due();
        cause(Trouble.REVOKED);
        run();
        as(organization.live()).get("/v1/connect/status").then().body("integrations.mastodon.status", equalTo("error"));
    }
}
