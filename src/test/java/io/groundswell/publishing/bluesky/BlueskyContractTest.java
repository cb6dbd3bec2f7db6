package io.groundswell.publishing.bluesky;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Visual;
import io.groundswell.mission.Platform;
import io.groundswell.outbound.Health;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.ThreadContract;
import io.groundswell.testing.BlueskyServer;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.NetworkServer;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The promises of every network, and what Bluesky can do besides. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BlueskyContractTest extends ThreadContract {
    private static final String HANDLE = "brand.example";

    @Inject
    ConnectedAccounts accounts;

    private BlueskyServer server;

    @Override
    protected Platform platform() {
        return Platform.BLUESKY;
    }

    @Override
    protected void connect() {
        server = new BlueskyServer(clock);
        server.open(HANDLE);
        assertThat(as(organization.live())
                        .body(Map.of(
                                "identifier", HANDLE, "app_password", "app-" + HANDLE, "service", server.address()))
                        .post("/v1/connect/bluesky")
                        .statusCode())
                .isEqualTo(200);
    }

    @Override
    protected NetworkServer server() {
        return server;
    }

    @Override
    protected void revoke() {
        server.revoke();
    }

    @Override
    protected List<String> book() {
        return server.posts(HANDLE).stream()
                .map(post -> post.path("uri").asText())
                .toList();
    }

    @Override
    protected List<String> repliedTo() {
        return server.posts(HANDLE).stream()
                .map(post -> post.at("/value/reply/parent/uri").asText(null))
                .toList();
    }

    private JsonNode only() {
        assertThat(server.posts(HANDLE)).hasSize(1);
        return server.posts(HANDLE).get(0).path("value");
    }

    @Test
    void a_post_carries_its_language_its_time_and_its_tags() {
        due();
        run();
        assertThat(only().path("text").asText()).isEqualTo("Hello\n\nRead more #API");
        assertThat(only().path("langs").path(0).asText()).isEqualTo("en");
        assertThat(only().path("createdAt").asText()).startsWith("2030-01-15T12:00:");
        assertThat(only().at("/facets/0/features/0/tag").asText()).isEqualTo("API");
    }

    @Test
    void a_picture_is_shown_with_its_description_and_its_shape() {
        var id = withPicture(due());
        run();
        assertPublishedOnce(id);
        var image = only().at("/embed/images/0");
        assertThat(image.path("alt").asText()).isEqualTo("A chart that climbs – steadily");
        assertThat(image.at("/image/mimeType").asText()).isEqualTo("image/png");
        assertThat(image.at("/aspectRatio/width").asInt()).isEqualTo(1200);
    }

    @Test
    void a_picture_as_large_as_models_draw_them_is_made_to_fit() throws IOException {
        // Given
        var drawn = noise(1536, 1024);
        assertThat(drawn).hasSizeGreaterThan(1_000_000);
        var id = withPicture(due(), drawn, new Visual.Dimensions(1536, 1024));
        // When
        run();
        // Then
        assertPublishedOnce(id);
        var image = only().at("/embed/images/0");
        assertThat(image.path("alt").asText()).isEqualTo("A chart that climbs – steadily");
        assertThat(image.at("/image/size").asInt()).isBetween(600_000, 1_000_000);
        var seen = ImageIO.read(new ByteArrayInputStream(server.blob(image.path("image"))));
        assertThat(image.at("/aspectRatio/width").asInt()).isEqualTo(seen.getWidth());
        assertThat(image.at("/aspectRatio/height").asInt()).isEqualTo(seen.getHeight());
        assertThat((double) seen.getWidth() / seen.getHeight()).isCloseTo(1.5, within(0.005));
    }

    private static byte[] noise(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void a_picture_that_cannot_be_made_to_fit_is_refused() {
        var id = withPicture(due(), new byte[1_000_001], new Visual.Dimensions(1536, 1024));
        run();
        assertFailed(id);
        assertThat(error(id)).contains("and cannot be made smaller");
        assertThat(server.calls()).noneMatch(call -> call.contains("uploadBlob"));
    }

    @Test
    void a_session_that_has_ended_is_renewed_and_kept() {
        // Given
        var before = accounts.token(accounts.find(owner, Provider.BLUESKY).orElseThrow());
        server.endSessions();
        // When
        var id = due();
        run();
        // Then
        assertPublishedOnce(id);
        assertThat(accounts.token(accounts.find(owner, Provider.BLUESKY).orElseThrow()))
                .isNotEqualTo(before);
        server.endSessions();
        due();
        run();
        assertThat(book()).hasSize(2);
    }

    @Test
    void two_publishers_that_find_the_session_ended_at_once_both_go_on() throws Exception {
        server.endSessions();
        due();
        due();
        Crowd.of(2, () -> fixture.round("publisher"));
        after(Duration.ofSeconds(31));
        assertThat(book()).hasSize(2);
    }

    @Override
    protected void count(String post) {
        // The server counts as much of every post.
    }

    @Override
    protected void delete(String post) {
        server.delete(post);
    }

    @Test
    void a_post_that_is_not_shown_for_a_while_is_measured_later() {
        // Given
        var id = due();
        run();
        server.showNothing(true);
        after(Duration.ofHours(1));
        fixture.drain("metrics");
        assertThat(fixture.count("post_watch where content_id = '" + id + "'")).isEqualTo(1);
        // When
        server.showNothing(false);
        after(Duration.ofHours(2));
        fixture.drain("metrics");
        // Then
        assertThat(fixture.count("metric_subject where likes = 12 and subject_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoever_has_the_handle_is_mentioned() {
        var id = due();
        fixture.set(id, "copy = '{\"primary\":\"Thanks, @friend.example and @nobody.example!\"}'");
        server.open("friend.example");
        run();
        assertThat(only().path("facets")).hasSize(1);
        assertThat(only().at("/facets/0/features/0/did").asText()).isEqualTo("did:plc:friendexample");
    }

    @Test
    void a_session_that_ends_within_a_thread_is_renewed_once() {
        var id = due();
        fixture.set(id, "type = 'THREAD', copy = '{\"thread_parts\":[\"1/ One\",\"2/ Two\",\"3/ Three\"]}'");
        server.endSessions();
        run();
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(book()).hasSize(3);
        assertThat(server.calls().stream().filter(call -> call.contains("refreshSession")))
                .hasSize(1);
    }

    @Test
    void an_account_whose_session_was_renewed_is_as_healthy_as_its_last_call() {
        accounts.failed(accounts.find(owner, Provider.BLUESKY).orElseThrow(), false, "No answer");
        server.endSessions();
        due();
        after(Duration.ofHours(3));
        var account = accounts.find(owner, Provider.BLUESKY).orElseThrow();
        assertThat(account.health()).isEqualTo(Health.HEALTHY);
        assertThat(account.lastSync()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void nothing_of_a_thread_goes_out_when_a_part_is_longer_than_the_network_takes() {
        // Three hundred characters to readers, and 5,400 bytes.
        var families = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(300);
        for (var part : List.of(families, "x".repeat(301))) {
            var id = due();
            fixture.set(id, "type = 'THREAD', copy = '{\"thread_parts\":[\"One\",\"" + part + "\"]}'");
            run();
            assertFailed(id);
        }
    }
}
