package io.groundswell.webhook;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.LostKey;
import io.groundswell.testing.Receiver;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Stopping;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class WebhookDeliveryTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    LostKey key;

    @Inject
    MeterRegistry meters;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    EventText text;

    @Inject
    AgroalDataSource database;

    @Inject
    Stopping stopping;

    @Inject
    Clock clock;

    private volatile int status = 200;
    private final Receiver receiver = Receiver.answering(one -> status);
    private Api.Organization organization;
    private Owner owner;

    private record Hook(String id, String secret) {}

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
    }

    @AfterEach
    void close() {
        key.giveBack();
        receiver.close();
        Api.resetClock();
        rows.clear();
    }

    private Hook hook(String key, String path, String... events) {
        var made = as(key).body(Map.of("url", receiver.url(path), "events", List.of(events)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
        return new Hook(made.extract().path("id"), made.extract().path("secret"));
    }

    private String draft(String key) {
        return as(key).body(Map.of(
                        "name",
                        "Launch",
                        "objectives",
                        List.of("Be seen"),
                        "platforms",
                        List.of("twitter"),
                        "duration_days",
                        7))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void record(String type, String subject) {
        QuarkusTransaction.requiringNew().run(() -> outbox.record(owner, type, subject));
    }

    private void deliver() {
        fixture.drain("webhook_events");
        fixture.drain("webhook_deliveries");
    }

    private void pass(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    private ValidatableResponse deliveries(Hook hook) {
        return as(organization.test())
                .get("/v1/webhooks/" + hook.id() + "/deliveries")
                .then()
                .statusCode(200);
    }

    @Test
    void an_event_arrives_signed_with_its_whole_object() throws Exception {
        // Given
        var hook = hook(organization.test(), "/in", "mission.created");
        // When
        var mission = draft(organization.test());
        deliver();
        // Then
        assertThat(receiver.received()).hasSize(1);
        var one = receiver.received().get(0);
        assertThat(one.isSignedWith(hook.secret())).isTrue();
        assertThat(one.isSignedWith("whsec_00000000000000000000")).isFalse();
        assertThat(one.event()).isEqualTo("mission.created");
        assertThat(one.delivery()).startsWith("dlv_");
        var body = json.readTree(one.body());
        var shown = as(organization.test()).get("/v1/missions/" + mission).asString();
        assertThat(body.at("/data/object")).isEqualTo(json.readTree(shown));
        assertThat(body.at("/created_at").asText()).startsWith("2030-01-15T12:00");
        assertThat(body.at("/tenant_id").asText()).isEqualTo(organization.id());
        assertThat(body.at("/mode").asText()).isEqualTo("test");
        deliveries(hook)
                .body("data", hasSize(1))
                .body("data[0].id", is(one.delivery()))
                .body("data[0].event_id", is(one.eventId()))
                .body("data[0].status", is("succeeded"))
                .body("data[0].next_attempt_at", nullValue())
                .body("data[0].tries[0].response_status", is(200))
                .body("data[0].tries[0].response", is("answer 200"));
    }

    @Test
    void a_change_that_is_rolled_back_sends_nothing() {
        // Given
        hook(organization.test(), "/in", "*");
        // When
        var thrown = catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.record(owner, "mission.paused", "msn_0000000000000000");
            throw new IllegalArgumentException("too bad");
        }));
        deliver();
        // Then
        assertThat(thrown).hasMessage("too bad");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void what_is_not_taken_is_sent_again_on_schedule_as_the_same_event_and_then_given_up() {
        // Given
        status = 500;
        var hook = hook(organization.test(), "/in", "*");
        draft(organization.test());
        deliver();
        assertThat(receiver.received()).hasSize(1);
        // When, then
        var sent = 1;
        for (var pause : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(12))) {
            pass(pause.minusSeconds(20));
            deliver();
            assertThat(receiver.received()).as("before %s", pause).hasSize(sent);
            pass(Duration.ofSeconds(20));
            deliver();
            sent++;
            assertThat(receiver.received()).as("after %s", pause).hasSize(sent);
        }
        pass(Duration.ofDays(3));
        deliver();
        assertThat(receiver.received()).hasSize(6);
        assertThat(receiver.received().stream().map(Receiver.Received::body).distinct())
                .hasSize(1);
        assertThat(receiver.received()).allMatch(one -> one.isSignedWith(hook.secret()));
        assertThat(receiver.received().stream()
                        .map(Receiver.Received::signature)
                        .distinct())
                .hasSize(6);
        deliveries(hook)
                .body("data[0].status", is("failed"))
                .body("data[0].attempts", is(6))
                .body("data[0].tries", hasSize(6))
                .body("data[0].tries[5].response", is("answer 500"));
    }

    @Test
    void what_was_given_up_can_be_sent_again_by_hand() {
        // Given
        status = Receiver.BROKEN;
        var hook = hook(organization.test(), "/in", "*");
        draft(organization.test());
        deliver();
        deliveries(hook)
                .body("data[0].status", is("pending"))
                .body("data[0].tries[0].error", is("127.0.0.1 broke the connection off"))
                .body("data[0].tries[0].response_status", nullValue());
        var delivery = receiver.received().get(0).delivery();
        status = 204;
        // When
        as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/deliveries/" + delivery + "/redeliver")
                .then()
                .statusCode(200)
                .body("attempts", is(0))
                .body("status", is("pending"));
        deliver();
        // Then
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().stream().map(Receiver.Received::eventId).distinct())
                .hasSize(1);
        deliveries(hook).body("data[0].status", is("succeeded")).body("data[0].tries", hasSize(2));
    }

    @Test
    void only_a_delivery_of_its_own_is_refused_by_a_webhook_that_is_off() {
        var hook = hook(organization.test(), "/in", "*");
        var other = hook(organization.test(), "/other", "*");
        draft(organization.test());
        deliver();
        var ofOther = receiver.received().stream()
                .filter(one -> one.isSignedWith(other.secret()))
                .findFirst()
                .orElseThrow()
                .delivery();
        as(organization.test())
                .body(Map.of("enabled", false))
                .put("/v1/webhooks/" + hook.id())
                .then()
                .statusCode(200);

        redeliver(hook, deliveries(hook).extract().path("data[0].id")).statusCode(409);
        redeliver(hook, "dlv_0000000000000000").statusCode(404);
        redeliver(hook, ofOther).statusCode(404);
    }

    private ValidatableResponse redeliver(Hook hook, String delivery) {
        return as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/deliveries/" + delivery + "/redeliver")
                .then();
    }

    @Test
    void an_endpoint_that_takes_none_of_twenty_events_is_switched_off_until_it_is_enabled_again() {
        // Given
        status = 503;
        var hook = hook(organization.test(), "/in", "*");
        for (var event = 0; event < 20; event++) {
            record("mission.paused", "msn_0000000000000000");
        }
        // When
        deliver();
        for (var pause = 0; pause < 5; pause++) {
            pass(Duration.ofHours(13));
            assertThat(state(hook)).isEqualTo("active");
            deliver();
        }
        // Then
        assertThat(receiver.received()).hasSize(120);
        assertThat(state(hook)).isEqualTo("failing");
        record("mission.resumed", "msn_0000000000000000");
        deliver();
        assertThat(receiver.received()).hasSize(120);
        // When
        status = 200;
        as(organization.test())
                .body(Map.of("enabled", true))
                .put("/v1/webhooks/" + hook.id())
                .then()
                .statusCode(200)
                .body("status", is("active"))
                .body("consecutive_failures", is(0));
        record("mission.completed", "msn_0000000000000000");
        deliver();
        // Then
        assertThat(receiver.received()).hasSize(121);
        assertThat(receiver.received().get(120).event()).isEqualTo("mission.completed");
    }

    private String state(Hook hook) {
        return as(organization.test()).get("/v1/webhooks/" + hook.id()).path("status");
    }

    @Test
    void one_event_that_is_taken_starts_the_count_anew() {
        // Given
        var hook = hook(organization.test(), "/in", "*");
        rows.change("update webhook set failures = 19");
        // When
        record("mission.paused", "msn_0000000000000000");
        deliver();
        // Then
        as(organization.test())
                .get("/v1/webhooks/" + hook.id())
                .then()
                .body("status", is("active"))
                .body("consecutive_failures", is(0));
    }

    @Test
    void live_and_test_mode_and_other_organizations_are_told_of_their_own_only() {
        // Given
        var other = Api.organization();
        hook(organization.test(), "/test", "*");
        hook(organization.live(), "/live", "*");
        hook(other.test(), "/other", "*");
        // When
        draft(organization.test());
        draft(organization.live());
        draft(organization.live());
        deliver();
        // Then
        assertThat(receiver.received().stream().map(Receiver.Received::path))
                .containsExactlyInAnyOrder("/test", "/live", "/live");
    }

    @Test
    void an_endpoint_is_told_of_what_it_asked_for_and_each_of_several_by_itself() {
        // Given
        hook(organization.test(), "/missions", "mission.paused", "mission.resumed");
        hook(organization.test(), "/all", "*");
        // When
        record("mission.paused", "msn_0000000000000000");
        record("content.created", "cnt_0000000000000000");
        deliver();
        // Then
        assertThat(receiver.received().stream().map(one -> one.path() + " " + one.event()))
                .containsExactlyInAnyOrder("/missions mission.paused", "/all mission.paused", "/all content.created");
        assertThat(receiver.received().stream().map(Receiver.Received::delivery).distinct())
                .hasSize(3);
        assertThat(receiver.received().stream().map(Receiver.Received::eventId).distinct())
                .hasSize(2);
    }

    @Test
    void of_an_object_that_is_gone_its_id_is_told() throws Exception {
        // Given
        hook(organization.test(), "/in", "mission.created");
        var mission = draft(organization.test());
        // When
        as(organization.test()).delete("/v1/missions/" + mission).then().statusCode(200);
        deliver();
        // Then
        assertThat(json.readTree(receiver.received().get(0).body()).at("/data/object"))
                .isEqualTo(json.readTree("{\"id\":\"%s\",\"deleted\":true}".formatted(mission)));
    }

    @Test
    void events_of_jobs_and_budgets_carry_what_they_are_about() throws Exception {
        // Given
        hook(organization.test(), "/in", "*");
        // When
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.record(
                    owner,
                    "pipeline.stage_completed",
                    "job_1",
                    Map.of(
                            "mission_id",
                            "msn_1",
                            "job_id",
                            "job_1",
                            "stage",
                            "intake",
                            "status",
                            "completed",
                            "cycle",
                            "2"));
            outbox.record(
                    owner,
                    "budget.threshold_reached",
                    owner.organizationId(),
                    Map.of("threshold_percent", "80", "limit_cents", "5000"));
        });
        deliver();
        // Then
        var objects = receiver.received().stream()
                .map(one -> one.body().replaceFirst(".*\"data\":\\{\"object\":(.*)\\}\\}$", "$1"))
                .toList();
        assertThat(objects).hasSize(2);
        assertThat(objects.stream().map(this::read))
                .containsExactlyInAnyOrder(read("""
                        {"mission_id":"msn_1","job_id":"job_1","stage":"intake","status":"completed","cycle":2}"""), read("{\"threshold_percent\":80,\"limit_cents\":5000}"));
    }

    private Map<?, ?> read(String text) {
        try {
            return json.readValue(text, Map.class);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void an_object_that_cannot_be_shown_holds_up_neither_its_event_nor_others() throws Exception {
        // Given
        hook(organization.test(), "/in", "*");
        record("mission.paused", "msn_0000000000000001");
        record("mission.resumed", "msn_0000000000000002");
        var broken = new EventText() {
            @Override
            public String of(Event event) {
                if (event.type().equals("mission.paused")) {
                    throw new IllegalStateException("cannot be shown");
                }
                return text.of(event);
            }

            @Override
            public String bare(Event event) {
                return text.bare(event);
            }
        };
        // When
        // What it logs is no failure of this test.
        var log = Logger.getLogger(FanOut.class.getName());
        log.setLevel(Level.OFF);
        var done = new FanOut(database, broken, stopping, clock).run(Instant.MAX);
        log.setLevel(null);
        fixture.drain("webhook_deliveries");
        // Then
        assertThat(done).isEqualTo(2);
        assertThat(receiver.received()).hasSize(2);
        var paused = receiver.received().stream()
                .filter(one -> one.event().equals("mission.paused"))
                .findFirst()
                .orElseThrow();
        assertThat(json.readTree(paused.body()).at("/data/object"))
                .isEqualTo(json.readTree("{\"id\":\"msn_0000000000000001\"}"));
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign() {
        // Given
        var hook = hook(organization.test(), "/in", "*");
        String fresh = as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/rotate-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        // When
        record("mission.paused", "msn_0000000000000000");
        deliver();
        pass(Duration.ofHours(24));
        record("mission.paused", "msn_0000000000000000");
        deliver();
        // Then
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(hook.secret());
        var first = receiver.received().get(0);
        assertThat(first.signatures()).hasSize(2);
        assertThat(first.isSignedWith(fresh) && first.isSignedWith(hook.secret()))
                .isTrue();
        var second = receiver.received().get(1);
        assertThat(second.signatures()).hasSize(1);
        assertThat(second.isSignedWith(fresh)).isTrue();
    }

    @Test
    void a_secret_that_does_not_open_any_more_is_replaced_by_a_rotation() {
        // Given what a key sealed that is lost
        var hook = hook(organization.test(), "/in", "*");
        key.lose();
        record("mission.paused", "msn_0000000000000000");
        deliver();
        deliveries(hook).body("data[0].tries[0].error", is("This server cannot read the webhook's secret. Rotate it"));
        // When
        String fresh = as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/rotate-secret")
                .then()
                .statusCode(200)
                .body("previous_secret_expires_at", startsWith("2030-01-16T12:00:"))
                .extract()
                .path("secret");
        deliver();
        // Then
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().get(0).signatures()).hasSize(1);
        assertThat(receiver.received().get(0).isSignedWith(fresh)).isTrue();
        // When a server has the key
        key.giveBack();
        record("mission.paused", "msn_0000000000000000");
        deliver();
        // Then
        var both = receiver.received().get(1);
        assertThat(both.signatures()).hasSize(2);
        assertThat(both.isSignedWith(fresh) && both.isSignedWith(hook.secret())).isTrue();
    }

    @Test
    void a_secret_is_forgotten_when_it_signs_no_more() {
        var hook = hook(organization.test(), "/in", "*");
        as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/rotate-secret")
                .then()
                .statusCode(200);
        pass(Duration.ofHours(23));
        assertThat(fixture.round("ended_webhook_secrets")).isZero();
        pass(Duration.ofHours(2));
        assertThat(fixture.round("ended_webhook_secrets")).isOne();
        assertThat(rows.count("select count(*) from webhook where previous_secret is not null"))
                .isZero();
        record("mission.paused", "msn_0000000000000000");
        deliver();
        assertThat(receiver.received().get(0).signatures()).hasSize(1);
    }

    @Test
    void events_wait_while_this_server_lacks_the_key_of_a_secret() {
        // Given more of them than an endpoint may fail to take, and more rounds than a delivery has attempts
        var hook = hook(organization.test(), "/in", "*");
        for (var event = 0; event < 21; event++) {
            record("mission.paused", "msn_0000000000000000");
        }
        key.lose();
        // When
        deliver();
        for (var round = 0; round < 7; round++) {
            pass(Duration.ofHours(1));
            deliver();
        }
        // Then
        assertThat(rows.count("select count(*) from webhook_delivery where status = 'PENDING' and attempts = 0"))
                .isEqualTo(21);
        deliveries(hook)
                .body("data[0].tries", hasSize(1))
                .body("data[0].tries[0].at", startsWith("2030-01-15T19:00:0"));
        as(organization.test()).get("/v1/webhooks/" + hook.id()).then().body("status", is("active"));
        // When
        key.giveBack();
        pass(Duration.ofHours(1));
        deliver();
        // Then
        assertThat(receiver.received()).hasSize(21);
    }

    @Test
    void what_waits_for_a_key_goes_out_soon_after_the_key_is_there() {
        // Given two events that wait for an hour, and one that its endpoint did not take
        status = 500;
        hook(organization.test(), "/failing", "content.failed");
        record("content.failed", "cnt_0000000000000000");
        deliver();
        status = 200;
        hook(organization.test(), "/in", "mission.paused");
        record("mission.paused", "msn_0000000000000000");
        record("mission.paused", "msn_0000000000000001");
        key.lose();
        pass(Duration.ofSeconds(30));
        deliver();
        assertThat(fixture.round("webhook_secrets")).isZero();
        // When
        key.giveBack();
        // Then
        assertThat(fixture.round("webhook_secrets")).isEqualTo(2);
        assertThat(fixture.round("webhook_secrets")).isZero();
        deliver();
        assertThat(receiver.received())
                .extracting(Receiver.Received::event)
                .containsExactly("content.failed", "mission.paused", "mission.paused");
    }

    @Test
    void a_rotation_hastens_nothing_that_its_endpoint_did_not_take() {
        status = 500;
        var hook = hook(organization.test(), "/in", "*");
        record("mission.paused", "msn_0000000000000000");
        deliver();
        as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/rotate-secret")
                .then()
                .statusCode(200);
        deliver();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void an_event_that_waits_for_a_key_is_tried_after_a_tenth_of_its_age() {
        hook(organization.test(), "/in", "*");
        record("mission.paused", "msn_0000000000000000");
        key.lose();
        deliver();
        assertThat(secondsUntilDue()).isBetween(50L, 60L);
        pass(Duration.ofMinutes(200));
        deliver();
        assertThat(secondsUntilDue()).isBetween(1_190L, 1_200L);
        pass(Duration.ofHours(20));
        deliver();
        assertThat(secondsUntilDue()).isBetween(3_590L, 3_600L);
    }

    @Test
    void what_waits_for_a_slow_endpoint_alone_is_no_reason_to_wake_anybody() {
        var slow = hook(organization.test(), "/slow", "*");
        record("mission.paused", "msn_0000000000000000");
        fixture.drain("webhook_events");
        pass(Duration.ofMinutes(20));
        fixture.drain("webhook_gauges");
        assertThat(gauge("oldest.seconds")).isBetween(1_200.0, 1_210.0);
        rows.change("update webhook set slow = true where id = '%s'".formatted(slow.id()));
        fixture.drain("webhook_gauges");
        assertThat(gauge("oldest.seconds")).isZero();
        assertThat(gauge("waiting")).isOne();
    }

    private double gauge(String name) {
        return meters.get("groundswell.webhook.deliveries." + name).gauge().value();
    }

    private long secondsUntilDue() {
        return rows.count(
                "select extract(epoch from due_at - '%s')::bigint from webhook_delivery".formatted(clock.instant()));
    }

    @Test
    void a_test_tells_at_once_that_this_server_lacks_the_key_of_the_secret() {
        var hook = hook(organization.test(), "/in", "*");
        key.lose();
        as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/test")
                .then()
                .statusCode(200)
                .body("status", is("failed"))
                .body("tries[0].error", is("This server cannot read the webhook's secret. Rotate it"));
    }

    @Test
    void secrets_are_sealed_in_the_database() {
        var hook = hook(organization.test(), "/in", "*");
        assertThat(rows.texts("select secret from webhook")).allMatch(secret -> secret.startsWith("v1."));
        assertThat(rows.count("select count(*) from webhook w where w::text like '%" + hook.secret() + "%'"))
                .isZero();
    }

    @Test
    void a_test_is_sent_at_once_and_once_also_to_an_endpoint_that_is_off() {
        // Given
        status = 500;
        var hook = hook(organization.test(), "/in", "content.created");
        as(organization.test()).body(Map.of("enabled", false)).put("/v1/webhooks/" + hook.id());
        // When
        as(organization.test())
                .post("/v1/webhooks/" + hook.id() + "/test")
                .then()
                .statusCode(200)
                .body("event_type", is("webhook.test"))
                .body("status", is("failed"))
                .body("tries[0].response_status", is(500));
        pass(Duration.ofDays(1));
        deliver();
        // Then
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().get(0).isSignedWith(hook.secret())).isTrue();
        assertThat(receiver.received().get(0).body())
                .contains(hook.id())
                .doesNotContain(hook.secret())
                .contains("\"status\":\"disabled\"");
    }

    @Test
    void nothing_is_kept_for_organizations_without_endpoints() {
        record("mission.paused", "msn_0000000000000000");
        assertThat(fixture.round("webhook_events")).isZero();
        assertThat(rows.count("select count(*) from outbox_event")).isEqualTo(1);
    }

    @Test
    void what_a_deleted_endpoint_leaves_behind_is_cleared_away() {
        // Given
        var hook = hook(organization.test(), "/in", "*");
        record("mission.paused", "msn_0000000000000000");
        fixture.drain("webhook_events");
        // When
        as(organization.test()).delete("/v1/webhooks/" + hook.id()).then().statusCode(200);
        deliver();
        fixture.drain("deleted_webhooks");
        // Then
        assertThat(receiver.received()).isEmpty();
        assertThat(rows.count("select (select count(*) from webhook) + (select count(*) from webhook_delivery)"))
                .isZero();
    }

    @Test
    void all_that_a_deleted_endpoint_leaves_behind_goes_in_one_round() {
        // Given
        var hook = hook(organization.test(), "/in", "*");
        as(organization.test()).delete("/v1/webhooks/" + hook.id()).then().statusCode(200);
        rows.change("""
                insert into outbox_event (id, organization_id, mode, type, subject_id, data, at, fanned_out)
                select 'evt_' || n, '%s', 'TEST', 'mission.paused', 'msn_1', '{}', now(), true from generate_series(1, 10001) n""".formatted(organization.id()));
        rows.change("""
                insert into webhook_delivery (id, organization_id, mode, webhook_id, event_id, type, status, attempts, tries, created_at)
                select 'dlv_' || n, '%s', 'TEST', '%s', 'evt_' || n, 'mission.paused', 'DELIVERED', 1, '[]', now()
                from generate_series(1, 10001) n""".formatted(organization.id(), hook.id()));
        // When
        fixture.round("deleted_webhooks");
        // Then
        assertThat(rows.count("select (select count(*) from webhook) + (select count(*) from webhook_delivery)"))
                .isZero();
    }
}
