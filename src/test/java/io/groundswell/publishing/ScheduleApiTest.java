package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.sandbox.SandboxFaults;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ScheduleApiTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(20));

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

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

    private ValidatableResponse schedule(String body) {
        return as(organization.test()).body(body).post("/v1/publish/schedule").then();
    }

    private ValidatableResponse schedule(String id, Instant at) {
        return schedule("{\"content_id\":\"%s\",\"scheduled_for\":\"%s\"}".formatted(id, at));
    }

    private ValidatableResponse cancel(String id) {
        return as(organization.test()).delete("/v1/publish/" + id).then();
    }

    private long events(String id, String type) {
        return fixture.count("outbox_event where subject_id = '" + id + "' and type = '" + type + "'");
    }

    @Test
    void an_item_is_scheduled_and_keeps_its_callers_offset() {
        var id = fixture.approved(owner, mission);
        schedule("{\"content_id\":\"" + id + "\",\"scheduled_for\":\"2030-01-17T09:00:00-05:00\"}")
                .statusCode(200)
                .body("content_id", equalTo(id))
                .body("status", equalTo("scheduled"))
                .body("scheduled_for", equalTo("2030-01-17T09:00:00-05:00"))
                .body("$", hasKey("metricool_post_id"))
                .body("metricool_post_id", nullValue());
        assertThat(events(id, "content.scheduled")).isEqualTo(1);
        schedule(id, LATER).statusCode(200).body("scheduled_for", equalTo(LATER.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z, 422, validation_error",
        "2031-02-01T00:00:00Z, 422, validation_error",
        "tomorrow, 400, invalid_request"
    })
    void a_time_that_is_not_ahead_is_refused(String time, int status, String code) {
        schedule("{\"content_id\":\"%s\",\"scheduled_for\":\"%s\"}".formatted(fixture.approved(owner, mission), time))
                .statusCode(status)
                .body("error.code", equalTo(code))
                .body("error.param", equalTo("scheduled_for"));
    }

    @Test
    void a_time_is_required_unless_the_best_one_is_wanted() {
        var id = fixture.approved(owner, mission);
        schedule("{\"content_id\":\"" + id + "\"}").statusCode(400).body("error.param", equalTo("scheduled_for"));
        schedule("{\"content_id\":\"" + id + "\",\"use_optimal_time\":true}")
                .statusCode(200)
                .body("scheduled_for", matchesPattern(".*T\\d\\d:00:00Z"));
    }

    @Test
    void the_best_time_is_not_before_the_one_given() {
        var id = fixture.approved(owner, mission);
        String time = schedule("{\"content_id\":\"%s\",\"scheduled_for\":\"%s\",\"use_optimal_time\":true}"
                        .formatted(id, LATER))
                .statusCode(200)
                .extract()
                .path("scheduled_for");
        assertThat(Instant.parse(time)).isBetween(LATER, LATER.plus(Duration.ofDays(2)));
    }

    @Test
    void whoever_walks_the_queue_goes_on_from_where_an_item_was_that_is_cancelled_meanwhile() {
        var items = new ArrayList<String>();
        for (var hours = 0; hours < 3; hours++) {
            items.add(fixture.approved(owner, mission));
            schedule(items.get(hours), LATER.plus(Duration.ofHours(hours))).statusCode(200);
        }

        cancel(items.get(1)).statusCode(200);

        queue("starting_after=" + items.get(1)).body("data.content_id", contains(items.get(2)));
        queue("ending_before=" + items.get(1)).body("data.content_id", contains(items.get(0)));
        as(organization.test())
                .get("/v1/content?scheduled_after=" + LATER)
                .then()
                .body("data.id", containsInAnyOrder(items.get(0), items.get(2)));
        as(organization.test()).get("/v1/content/" + items.get(1)).then().body("scheduling.scheduled_for", nullValue());
    }

    private ValidatableResponse queue(String query) {
        return as(organization.test()).get("/v1/publish/queue?" + query).then().statusCode(200);
    }

    @Test
    void only_what_is_approved_is_scheduled() {
        schedule(fixture.draft(owner, mission), LATER).statusCode(409);
        schedule(fixture.published(owner, mission), LATER).statusCode(409);
        schedule("cnt_unknown", LATER).statusCode(404);
    }

    @Test
    void the_best_time_lies_before_the_missions_end() {
        fixture.setMission(mission, "ends_at = '" + NOW.plusSeconds(3 * 3600 + 60) + "'");
        var id = fixture.approved(owner, mission);
        schedule("{\"content_id\":\"" + id + "\",\"use_optimal_time\":true}")
                .statusCode(200)
                .body("scheduled_for", equalTo("2030-01-15T14:00:00Z"));
        var neighbour = fixture.scheduled(owner, mission, Platform.TWITTER, NOW.plusSeconds(60));
        fixture.setMission(mission, "ends_at = '" + NOW.plusSeconds(120) + "'");
        schedule("{\"content_id\":\"" + id + "\",\"use_optimal_time\":true}")
                .statusCode(422)
                .body("error.param", equalTo("scheduled_for"));
        assertThat(fixture.get(owner, neighbour).status()).isEqualTo(ContentStatus.SCHEDULED);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 2030-01-20T00:00:00Z, , 2030-01-20T00:00:00Z, 422",
        "ACTIVE, 2030-01-20T00:00:00Z, , 2030-01-21T09:00:00Z, 422",
        // Over, and kept for posts that are late
        "ACTIVE, 2030-01-15T11:00:00Z, , 2030-01-15T13:00:00Z, 422",
        "COMPLETED, 2030-01-15T11:00:00Z, , 2030-01-15T13:00:00Z, 409",
        // Two days of pause have moved the end to the 22nd
        "PAUSED, 2030-01-20T00:00:00Z, 2030-01-13T12:00:00Z, 2030-01-21T09:00:00Z, 200",
        "PAUSED, 2030-01-20T00:00:00Z, 2030-01-13T12:00:00Z, 2030-01-22T09:00:00Z, 422"
    })
    void the_best_time_is_not_looked_for_after_the_missions_end(
            String status, Instant end, Instant pausedAt, String earliest, int answer) {
        var id = fixture.approved(owner, mission);
        fixture.setMission(
                mission,
                "status = '%s', ends_at = '%s', paused_at = %s"
                        .formatted(status, end, pausedAt == null ? "null" : "'" + pausedAt + "'"));
        schedule("{\"content_id\":\"%s\",\"scheduled_for\":\"%s\",\"use_optimal_time\":true}".formatted(id, earliest))
                .statusCode(answer)
                .body("error.param", equalTo(answer == 422 ? "scheduled_for" : null));
    }

    @Test
    void a_completed_mission_schedules_nothing_but_what_is_asked_for_now_goes_out() {
        var id = fixture.approved(owner, mission);
        fixture.setMission(mission, "status = 'COMPLETED'");
        schedule(id, LATER).statusCode(409).body("error.code", equalTo("conflict"));
        schedule("{\"content_id\":\"" + id + "\",\"use_optimal_time\":true}").statusCode(409);
        publish(id).statusCode(200).body("status", equalTo("published"));
    }

    @Test
    void a_cancelled_item_stays_off_the_schedule_until_someone_puts_it_back() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, LATER);
        cancel(id)
                .statusCode(200)
                .body("content_id", equalTo(id))
                .body("status", equalTo("approved"))
                .body("previous_scheduled_for", equalTo(LATER.toString()))
                .body("cancelled_at", matchesPattern(".*Z"));
        fixture.set(id, "planned_for = '" + LATER + "'");
        fixture.drain("scheduler");
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .body("status", equalTo("approved"))
                .body("scheduling.hold", equalTo(true))
                .body("scheduling.scheduled_for", nullValue());
        cancel(id).statusCode(409);
        publish(id).statusCode(200).body("status", equalTo("published"));
        publish(id).statusCode(409);
        cancel("cnt_unknown").statusCode(404);
    }

    @Test
    void the_queue_lists_what_is_scheduled_earliest_first() {
        var second = fixture.scheduled(owner, mission, Platform.LINKEDIN, LATER.plusSeconds(7200));
        var first = fixture.scheduled(owner, mission, Platform.TWITTER, LATER);
        var other = fixture.mission(owner);
        var third = fixture.scheduled(owner, other, Platform.TWITTER, LATER.plusSeconds(9000));
        fixture.approved(owner, mission);
        queue("", List.of(first, second, third), 3, false);
        queue("?platform=twitter", List.of(first, third), 2, false);
        queue("?mission_id=" + other, List.of(third), 1, false);
        queue("?from=" + LATER.plusSeconds(7200), List.of(second, third), 2, false);
        queue("?to=" + LATER.plusSeconds(7200), List.of(first), 1, false);
        queue("?limit=2", List.of(first, second), 3, true);
        queue("?limit=2&starting_after=" + second, List.of(third), 3, false);
        queue("?limit=1&ending_before=" + third, List.of(second), 3, true);
        as(organization.test())
                .get("/v1/publish/queue?limit=1")
                .then()
                .body("data[0].content_id", equalTo(first))
                .body("data[0].mission_id", equalTo(mission))
                .body("data[0].platform", equalTo("twitter"))
                .body("data[0].type", equalTo("post"))
                .body("data[0].scheduled_for", equalTo(LATER.toString()))
                .body("data[0].status", equalTo("scheduled"))
                .body("data[0].preview", equalTo("Hello\n\nRead more #API"))
                .body("data[0].metricool_post_id", nullValue());
    }

    private void queue(String query, List<String> ids, int total, boolean more) {
        as(organization.test())
                .get("/v1/publish/queue" + query)
                .then()
                .statusCode(200)
                .body("data.content_id", equalTo(ids))
                .body("total", equalTo(total))
                .body("has_more", equalTo(more));
    }

    @ParameterizedTest
    @CsvSource({"platform=x, platform", "from=x, from", "to=x, to", "limit=x, limit", "starting_after=x, starting_after"
    })
    void a_bad_query_names_its_parameter(String query, String param) {
        as(organization.test())
                .get("/v1/publish/queue?" + query)
                .then()
                .statusCode(400)
                .body("error.param", equalTo(param));
    }
}
