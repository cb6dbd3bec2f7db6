package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job, as a client sees it: from one call to published posts. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionLoopTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Map<String, Object> IN_NEW_YORK =
            Map.of("posts_per_day", 2, "posting_times", List.of("09:00", "14:00"), "timezone", "America/New_York");

    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    @Test
    void a_mission_plans_writes_schedules_and_publishes_until_it_ends() {
        // Given
        Api.setClock(Instant.parse("2027-03-10T06:00:00Z"));
        var mission = Missions.start(organization.test(), 14, IN_NEW_YORK);
        Missions.status(organization.test(), mission)
                .body("pipeline.status", equalTo("pending"))
                .body("pipeline.current_stage", equalTo("intake"))
                .body("pipeline.progress_percent", equalTo(0))
                .body("pipeline.stages.intake", not(hasKey("duration_ms")));

        // When
        Api.work();

        // Then
        Missions.status(organization.test(), mission)
                .body("status", equalTo("active"))
                .body("pipeline.progress_percent", equalTo(100))
                .body(
                        "pipeline.stages.keySet()",
                        contains("intake", "strategy", "content", "publish", "analytics", "optimize"))
                .body("pipeline.stages.content.status", equalTo("completed"))
                .body("pipeline.stages.content.duration_ms", greaterThanOrEqualTo(0))
                .body("content.generated", equalTo(14))
                .body("content.scheduled", equalTo(14))
                .body("next_publish_at", equalTo("2027-03-10T14:00:00Z"));

        // When the next days pass
        Api.setClock(Instant.parse("2027-03-11T18:30:00Z"));
        Api.work();
        // Then what was due is out, but what is more than a day late was given another slot.
        Missions.status(organization.test(), mission).body("content.published", equalTo(2));

        // When the calendar runs low, and the late item has a slot in the days that are planned now
        for (var day = 12; day <= 14; day++) {
            Api.setClock(Instant.parse("2027-03-" + day + "T18:30:00Z"));
            Api.work();
        }
        Api.setClock(Instant.parse("2027-03-15T12:00:00Z"));
        Api.work();
        Missions.status(organization.test(), mission)
                .body("pipeline.cycle", equalTo(2))
                .body("content.generated", equalTo(27));

        // When the mission is over
        Api.setClock(Instant.parse("2027-03-24T06:00:01Z"));
        Api.work();
        Missions.status(organization.test(), mission)
                .body("status", equalTo("completed"))
                .body("pipeline.status", equalTo("completed"))
                .body("content.scheduled", equalTo(0))
                .body("next_publish_at", nullValue());
        assertThat(rows.texts("select distinct type from outbox_event order by 1"))
                .contains(
                        "content.created",
                        "content.approved",
                        "content.scheduled",
                        "content.published",
                        "mission.created",
                        "mission.started",
                        "mission.completed",
                        "pipeline.stage_completed",
                        "pipeline.job_completed");
    }

    @Test
    void a_mission_that_is_completed_early_skips_the_stages_that_did_not_run() {
        var mission = Missions.start(organization.test(), 14, IN_NEW_YORK);
        as(organization.test())
                .post("/v1/missions/" + mission + "/complete")
                .then()
                .statusCode(200);
        Api.work();
        Missions.status(organization.test(), mission)
                .body("pipeline.status", equalTo("completed"))
                .body("pipeline.stages.values().status", everyItem(equalTo("skipped")))
                .body("content.generated", equalTo(0));
    }

    @Test
    void a_completed_mission_that_is_renamed_stays_completed() {
        var mission = Missions.start(organization.test(), 14, IN_NEW_YORK);
        Api.work();
        move(mission, "complete");
        change(mission, Map.of("name", "Known by another name"));
        Api.work();
        Missions.status(organization.test(), mission)
                .body("status", equalTo("completed"))
                .body("pipeline.status", equalTo("completed"));
    }

    @Test
    void a_paused_mission_that_is_made_longer_plans_its_new_days_when_it_is_resumed() {
        Api.setClock(Instant.parse("2027-03-10T06:00:00Z"));
        var mission = Missions.start(organization.test(), 7, IN_NEW_YORK);
        Api.work();
        var planned = Missions.content(organization.test(), mission).size();
        move(mission, "pause");
        change(mission, Map.of("duration_days", 9));
        Api.work();
        Missions.status(organization.test(), mission).body("pipeline.status", equalTo("paused"));

        move(mission, "resume");
        // Every day goes out as planned: items that are late would take the places of the new days.
        for (var day = 10; day <= 15; day++) {
            Api.setClock(Instant.parse("2027-03-" + day + "T18:30:00Z"));
            Api.work();
        }

        Missions.status(organization.test(), mission).body("pipeline.status", not(equalTo("paused")));
        assertThat(Missions.content(organization.test(), mission)).hasSizeGreaterThan(planned);
    }

    private void move(String mission, String how) {
        as(organization.test())
                .post("/v1/missions/" + mission + "/" + how)
                .then()
                .statusCode(200);
    }

    private void change(String mission, Map<String, Object> fields) {
        as(organization.test())
                .body(fields)
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);
    }

    @Test
    void slots_keep_their_local_time_across_a_change_of_the_clocks() {
        Api.setClock(Instant.parse("2027-03-11T06:00:00Z"));
        var mission = Missions.start(organization.test(), IN_NEW_YORK);

        Api.work();

        var times = Missions.content(organization.test(), mission).stream()
                .map(item -> OffsetDateTime.parse((String) ((Map<?, ?>) item.get("scheduling")).get("scheduled_for")))
                .sorted()
                .toList();
        assertThat(times).hasSize(14).allSatisfy(time -> {
            assertThat(time.getOffset()).isEqualTo(NEW_YORK.getRules().getOffset(time.toInstant()));
            assertThat(time.getHour()).isIn(9, 14);
        });
        assertThat(times.get(0)).hasToString("2027-03-11T09:00-05:00");
        assertThat(times.get(times.size() - 1)).hasToString("2027-03-17T14:00-04:00");
    }

    @Test
    void every_item_is_valid_for_its_platform_and_reads_unlike_the_others() {
        var mission = Missions.start(organization.test(), Map.of("posts_per_day", 4));

        Api.work();

        var items = Missions.content(organization.test(), mission);
        assertThat(items).hasSizeGreaterThanOrEqualTo(24);
        assertThat(items).extracting(item -> item.get("copy")).doesNotHaveDuplicates();
        for (var item : items) {
            as(organization.test())
                    .get("/v1/content/" + item.get("id") + "/preview")
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true));
        }
    }

    @Test
    void visuals_are_served_to_whoever_knows_their_address() {
        var mission = Missions.start(organization.test(), Map.of());
        Api.work();

        var visual = Missions.content(organization.test(), mission).stream()
                .map(item -> (List<?>) item.get("visuals"))
                .filter(visuals -> !visuals.isEmpty())
                .map(visuals -> (Map<?, ?>) visuals.get(0))
                .findFirst()
                .orElseThrow();
        var path = ((String) visual.get("url")).replaceFirst("^https?://[^/]+", "");

        var bytes = RestAssured.get(path)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(bytes).hasSize((Integer) visual.get("file_size_bytes")).startsWith(0x89, 'P', 'N', 'G');
        RestAssured.get("/media/" + "x".repeat(26) + ".png")
                .then()
                .statusCode(404)
                .body("error", equalTo("NOT_FOUND"));
    }

    @Test
    void nothing_goes_out_before_a_person_has_approved_it() {
        Api.setClock(Instant.parse("2027-05-03T06:00:00Z"));
        var mission = Missions.start(
                organization.test(), Map.of("require_approval", true, "posting_times", List.of("09:00")));
        Api.work();
        Missions.status(organization.test(), mission)
                .body("content.pending_review", equalTo(7))
                .body("content.approved", equalTo(0))
                .body("next_publish_at", nullValue());

        var items = Missions.content(organization.test(), mission);
        var approved = items.get(0).get("id");
        var rejected = items.get(1).get("id");
        // The documented call sends JSON that curl labels as a form.
        RestAssured.given()
                .header("Authorization", "Bearer " + organization.test())
                .contentType("application/x-www-form-urlencoded")
                .body("{\"notes\":\"Good\"}")
                .post("/v1/content/" + approved + "/approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"));
        as(organization.test())
                .body(Map.of("reason", "Too long"))
                .post("/v1/content/" + rejected + "/reject")
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"));
        Api.work();
        as(organization.test()).get("/v1/content/" + approved).then().body("status", equalTo("scheduled"));

        Api.setClock(Instant.parse("2027-05-20T06:00:00Z"));
        Api.work();
        assertThat(rows.count("select count(*) from sandbox_post")).isLessThanOrEqualTo(1);
        as(organization.test()).get("/v1/content/" + rejected).then().body("status", equalTo("rejected"));
    }

    @Test
    void a_rejected_item_is_written_again_with_what_was_said_about_it() {
        var mission = Missions.start(organization.test(), Map.of("require_approval", true));
        Api.work();
        var item = Missions.content(organization.test(), mission).stream()
                .filter(candidate -> candidate.get("type").equals("post"))
                .findFirst()
                .orElseThrow();
        as(organization.test())
                .body(Map.of("reason", "Off brand", "feedback", "Please mention sailing", "regenerate", true))
                .post("/v1/content/" + item.get("id") + "/reject")
                .then()
                .statusCode(200)
                .body("regeneration_job_id", startsWith("job_"));

        Api.work();

        var rewritten =
                as(organization.test()).get("/v1/content/" + item.get("id")).then();
        rewritten.body("version", equalTo(2)).body("status", equalTo("pending_review"));
        assertThat(rewritten.extract().<Object>path("copy")).isNotEqualTo(item.get("copy"));
        assertThat(rewritten.extract().asString()).containsIgnoringCase("sailing");
        assertThat(rows.count("select count(*) from ledger_entry where content_id = '" + item.get("id")
                        + "' and state = 'SETTLED'"))
                .isEqualTo(4);
    }

    @Test
    void a_paused_mission_is_silent_and_catches_up_slot_by_slot() {
        // Given
        Api.setClock(Instant.parse("2027-06-01T00:00:00Z"));
        var mission = Missions.start(
                organization.test(), Map.of("posts_per_day", 2, "posting_times", List.of("09:00", "14:00")));
        Api.work();
        // When
        as(organization.test())
                .post("/v1/missions/" + mission + "/pause")
                .then()
                .statusCode(200);
        Api.setClock(Instant.parse("2027-06-01T21:30:00Z"));
        Api.work();
        // Then
        assertThat(rows.count("select count(*) from sandbox_post")).isZero();
        Missions.status(organization.test(), mission)
                .body("pipeline.status", not(equalTo("failed")))
                .body("next_publish_at", nullValue());
        // When
        as(organization.test())
                .post("/v1/missions/" + mission + "/resume")
                .then()
                .statusCode(200)
                .body("adjusted_ends_at", equalTo("2027-06-09T23:59:59Z"));
        Api.work();
        // Then
        assertThat(rows.count("select count(*) from sandbox_post")).isZero();
        Missions.status(organization.test(), mission)
                .body("content.scheduled", equalTo(14))
                .body("next_publish_at", notNullValue());
        assertThat(rows.texts("""
                select extract(epoch from min(gap))::text from (
                    select scheduled_for - lag(scheduled_for) over (partition by platform order by scheduled_for) as gap
                    from content where status = 'SCHEDULED') gaps""")).allSatisfy(seconds -> assertThat(Double.parseDouble(seconds))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(30).toSeconds()));
    }

    @Test
    void a_deleted_mission_takes_its_content_along_and_leaves_its_costs() {
        var mission = Missions.start(organization.test(), Map.of());
        Api.work();
        var item = Missions.content(organization.test(), mission).get(0).get("id");
        as(organization.test()).delete("/v1/missions/" + mission).then().statusCode(409);
        as(organization.test())
                .post("/v1/missions/" + mission + "/pause")
                .then()
                .statusCode(200);

        as(organization.test())
                .delete("/v1/missions/" + mission)
                .then()
                .statusCode(200)
                .body("deleted", equalTo(true));

        as(organization.test()).get("/v1/missions/" + mission).then().statusCode(404);
        as(organization.test()).get("/v1/content/" + item).then().statusCode(404);
        as(organization.test()).get("/v1/content").then().body("total", equalTo(0));
        assertThat(rows.count("select count(*) from ledger_entry where mission_name = 'Spring launch'"))
                .isPositive();
    }

    @Test
    void a_live_mission_without_a_connected_account_says_so() {
        var mission = Missions.start(organization.live(), Map.of());

        Api.work();

        Missions.status(organization.live(), mission)
                .body("status", equalTo("active"))
                .body("pipeline.status", equalTo("failed"))
                .body("pipeline.error.code", equalTo("platform_not_connected"))
                .body("pipeline.stages.intake.status", equalTo("failed"))
                .body("content.generated", equalTo(0));
        as(organization.test()).get("/v1/missions/" + mission).then().statusCode(404);
    }
}
