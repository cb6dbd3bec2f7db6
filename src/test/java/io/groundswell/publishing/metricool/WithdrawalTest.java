package io.groundswell.publishing.metricool;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Posts that wait in Metricool's planner when nobody wants them to go out any more. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WithdrawalTest {
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
        begin("mc-token-of-brand");
    }

    private void begin(String token) {
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.LIVE);
        connect(token);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        key.giveBack();
        rows.refuseNothing();
        metricool.clear();
        Api.resetClock();
        rows.clear();
    }

    private void connect(String token) {
        as(organization.live())
                .body(Map.of("token", token, "blog_id", "4711"))
                .post("/v1/connect/metricool")
                .then()
                .statusCode(200);
    }

    private void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    /** An item whose post was handed over once, with what goes wrong then. */
    private String handedOver(Fault fault) {
        metricool.next(fault);
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(1));
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        return id;
    }

    private ContentStatus status(String id) {
        return fixture.get(owner, id).status();
    }

    private String error(String id) {
        return fixture.get(owner, id).publication().error();
    }

    private void cancel(String id) {
        as(organization.live()).delete("/v1/publish/" + id).then().statusCode(200);
    }

    private void publishNow(String id) {
        as(organization.live())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then()
                .statusCode(200);
    }

    private int takeBack() {
        return fixture.round("metricool_withdrawals");
    }

    private long book() {
        return rows.count("select count(*) from metricool_post");
    }

    private enum Stop {
        CANCELLED,
        ARCHIVED,
        EDITED,
        PUT_OFF,
        PAUSED,
        SUSPENDED,
        DELETED
    }

    private void stop(String id, Stop how) {
        switch (how) {
            case CANCELLED -> cancel(id);
            case ARCHIVED -> {
                cancel(id);
                as(organization.live()).delete("/v1/content/" + id).then().statusCode(200);
            }
            case EDITED ->
                as(organization.live())
                        .body("{\"copy\":{\"primary\":\"Other words\"}}")
                        .put("/v1/content/" + id)
                        .then()
                        .statusCode(200);
            case PUT_OFF ->
                as(organization.live())
                        .body(Map.of("content_id", id, "scheduled_for", "2030-01-20T12:00:00Z"))
                        .post("/v1/publish/schedule")
                        .then()
                        .statusCode(200);
            case PAUSED -> fixture.setMission(mission, "status = 'PAUSED'");
            case SUSPENDED -> rows.change("update organization set status = 'SUSPENDED'");
            case DELETED -> rows.change("delete from mission where id = '" + mission + "'");
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void a_post_whose_item_is_stopped_is_taken_back(Stop how) {
        var id = handedOver(Fault.STAYS);
        stop(id, how);
        assertThat(takeBack()).isEqualTo(1);
        assertThat(metricool.planner()).isEmpty();
        assertThat(book()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stop.class,
            names = {"CANCELLED", "EDITED", "PUT_OFF"})
    void an_item_whose_post_was_taken_back_may_go_out_after_all(Stop how) {
        var id = handedOver(Fault.STAYS);
        stop(id, how);
        takeBack();
        publishNow(id);
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(metricool.planner()).hasSize(1);
        assertThat(metricool.taken()).isEqualTo(2);
    }

    @Test
    void an_item_that_is_on_its_way_or_out_keeps_its_post() {
        var id = handedOver(Fault.STAYS);
        after(Duration.ofHours(1));
        assertThat(takeBack()).isZero();

        metricool.release(metricool.planner().get(0).get("id").asText());
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(takeBack()).isZero();
        assertThat(metricool.planner()).hasSize(1);
    }

    @Test
    void a_post_that_turns_out_to_be_out_publishes_its_item() {
        var id = handedOver(Fault.STAYS);
        cancel(id);
        metricool.release(metricool.planner().get(0).get("id").asText());
        takeBack();
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(fixture.get(owner, id).publication().platformUrl()).startsWith("https://x.com/");
        assertThat(takeBack()).isZero();
        assertThat(metricool.taken()).isEqualTo(1);
    }

    @Test
    void a_post_that_is_out_in_words_that_were_edited_meanwhile_is_what_the_item_shows() {
        var id = handedOver(Fault.STAYS);
        stop(id, Stop.EDITED);
        metricool.release(metricool.planner().get(0).get("id").asText());
        takeBack();
        var content = fixture.get(owner, id);
        assertThat(content.status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(content.copy().primary()).isEqualTo("Hello");
    }

    @Test
    void a_post_that_is_out_of_an_item_that_is_reviewed_again_is_not_made_twice() {
        var id = handedOver(Fault.STAYS);
        fixture.set(id, "review_required = true");
        stop(id, Stop.EDITED);
        metricool.release(metricool.planner().get(0).get("id").asText());
        assertThat(takeBack()).isEqualTo(1);
        assertThat(status(id)).isEqualTo(ContentStatus.PENDING_REVIEW);
        after(Duration.ofHours(1));
        assertThat(takeBack()).isZero();

        as(organization.live()).post("/v1/content/" + id + "/approve").then().statusCode(200);
        publishNow(id);
        assertThat(metricool.taken()).isEqualTo(1);
        assertThat(fixture.get(owner, id).copy().primary()).isEqualTo("Hello");
    }

    @Test
    void what_is_given_up_is_taken_back_at_once() {
        metricool.next(Fault.STAYS);
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(1));
        fixture.set(id, "publish_attempts = 4, publish_tried = true");
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.FAILED);
        assertThat(error(id)).isEqualTo("Metricool has the post and has not published it yet");
        assertThat(metricool.planner()).isEmpty();
        assertThat(book()).isZero();
    }

    @Test
    void what_cannot_be_taken_back_says_so_and_is_once_the_token_is_a_good_one() {
        // Given
        var id = handedOver(Fault.STAYS);
        metricool.revoke("mc-token-of-brand");
        after(Duration.ofSeconds(31));
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.FAILED);
        assertThat(error(id)).contains("refuses the token").contains("go out yet");
        assertThat(takeBack()).isZero();
        // When
        connect("mc-other-token");
        // Then
        assertThat(takeBack()).isEqualTo(1);
        assertThat(metricool.planner()).isEmpty();
    }

    @Test
    void an_answer_that_is_lost_is_made_up_for_by_a_look() {
        var id = handedOver(Fault.STAYS);
        cancel(id);
        metricool.nextWithdrawal(Fault.SILENT_AFTER_TAKING);
        takeBack();
        assertThat(book()).isZero();
        assertThat(metricool.planner()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SILENT", "BROKEN"})
    void a_call_that_is_lost_is_made_again(Fault fault) {
        var id = handedOver(Fault.STAYS);
        cancel(id);
        metricool.nextWithdrawal(fault);
        assertThat(takeBack()).isEqualTo(1);
        assertThat(metricool.planner()).hasSize(1);
        assertThat(takeBack()).isZero();
        after(Duration.ofSeconds(31));
        assertThat(takeBack()).isEqualTo(1);
        assertThat(metricool.planner()).isEmpty();
        assertThat(book()).isZero();
    }

    @Test
    void what_may_still_be_heard_is_waited_for() {
        var id = handedOver(Fault.SILENT);
        cancel(id);
        takeBack();
        assertThat(book()).isEqualTo(1);
        after(Duration.ofMinutes(3));
        takeBack();
        assertThat(book()).isZero();
        assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
        assertThat(metricool.taken()).isZero();
    }

    @Test
    void a_post_without_an_answer_is_looked_for_to_be_taken_back() {
        var id = handedOver(Fault.SILENT_AFTER_TAKING);
        metricool.hold(metricool.planner().get(0).get("id").asText());
        cancel(id);
        takeBack();
        assertThat(metricool.planner()).isEmpty();
        assertThat(book()).isZero();
    }

    @Test
    void an_organization_whose_token_is_refused_does_not_hold_up_another() {
        // Given
        cancel(handedOver(Fault.STAYS));
        cancel(handedOver(Fault.STAYS));
        begin("mc-other-token");
        cancel(handedOver(Fault.STAYS));
        // When
        metricool.revoke("mc-token-of-brand");
        assertThat(takeBack()).isEqualTo(3);
        // Then
        assertThat(metricool.planner()).hasSize(2);
        after(Duration.ofHours(1));
        assertThat(takeBack()).isZero();
    }

    /** Others were claimed together with it, and nobody would look at them for a while. */
    @Test
    void a_token_that_does_not_open_holds_up_no_other_organization_and_is_asked_with_once_it_does() {
        // Given
        cancel(handedOver(Fault.STAYS));
        key.lose();
        var first = organization;
        begin("mc-other-token");
        cancel(handedOver(Fault.STAYS));
        // When
        assertThat(takeBack()).isEqualTo(2);
        // Then
        assertThat(metricool.planner()).hasSize(1);
        as(first.live()).get("/v1/connect/status").then().body("integrations.metricool.status", equalTo("degraded"));
        // When
        key.giveBack();
        after(Duration.ofSeconds(31));
        assertThat(takeBack()).isEqualTo(1);
        // Then
        assertThat(metricool.planner()).isEmpty();
    }

    @Test
    void a_post_that_cannot_be_recorded_holds_up_no_other() {
        // Given
        var odd = handedOver(Fault.STAYS);
        cancel(odd);
        metricool.release(metricool.planner().get(0).get("id").asText());
        begin("mc-other-token");
        cancel(handedOver(Fault.STAYS));
        rows.refuse("update on content", "new.id = '%s'".formatted(odd));
        // When
        assertThat(takeBack()).isEqualTo(2);
        rows.refuseNothing();
        // Then
        assertThat(metricool.planner()).hasSize(1);
        assertThat(book()).isEqualTo(1);
        after(Duration.ofSeconds(31));
        assertThat(takeBack()).isEqualTo(1);
        assertThat(rows.count("select count(*) from content where status = 'PUBLISHED'"))
                .isEqualTo(1);
    }
}
