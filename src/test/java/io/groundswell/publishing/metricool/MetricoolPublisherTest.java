package io.groundswell.publishing.metricool;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.groundswell.content.Content;
import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.LostKey;
import io.groundswell.testing.MetricoolServer;
import io.groundswell.testing.MetricoolServer.Fault;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items on their way through Metricool, which is a real server with a planner of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MetricoolPublisherTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    LostKey key;

    @Inject
    Clock clock;

    private final MetricoolServer metricool = MetricoolServer.current();
    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        rows.clear();
        metricool.clear();
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.LIVE);
        connect("mc-token-of-brand", organization.live());
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        key.giveBack();
        metricool.clear();
        Api.resetClock();
    }

    private void connect(String token, String key) {
        as(key).body("{\"token\":\"%s\",\"blog_id\":\"blog_4711\",\"user_id\":\"12\"}".formatted(token))
                .post("/v1/connect/metricool")
                .then()
                .statusCode(200);
    }

    private String due() {
        return fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(1));
    }

    private Content publish(String id) {
        fixture.round("publisher");
        return fixture.get(owner, id);
    }

    private void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    private JsonNode planned() {
        assertThat(metricool.planner()).hasSize(1);
        return metricool.planner().get(0);
    }

    @Test
    void an_item_goes_out_and_is_known_by_both_its_ids() {
        var content = publish(due());

        var planned = planned();
        assertThat(content.status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(content.publication().externalPostId())
                .isEqualTo("mc_" + planned.get("id").asText());
        assertThat(content.publication().platformPostId())
                .isEqualTo("9" + planned.get("id").asText());
        assertThat(planned.path("text").asText()).isEqualTo("Hello\n\nRead more #API");
        assertThat(planned.path("providers").get(0).path("network").asText()).isEqualTo("twitter");
        assertThat(planned.path("autoPublish").asBoolean()).isTrue();
        assertThat(planned.path("publicationDate").path("timezone").asText()).isEqualTo("UTC");
    }

    @Test
    void an_answer_that_is_lost_is_found_in_the_planner_and_posts_once() {
        metricool.next(Fault.SILENT_AFTER_TAKING);
        var id = due();
        assertThat(publish(id).status()).isEqualTo(ContentStatus.SCHEDULED);

        after(Duration.ofSeconds(31));
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void a_call_that_may_still_be_heard_is_not_repeated_until_it_cannot_any_more() {
        metricool.next(Fault.SILENT);
        var id = due();
        publish(id);
        after(Duration.ofSeconds(31));
        assertThat(publish(id).publication().error()).contains("may still take the post");
        assertThat(metricool.taken()).isZero();

        after(Duration.ofSeconds(61));
        publish(id);
        assertThat(metricool.taken()).isZero();
        after(Duration.ofSeconds(121));
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void a_server_that_breaks_may_have_acted() {
        metricool.next(Fault.BROKEN);
        var id = due();
        publish(id);
        after(Duration.ofSeconds(31));
        assertThat(publish(id).publication().error()).contains("may still take the post");
    }

    @Test
    void publishing_now_finds_what_an_unanswered_call_has_posted() {
        metricool.next(Fault.SILENT_AFTER_TAKING);
        var id = fixture.approved(owner, mission);
        as(organization.live())
                .body("{\"content_id\":\"" + id + "\"}")
                .post("/v1/publish")
                .then()
                .statusCode(200);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void a_post_that_its_network_does_not_take_has_failed_and_may_be_tried_anew() {
        metricool.next(Fault.FAILS_LATER);
        var id = due();
        var content = publish(id);
        assertThat(content.status()).isEqualTo(ContentStatus.FAILED);
        assertThat(content.publication().error()).contains("The network says no");

        as(organization.live())
                .body("{\"content_id\":\"" + id + "\"}")
                .post("/v1/publish")
                .then()
                .statusCode(200);
        assertThat(metricool.taken()).isEqualTo(2);
    }

    @Test
    void a_post_that_is_refused_has_failed_at_once() {
        metricool.next(Fault.REFUSED);
        var content = publish(due());
        assertThat(content.status()).isEqualTo(ContentStatus.FAILED);
        assertThat(content.publication().error()).contains("Text is too long");
    }

    @Test
    void a_limit_is_waited_for_as_long_as_it_says() {
        metricool.next(Fault.LIMITED);
        var id = due();
        publish(id);
        after(Duration.ofSeconds(590));
        assertThat(publish(id).status()).isEqualTo(ContentStatus.SCHEDULED);
        after(Duration.ofSeconds(11));
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void a_slow_answer_is_an_answer() {
        metricool.next(Fault.SLOW);
        assertThat(publish(due()).status()).isEqualTo(ContentStatus.PUBLISHED);
    }

    @Test
    void what_stays_in_the_planner_is_looked_for_and_not_planned_twice() {
        metricool.next(Fault.STAYS);
        var id = due();
        assertThat(publish(id).publication().error()).contains("not published it yet");

        metricool.release(planned().get("id").asText());
        after(Duration.ofSeconds(31));
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void what_somebody_deletes_in_the_planner_is_not_planned_again_by_itself() {
        metricool.next(Fault.STAYS);
        var id = due();
        publish(id);
        metricool.delete(planned().get("id").asText());
        after(Duration.ofSeconds(31));

        var content = publish(id);
        assertThat(content.status()).isEqualTo(ContentStatus.FAILED);
        assertThat(content.publication().error()).contains("deleted in Metricool");
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void a_picture_that_is_refused_fails_the_item_before_anything_is_planned() {
        metricool.refuseMedia();
        var id = due();
        fixture.set(id, """
                visuals = '[{"type": "IMAGE", "url": "https://example.com/a.png", "position": 1}]'""");
        var content = publish(id);
        assertThat(content.status()).isEqualTo(ContentStatus.FAILED);
        assertThat(content.publication().error()).contains("not accessible");
        assertThat(metricool.taken()).isZero();
    }

    @Test
    void a_picture_goes_by_way_of_metricool() {
        var id = due();
        fixture.set(id, """
                visuals = '[{"type": "IMAGE", "url": "https://example.com/a.png", "alt_text": "A cup", "position": 1}]'""");
        publish(id);
        assertThat(planned().path("media").get(0).asText()).isEqualTo("https://media.metricool.example/a.png");
        assertThat(planned().path("mediaAltText").get(0).asText()).isEqualTo("A cup");
    }

    @Test
    void a_token_that_is_revoked_fails_the_item_and_shows_in_the_test() {
        metricool.revoke("mc-token-of-brand");
        var content = publish(due());
        assertThat(content.status()).isEqualTo(ContentStatus.FAILED);
        assertThat(content.publication().error()).contains("refuses the token");
        as(organization.live()).get("/v1/connect/metricool/test").then().body("status", equalTo("error"));
    }

    @Test
    void a_post_waits_while_this_server_lacks_the_key_of_the_token() {
        // Given
        key.lose();
        var id = due();
        // When
        publish(id);
        after(Duration.ofSeconds(31));
        var content = publish(id);
        // Then
        assertThat(content.status()).isEqualTo(ContentStatus.SCHEDULED);
        assertThat(content.publication().error()).contains("Connect Metricool again");
        assertThat(rows.texts("select health from connected_account")).containsExactly("DEGRADED");
        // When
        key.giveBack();
        after(Duration.ofMinutes(2));
        // Then
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(rows.texts("select health from connected_account")).containsExactly("HEALTHY");
    }

    @Test
    void brands_cannot_be_asked_for_while_this_server_lacks_the_key_of_the_token() {
        key.lose();
        for (var path : List.of("brands", "accounts")) {
            as(organization.live())
                    .get("/v1/connect/metricool/" + path)
                    .then()
                    .statusCode(503)
                    .body("error.code", equalTo("provider_error"));
        }
        key.giveBack();
        as(organization.live()).get("/v1/connect/metricool/brands").then().statusCode(200);
    }

    @Test
    void a_token_that_is_refused_when_it_has_been_replaced_says_nothing_about_the_new_one() {
        metricool.meanwhile(() -> {
            rows.change("update connected_account set token = 'v1.another'");
            metricool.revoke("mc-token-of-brand");
        });
        assertThat(publish(due()).publication().error()).contains("refuses the token");
        assertThat(rows.texts("select health from connected_account")).containsExactly("HEALTHY");
    }

    @Test
    void test_mode_publishes_to_the_sandbox_whatever_is_connected() {
        var test = new Owner(organization.id(), Mode.TEST);
        var id = fixture.scheduled(
                test, fixture.mission(test), Platform.TWITTER, clock.instant().minusSeconds(1));
        fixture.round("publisher");
        assertThat(fixture.get(test, id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isZero();
    }

    @Test
    void without_a_connection_an_item_fails_at_its_time() {
        var id = due();
        as(organization.live()).delete("/v1/connect/metricool").then().statusCode(200);
        assertThat(publish(id).status()).isEqualTo(ContentStatus.FAILED);
    }

    @Test
    void what_is_out_is_measured() {
        var id = due();
        var content = publish(id);
        metricool.measure(
                content.publication().platformPostId(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("impressions", 1_200)
                        .put("likes", 40)
                        .put("retweets", 7)
                        .put("engagement", 3.9));
        after(Duration.ofHours(1));
        fixture.drain("metrics");
        assertThat(rows.count("select impressions from metric_subject")).isEqualTo(1_200);
        assertThat(rows.count("select likes from metric_subject")).isEqualTo(40);
        assertThat(rows.count("select shares from metric_subject")).isEqualTo(7);
    }

    @Test
    void two_items_of_one_moment_are_told_apart() {
        metricool.next(Fault.SILENT_AFTER_TAKING);
        metricool.next(Fault.SILENT_AFTER_TAKING);
        var one = due();
        var other = due();
        fixture.round("publisher");
        for (var round = 0; round < 3; round++) {
            after(Duration.ofMinutes(2));
            fixture.round("publisher");
        }
        assertThat(metricool.taken()).isEqualTo(2);
        assertThat(fixture.get(owner, one).publication().externalPostId())
                .isNotNull()
                .isNotEqualTo(fixture.get(owner, other).publication().externalPostId());
    }

    @Test
    void the_token_is_sealed_where_it_is_kept() {
        assertThat(rows.texts("select token from connected_account").get(0))
                .startsWith("v1.")
                .doesNotContain("mc-token-of-brand");
    }
}
