package io.groundswell.publishing.metricool;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.content.Content;
import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that Metricool has, though its answers do not say so. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MetricoolDoubtTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Duration PAST_DOUBT = Duration.ofMinutes(4);

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

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
        connect("mc-token-of-brand", "4711");
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        metricool.clear();
        rows.clear();
        Api.resetClock();
    }

    private void connect(String token, String brand) {
        as(organization.live())
                .body(Map.of("token", token, "blog_id", brand))
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

    private String handedOver(Fault fault) {
        metricool.next(fault);
        var id = due();
        assertThat(publish(id).status()).isEqualTo(ContentStatus.SCHEDULED);
        return id;
    }

    private void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    private String health() {
        return rows.texts("select health from connected_account").get(0);
    }

    private void cancel(String id) {
        as(organization.live()).delete("/v1/publish/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>We are back soon</html>", "", "{\"data\":{\"message\":\"later\"}}"})
    void a_list_that_is_none_does_not_say_that_a_post_is_missing(String answer) {
        var id = handedOver(Fault.SILENT_AFTER_TAKING);
        after(PAST_DOUBT);
        metricool.nextLook(200, answer);
        assertThat(publish(id).status()).isEqualTo(ContentStatus.SCHEDULED);
        after(PAST_DOUBT);
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>We are back soon</html>", "[]", "{\"data\":{\"id\":1}}"})
    void an_answer_about_a_post_that_is_none_does_not_say_that_it_was_deleted(String answer) {
        var id = handedOver(Fault.STAYS);
        metricool.release(metricool.planner().get(0).get("id").asText());
        after(PAST_DOUBT);
        metricool.nextLook(200, answer);
        assertThat(publish(id).status()).isEqualTo(ContentStatus.SCHEDULED);
        after(PAST_DOUBT);
        assertThat(publish(id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void nor_that_it_was_taken_back() {
        var id = handedOver(Fault.STAYS);
        cancel(id);
        metricool.nextLook(200, "<html>We are back soon</html>");
        fixture.round("metricool_withdrawals");
        assertThat(rows.count("select count(*) from metricool_post")).isOne();
        after(Duration.ofMinutes(1));
        fixture.round("metricool_withdrawals");
        assertThat(metricool.planner()).isEmpty();
    }

    @Test
    void a_post_that_was_just_taken_may_not_be_there_yet() {
        metricool.nextLook(404, "{\"title\":\"Not Found\"}");
        metricool.nextLook(404, "{\"title\":\"Not Found\"}");
        assertThat(publish(due()).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void a_post_of_an_account_that_was_replaced_is_told_once_and_not_made_again_by_itself(int status) {
        // Given
        var id = handedOver(Fault.STAYS);
        connect("mc-another-account", "4720");
        metricool.hide("4711", "mc-another-account", status);
        // When
        after(Duration.ofSeconds(31));
        assertThat(publish(id).status()).isEqualTo(ContentStatus.SCHEDULED);
        after(PAST_DOUBT);
        var content = publish(id);
        // Then
        assertThat(content.status()).isEqualTo(ContentStatus.FAILED);
        assertThat(content.publication().error()).contains("look whether it is out");
        assertThat(metricool.taken()).isEqualTo(1);
        assertThat(health()).isEqualTo("HEALTHY");
        as(organization.live())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then()
                .statusCode(200);
        assertThat(metricool.taken()).isEqualTo(2);
    }

    @Test
    void what_was_deleted_in_another_brand_of_the_account_is_gone() {
        var id = handedOver(Fault.STAYS);
        connect("mc-token-of-brand", "4712");
        cancel(id);
        metricool.delete(metricool.planner().get(0).get("id").asText());
        fixture.round("metricool_withdrawals");
        assertThat(rows.count("select count(*) from metricool_post")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void what_cannot_be_taken_back_from_it_says_nothing_about_the_account(int status) {
        // Given
        cancel(handedOver(Fault.STAYS));
        connect("mc-another-account", "4720");
        metricool.hide("4711", "mc-another-account", status);
        cancel(handedOver(Fault.STAYS));
        // When
        fixture.round("metricool_withdrawals");
        // Then
        assertThat(metricool.planner())
                .hasSize(1)
                .allSatisfy(post -> assertThat(post.get("brand").asText()).isEqualTo("4711"));
        assertThat(rows.count("select count(*) from metricool_post")).isOne();
        assertThat(health()).isEqualTo("HEALTHY");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void a_test_whose_call_fails_does_not_say_healthy(int status) {
        metricool.nextLook(status, "");
        test("degraded");
        test("healthy");
    }

    private void test(String status) {
        as(organization.live())
                .get("/v1/connect/metricool/test")
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }
}
