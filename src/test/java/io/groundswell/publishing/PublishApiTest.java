package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublishApiTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(20));

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

    @Inject
    Connections connections;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void heal() {
        faults.clear();
        Api.resetClock();
    }

    private ValidatableResponse publish(String id) {
        return as(organization.test())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then();
    }

    private long posts(String id) {
        return fixture.count("sandbox_post where reference like '" + id + ":%'");
    }

    private long events(String id, String type) {
        return fixture.count("outbox_event where subject_id = '" + id + "' and type = '" + type + "'");
    }

    @Test
    void an_approved_item_goes_out_at_once_and_only_once() {
        var id = fixture.approved(owner, mission);
        publish(id)
                .statusCode(200)
                .body("content_id", equalTo(id))
                .body("status", equalTo("published"))
                .body("published_at", matchesPattern(".*Z"))
                .body("platform", equalTo("twitter"))
                .body("platform_post_id", matchesPattern("\\d{16}"))
                .body("platform_url", matchesPattern("https://sandbox.invalid/twitter/\\d{16}"));
        assertThat(events(id, "content.published")).isEqualTo(1);
        assertThat(events(id, "content.scheduled")).isZero();
        publish(id).statusCode(409).body("error.code", equalTo("conflict"));
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void a_scheduled_item_goes_out_before_its_time() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, LATER);
        publish(id).statusCode(200).body("status", equalTo("published"));
    }

    @Test
    void what_nobody_approved_is_not_published() {
        publish(fixture.draft(owner, mission)).statusCode(409);
        publish(fixture.pending(owner, mission)).statusCode(409);
    }

    @Test
    void a_paused_mission_publishes_nothing() {
        var id = fixture.approved(owner, mission);
        fixture.setMission(mission, "status = 'PAUSED'");
        publish(id).statusCode(409).body("error.code", equalTo("conflict"));
        assertThat(posts(id)).isZero();
    }

    @Test
    void live_items_need_a_connected_account() {
        var live = new Owner(organization.id(), Mode.LIVE);
        var id = fixture.approved(live, fixture.mission(live));
        as(organization.live())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then()
                .statusCode(422)
                .body("error.code", equalTo("platform_not_connected"));
        assertThat(fixture.get(live, id).status()).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void unknown_items_and_bad_bodies_are_refused() {
        publish("cnt_unknown").statusCode(404);
        as(organization.test())
                .body("{}")
                .post("/v1/publish")
                .then()
                .statusCode(400)
                .body("error.param", equalTo("content_id"));
        as(Api.organization().test())
                .body(Map.of("content_id", fixture.approved(owner, mission)))
                .post("/v1/publish")
                .then()
                .statusCode(404);
    }

    @Test
    void passing_failures_are_tried_again_at_once() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.PASSING, 3);
        publish(id).statusCode(200).body("status", equalTo("published"));
    }

    @Test
    void an_item_its_network_does_not_take_has_failed_and_may_be_tried_again() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.PASSING, 4);
        publish(id).statusCode(503).body("error.code", equalTo("provider_error"));
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .body("status", equalTo("failed"))
                .body("publishing.error", equalTo("The sandbox is not available"));
        assertThat(events(id, "content.failed")).isEqualTo(1);
        publish(id).statusCode(200).body("status", equalTo("published"));
    }

    @Test
    void a_network_that_had_too_many_requests_is_left_alone_for_as_long_as_it_asks() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.LIMITED, 1);
        // Whoever calls again fails for another reason.
        faults.queue(Fault.PERMANENT, 1);
        publish(id)
                .statusCode(503)
                .header("Retry-After", "600")
                .body("error.code", equalTo("provider_error"))
                .body("error.message", equalTo("The sandbox had too many requests"));
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.FAILED);
        assertThat(posts(id)).isZero();
    }

    @Test
    void permanent_failures_are_not_tried_again() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.PERMANENT, 1);
        publish(id).statusCode(503);
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.FAILED);
    }

    @Test
    void a_network_that_acted_but_did_not_answer_is_asked_instead_of_told_again() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        // A second post would fail, and for good.
        faults.queue(Fault.PERMANENT, 1);
        publish(id).statusCode(200).body("status", equalTo("published"));
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void a_repeat_with_the_same_key_gets_the_same_answer() {
        var id = fixture.approved(owner, mission);
        var first = keyed(id).statusCode(200).extract().asString();
        var second = keyed(id)
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertThat(second).isEqualTo(first);
    }

    private ValidatableResponse keyed(String id) {
        return as(organization.test())
                .header("Idempotency-Key", "publish-" + id)
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then();
    }

    @Test
    void a_last_try_that_acted_without_an_answer_is_found_out() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.PASSING, 3);
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        publish(id).statusCode(200).body("status", equalTo("published"));
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void test_content_is_connected_everywhere_and_live_content_where_an_account_is() {
        var platforms = List.of(Platform.YOUTUBE, Platform.TWITTER);
        assertThat(connections.connected(owner, platforms)).isEqualTo(platforms);
        assertThat(connections.connected(new Owner(organization.id(), Mode.LIVE), platforms))
                .isEmpty();
    }
}
