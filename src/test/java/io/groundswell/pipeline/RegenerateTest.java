package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.sandbox.GenerationFaults;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RegenerateTest {
    @Inject
    Rows rows;

    @Inject
    GenerationFaults faults;

    @Inject
    Clock clock;

    private Api.Organization organization;
    private String mission;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
    }

    @AfterEach
    void end() {
        faults.none();
        Api.resetClock();
    }

    /** A post of a mission that has done its first cycle. */
    private String item(Map<String, Object> constraints) {
        var all = new HashMap<>(constraints);
        all.put("content_types", List.of("post"));
        mission = Missions.start(organization.test(), 2, all);
        Api.work();
        return (String) Missions.content(organization.test(), mission).get(0).get("id");
    }

    private ValidatableResponse regenerate(String id, String body) {
        return as(organization.test())
                .body(body)
                .post("/v1/content/" + id + "/regenerate")
                .then();
    }

    private ValidatableResponse get(String id) {
        return as(organization.test()).get("/v1/content/" + id).then();
    }

    private void unschedule(String id) {
        as(organization.test()).delete("/v1/publish/" + id).then().statusCode(200);
    }

    @Test
    void an_item_is_a_draft_of_its_next_version_at_once_and_has_other_words_soon() {
        var id = item(Map.of("require_approval", true));
        var before = get(id).extract().<Object>path("copy");
        regenerate(id, "{\"feedback\":\"Please mention sailing\"}")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("draft"))
                .body("version", equalTo(2))
                .body("regeneration_job_id", startsWith("job_"));
        get(id).body("status", equalTo("draft")).body("copy", equalTo(before));

        Api.work();

        var after = get(id).body("status", equalTo("pending_review")).body("version", equalTo(2));
        assertThat(after.extract().<Object>path("copy")).isNotEqualTo(before);
        assertThat(after.extract().asString()).containsIgnoringCase("sailing");
        assertThat(rows.count("select count(*) from ledger_entry where content_id = '" + id
                        + "' and state = 'SETTLED' and stage = 'content'"))
                .isEqualTo(4);
        assertThat(rows.count("select count(*) from audit_entry where action = 'content.regenerated'"))
                .isOne();
    }

    @Test
    void every_rewriting_of_an_item_reads_differently() {
        var id = item(Map.of("require_approval", true));
        var seen = new java.util.HashSet<Object>();
        seen.add(get(id).extract().path("copy"));
        for (var turn = 0; turn < 2; turn++) {
            regenerate(id, "{}").statusCode(200);
            Api.work();
            seen.add(get(id).extract().path("copy"));
            as(organization.test())
                    .body(Map.of("reason", "Again", "regenerate", true))
                    .post("/v1/content/" + id + "/reject")
                    .then()
                    .statusCode(200);
            Api.work();
            seen.add(get(id).extract().path("copy"));
        }
        get(id).body("version", equalTo(5));
        assertThat(seen).hasSize(5);
    }

    @Test
    void an_approved_item_keeps_the_slot_that_was_planned_for_it() {
        var id = item(Map.of());
        var time = get(id).body("status", equalTo("scheduled")).extract().<String>path("scheduling.scheduled_for");
        regenerate(id, "{}").statusCode(409).body("error.code", equalTo("conflict"));
        unschedule(id);
        rows.change("update content set hold = false where id = '" + id + "'");
        regenerate(id, "{}").statusCode(200);
        Api.work();
        get(id).body("status", equalTo("scheduled")).body("scheduling.scheduled_for", equalTo(time));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, 200",
        "PENDING_REVIEW, 200",
        "APPROVED, 200",
        "REJECTED, 200",
        "FAILED, 200",
        "SCHEDULED, 409",
        "PUBLISHED, 409",
        "ARCHIVED, 409"
    })
    void only_what_is_not_on_its_way_out_is_regenerated(String status, int answer) {
        var id = item(Map.of());
        rows.change("update content set status = '" + status + "' where id = '" + id + "'");
        regenerate(id, "{}").statusCode(answer);
        assertThat(rows.count("select count(*) from rewrite_job")).isEqualTo(answer == 200 ? 1 : 0);
    }

    @Test
    void words_for_an_item_of_a_mission_that_was_completed_early_are_kept_and_held() {
        var id = item(Map.of());
        rows.change("update content set status = 'REJECTED', publish_due_at = null, scheduled_for = null,"
                + " scheduled_offset_seconds = null where id = '" + id + "'");
        var before = get(id).extract().<Object>path("copy");
        as(organization.test())
                .post("/v1/missions/" + mission + "/complete")
                .then()
                .statusCode(200);
        regenerate(id, "{}").statusCode(200);
        Api.work();
        assertThat(get(id).body("status", equalTo("approved"))
                        .body("scheduling.scheduled_for", nullValue())
                        .extract()
                        .<Object>path("copy"))
                .isNotEqualTo(before);
        assertThat(rows.count("select count(*) from rewrite_job where status = 'FAILED'"))
                .isZero();
        assertThat(rows.count("select count(*) from content where hold and id = '" + id + "'"))
                .isOne();
        as(organization.test())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then()
                .statusCode(200);
    }

    @Test
    void a_rewriting_without_money_waits_only_while_the_budget_can_be_raised() {
        // Given
        var id = item(Map.of("require_approval", true));
        rows.change("update mission set constraints = constraints || '{\"budget_cents\": 1}'");
        as(organization.test())
                .body(Map.of("reason", "Off topic", "regenerate", true))
                .post("/v1/content/" + id + "/reject")
                .then()
                .statusCode(200);
        // When
        Api.work();
        // Then
        assertThat(rows.texts("select status from rewrite_job")).containsExactly("PENDING");
        // When
        as(organization.test())
                .post("/v1/missions/" + mission + "/complete")
                .then()
                .statusCode(200);
        Api.setClock(clock.instant().plus(Duration.ofMinutes(6)));
        Api.work();
        // Then
        assertThat(rows.texts("select status || ' ' || error from rewrite_job"))
                .singleElement()
                .asString()
                .startsWith("FAILED")
                .contains("the mission's budget of 1 cents");
        regenerate(id, "{}").statusCode(422).body("error.code", equalTo("budget_exceeded"));
    }

    @Test
    void old_words_do_not_get_out_while_new_ones_are_on_their_way() {
        var id = item(Map.of("require_approval", true));
        regenerate(id, "{}").statusCode(200);
        regenerate(id, "{}").statusCode(409).body("error.message", containsString("being rewritten"));
        for (var call : List.of("approve", "reject")) {
            as(organization.test())
                    .body(Map.of("reason", "No"))
                    .post("/v1/content/" + id + "/" + call)
                    .then()
                    .statusCode(409);
        }
        as(organization.test())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then()
                .statusCode(409);
        get(id).body("status", equalTo("draft")).body("review.approvals", equalTo(List.of()));
    }

    @Test
    void a_draft_that_waits_for_its_words_is_left_alone_by_the_stage_that_approves() {
        // Given a job whose last stage is to be done again, with all its items
        var id = item(Map.of());
        rows.change("update content set status = 'DRAFT', fresh = true, publish_due_at = null, scheduled_for = null,"
                + " scheduled_offset_seconds = null");
        rows.change("update pipeline_job set current_stage = 'PUBLISH', status = 'FAILED'");
        // When one of them is regenerated and its writer refuses
        regenerate(id, "{}").statusCode(200);
        faults.failForGood();
        as(organization.test())
                .body(Map.of("from_stage", "publish"))
                .post("/v1/missions/" + mission + "/pipeline/retry")
                .then()
                .statusCode(200);
        Api.work();
        // Then all others are scheduled, and it waits for a person
        get(id).body("status", equalTo("draft")).body("version", equalTo(2));
        assertThat(rows.count("select count(*) from content where status = 'DRAFT'"))
                .isOne();
        assertThat(rows.count("select count(*) from rewrite_job where status = 'FAILED'"))
                .isOne();
        as(organization.test())
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"));
    }

    @Test
    void words_that_come_after_an_edit_are_too_late_but_paid() {
        var id = item(Map.of("require_approval", true));
        regenerate(id, "{}").statusCode(200);
        // While the second of the two calls runs, somebody writes by hand.
        faults.meanwhileAfter(1, () -> as(organization.test())
                .body(Map.of("copy", Map.of("primary", "By hand", "cta", "", "hashtags", List.of())))
                .put("/v1/content/" + id)
                .then()
                .statusCode(200));
        Api.work();
        assertThat(faults.areOver()).isTrue();
        get(id).body("copy.primary", equalTo("By hand"))
                .body("version", equalTo(3))
                .body("status", equalTo("pending_review"));
        assertThat(rows.count("select count(*) from rewrite_job where status = 'FAILED'"))
                .isOne();
        assertThat(rows.count("select count(*) from ledger_entry where state = 'RESERVED'"))
                .isZero();
        assertThat(rows.count(
                        "select count(*) from ledger_entry where content_id = '" + id + "' and state = 'SETTLED'"))
                .isEqualTo(4);
        // The item is free for another try.
        regenerate(id, "{}").statusCode(200).body("version", equalTo(4));
    }

    @Test
    void words_that_come_after_the_item_was_archived_are_dropped() {
        var id = item(Map.of("require_approval", true));
        regenerate(id, "{}").statusCode(200);
        as(organization.test()).delete("/v1/content/" + id).then().statusCode(200);
        Api.work();
        get(id).body("status", equalTo("archived"));
        assertThat(rows.count("select count(*) from rewrite_job where status = 'FAILED'"))
                .isOne();
    }

    @Test
    void a_rewriting_whose_mission_is_deleted_leaves_no_money_reserved() {
        var id = item(Map.of("require_approval", true));
        regenerate(id, "{}").statusCode(200);
        faults.meanwhile(() -> {
            as(organization.test())
                    .post("/v1/missions/" + mission + "/pause")
                    .then()
                    .statusCode(200);
            as(organization.test()).delete("/v1/missions/" + mission).then().statusCode(200);
        });
        Api.work();
        assertThat(faults.areOver()).isTrue();
        assertThat(rows.count("select count(*) from ledger_entry where state = 'RESERVED'"))
                .isZero();
    }

    @Test
    void of_two_at_once_one_is_granted() throws Exception {
        var id = item(Map.of("require_approval", true));
        var statuses = Crowd.of(2, () -> as(organization.test())
                .post("/v1/content/" + id + "/regenerate")
                .statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(rows.count("select count(*) from rewrite_job")).isOne();
        get(id).body("version", equalTo(2));
    }

    @Test
    void a_repeated_call_makes_one_job_and_is_charged_once() {
        var id = item(Map.of("require_approval", true));
        for (var call = 0; call < 2; call++) {
            as(organization.test())
                    .header("Idempotency-Key", "once")
                    .post("/v1/content/" + id + "/regenerate")
                    .then()
                    .statusCode(200);
        }
        assertThat(rows.count("select count(*) from rewrite_job")).isOne();
        used(organization.test(), 1);
    }

    private static void used(String key, int calls) {
        as(key).get("/v1/usage")
                .then()
                .body(
                        "endpoint_limits.find { it.endpoint == 'POST /content/{id}/regenerate' }.remaining",
                        equalTo(20 - calls));
    }

    @Test
    void regenerations_are_limited_by_the_hour_for_each_mode_and_refusals_do_not_count() {
        var id = item(Map.of("require_approval", true));
        regenerate(id, "{}").statusCode(200);
        regenerate(id, "{}").statusCode(409);
        used(organization.test(), 1);
        used(organization.live(), 0);
        Api.operator()
                .body(Map.of("limits", Map.of("regenerations_per_hour", 2)))
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);
        Api.work();
        regenerate(id, "{}").statusCode(200);
        Api.work();
        regenerate(id, "{}")
                .statusCode(429)
                .header("Retry-After", not(equalTo(null)))
                .body("error.code", equalTo("rate_limit_exceeded"));
        Api.setClock(clock.instant().plus(Duration.ofMinutes(62)));
        regenerate(id, "{}").statusCode(200);
    }

    @Test
    void without_money_an_item_keeps_its_words() {
        var id = item(Map.of("require_approval", true));
        as(organization.test())
                .body(Map.of("constraints", Map.of("budget_cents", 1)))
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);
        regenerate(id, "{}").statusCode(422).body("error.code", equalTo("budget_exceeded"));
        get(id).body("status", equalTo("pending_review")).body("version", equalTo(1));
        assertThat(rows.count("select count(*) from rewrite_job")).isZero();
        used(organization.test(), 0);
    }

    @Test
    void a_provider_that_asks_for_patience_gets_it() {
        var id = item(Map.of("require_approval", true));
        regenerate(id, "{}").statusCode(200);
        faults.meanwhile(() -> {
            throw ProviderFailure.limited("Come back later", Duration.ofMinutes(10));
        });
        Api.work();
        Api.setClock(clock.instant().plus(Duration.ofMinutes(9)));
        Api.work();
        get(id).body("status", equalTo("draft"));
        Api.setClock(clock.instant().plus(Duration.ofMinutes(2)));
        Api.work();
        get(id).body("status", equalTo("pending_review"));
    }

    @Test
    void a_rewriting_that_always_fails_gives_the_item_back_to_people() {
        var id = item(Map.of());
        unschedule(id);
        var before = get(id).extract().<Object>path("copy");
        regenerate(id, "{}").statusCode(200);
        faults.fail(1_000);
        for (var turn = 0; turn < 6; turn++) {
            Api.work();
            Api.setClock(clock.instant().plus(Duration.ofSeconds(90)));
        }
        faults.none();
        Api.work();
        get(id).body("status", equalTo("draft")).body("copy", equalTo(before));
        assertThat(rows.count("select count(*) from ledger_entry where state = 'RESERVED'"))
                .isZero();
        regenerate(id, "{}").statusCode(200).body("version", equalTo(3));
        Api.work();
        assertThat(get(id).extract().<Object>path("copy")).isNotEqualTo(before);
    }

    @Test
    void who_may_only_read_or_is_a_stranger_regenerates_nothing() {
        var id = item(Map.of("require_approval", true));
        as(Api.organization().test())
                .post("/v1/content/" + id + "/regenerate")
                .then()
                .statusCode(404);
        regenerate(id, "{\"feedback\":\"" + "x".repeat(2001) + "\"}")
                .statusCode(400)
                .body("error.param", equalTo("feedback"));
        String reader = as(organization.live())
                .body(Map.of("name", "reader", "environment", "test", "scopes", List.of("content:read")))
                .post("/v1/auth/keys")
                .path("key");
        as(reader).post("/v1/content/" + id + "/regenerate").then().statusCode(403);
    }
}
