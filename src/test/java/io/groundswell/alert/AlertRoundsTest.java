package io.groundswell.alert;

import static io.groundswell.testing.Api.as;
import static io.groundswell.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server notices by itself. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AlertRoundsTest {
    @Inject
    PlanUse use;

    @Inject
    SwitchedOffCreators switchedOff;

    @Inject
    OldAlerts old;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;

    @BeforeEach
    void open() {
        organization = Api.organization("pro", Map.of());
        limit("max_creators_per_org", 10);
        project = Tracking.project(organization, "Launch");
    }

    @AfterEach
    void close() {
        rows.refuseNothing();
        Api.resetClock();
    }

    private void limit(String name, int most) {
        operator()
                .body(Map.of("limits", Map.of("creator_requests_per_minute", -1, name, most)))
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);
    }

    private String add(String handle) {
        return as(organization.tga())
                .body(Map.of("tiktok_handle", handle))
                .post("/api/v1/projects/" + project + "/creators")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private void remove(String creator) {
        as(organization.tga()).delete("/api/v1/creators/" + creator).then().statusCode(200);
    }

    private List<String> open(String kind) {
        return as(organization.tga())
                .get("/api/v1/alerts?status=open&kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .path("data.title");
    }

    private long events(String type) {
        return rows.count("select count(*) from outbox_event where organization_id = '%s' and type = '%s'"
                .formatted(organization.id(), type));
    }

    @Test
    void a_plan_is_close_to_its_limit_from_nine_of_ten_on() throws Exception {
        String last = null;
        for (var count = 0; count < 8; count++) {
            last = add("creator" + count);
        }
        use.run(Instant.MAX);
        assertThat(open("plan_limit_close")).isEmpty();

        var ninth = add("ninth");
        Crowd.of(4, () -> use.run(Instant.MAX));
        assertThat(open("plan_limit_close")).containsExactly("9 of 10: max_creators_per_org");

        remove(ninth);
        use.run(Instant.MAX);
        assertThat(open("plan_limit_close")).isEmpty();
        limit("max_creators_per_org", 8);
        use.run(Instant.MAX);
        assertThat(open("plan_limit_close")).containsExactly("8 of 8: max_creators_per_org");
        assertThat(events("creator.plan_limit_close")).isEqualTo(2);

        limit("max_creators_per_org", -1);
        remove(last);
        use.run(Instant.MAX);
        assertThat(open("plan_limit_close")).isEmpty();
    }

    @Test
    void videos_that_are_tracked_are_counted_as_the_plan_counts_them() {
        limit("max_tracked_videos_per_org", 1);
        var creator = add("ada");
        as(organization.tga())
                .body(Map.of("url", "https://www.tiktok.com/@ada/video/7301234567890123456", "creator_id", creator))
                .post("/api/v1/projects/" + project + "/videos")
                .then()
                .statusCode(201);
        use.run(Instant.MAX);
        assertThat(open("plan_limit_close")).containsExactly("1 of 1: max_tracked_videos_per_org");

        remove(creator);
        use.run(Instant.MAX);

        assertThat(open("plan_limit_close")).isEmpty();
    }

    @Test
    void what_cannot_be_told_keeps_nothing_else_from_being_told() {
        var ada = add("ada");
        add("bob");
        rows.change("update creator set disabled_at = '2026-03-01T12:00:00Z' where organization_id = '%s'"
                .formatted(organization.id()));
        rows.refuse("insert on alert", "new.creator_id = '%s'".formatted(ada));

        switchedOff.run(Instant.MAX);
        assertThat(open("creator_disabled")).containsExactly("@bob is switched off: nothing is fetched any more");

        rows.refuseNothing();
        switchedOff.run(Instant.MAX);
        assertThat(open("creator_disabled")).hasSize(2);
    }

    @Test
    void a_creator_that_is_switched_off_is_told_once_each_time() throws Exception {
        var creator = add("ada");
        rows.change(
                "update creator set disabled_at = '2026-03-01T12:00:00.123456Z' where id = '%s'".formatted(creator));

        Crowd.of(4, () -> switchedOff.run(Instant.MAX));
        switchedOff.run(Instant.MAX);
        assertThat(open("creator_disabled")).containsExactly("@ada is switched off: nothing is fetched any more");
        assertThat(events("creator.disabled")).isEqualTo(1);

        as(organization.tga())
                .body(Map.of("ids", List.of(creator)))
                .post("/api/v1/projects/" + project + "/creators/bulk-reenable")
                .then()
                .statusCode(200);
        switchedOff.run(Instant.MAX);
        assertThat(open("creator_disabled")).isEmpty();

        rows.change("update creator set disabled_at = '2026-03-02T12:00:00Z' where id = '%s'".formatted(creator));
        switchedOff.run(Instant.MAX);
        assertThat(open("creator_disabled")).hasSize(1);
        assertThat(events("creator.disabled")).isEqualTo(2);
        remove(creator);
        switchedOff.run(Instant.MAX);
        assertThat(open("creator_disabled")).isEmpty();
    }

    @Test
    void all_alerts_whose_cause_is_over_end_in_one_round() {
        rows.change("""
                insert into alert (id, organization_id, mode, creator_id, kind, cause, title, details, status, raised_at, updated_at)
                select gen_random_uuid(), '%s', 'LIVE', gen_random_uuid(), 'CREATOR_DISABLED', 'creator_disabled:' || n, 'Off', '{}',
                    'OPEN', now(), now()
                from generate_series(1, 450) n""".formatted(organization.id()));

        switchedOff.run(Instant.MAX);

        assertThat(open("creator_disabled")).isEmpty();
    }

    @Test
    void what_was_resolved_long_ago_is_not_told_again_while_it_goes_on() {
        var begun = Instant.parse("2032-03-01T12:00:00Z");
        Api.setClock(begun);
        var creator = add("ada");
        limit("max_creators_per_org", 1);
        rows.change("update creator set disabled_at = '%s' where id = '%s'".formatted(begun, creator));
        look();
        for (var id : alerts("id")) {
            as(organization.tga())
                    .body(Map.of("status", "resolved"))
                    .patch("/api/v1/alerts/" + id)
                    .then()
                    .statusCode(200);
        }

        for (var days : List.of(100, 300, 400)) {
            Api.setClock(begun.plus(Duration.ofDays(days)));
            old.run(Instant.MAX);
            look();
            assertThat(alerts("status")).containsExactly("resolved", "resolved");
        }
        assertThat(events("creator.disabled")).isEqualTo(1);
        assertThat(events("creator.plan_limit_close")).isEqualTo(1);

        // Once it has ended, it goes.
        remove(creator);
        look();
        old.run(Instant.MAX);
        assertThat(alerts("status")).isEmpty();
    }

    private void look() {
        use.run(Instant.MAX);
        switchedOff.run(Instant.MAX);
    }

    private List<String> alerts(String field) {
        return as(organization.tga()).get("/api/v1/alerts").path("data." + field);
    }
}
