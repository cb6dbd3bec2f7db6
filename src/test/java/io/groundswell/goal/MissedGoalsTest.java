package io.groundswell.goal;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissedGoalsTest {
    @Inject
    MissedGoals missed;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;
    private String creator;

    @BeforeEach
    void open() {
        // A Wednesday, which is a Thursday in Kiritimati.
        Api.setClock(Instant.parse("2030-03-06T12:00:00Z"));
        organization = Api.organizationIn("Pacific/Kiritimati");
        project = Tracking.project(organization, "Launch");
        creator = new Tracking(organization, project).creator("ada");
    }

    @AfterEach
    void close() {
        rows.refuseNothing();
        Api.resetClock();
        rows.change("delete from goal where organization_id = '%s'".formatted(organization.id()));
    }

    private String set(String type, String period, Number target) {
        return as(organization.tga())
                .body(Map.of("type", type, "period", period, "target", target))
                .post("/api/v1/creators/" + creator + "/goals")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private void post(String id, String at) {
        as(organization.tga())
                .body(Map.of("url", "https://www.tiktok.com/@ada/video/" + id, "creator_id", creator, "posted_at", at))
                .post("/api/v1/projects/" + project + "/videos")
                .then()
                .statusCode(201);
    }

    private List<String> told(String now) throws Exception {
        Api.setClock(Instant.parse(now));
        Crowd.of(4, () -> missed.run(Instant.MAX));
        return as(organization.tga())
                .get("/api/v1/alerts?kind=goal_missed")
                .then()
                .statusCode(200)
                .extract()
                .path("data.title");
    }

    @Test
    void what_was_missed_is_told_once_when_snapshots_had_time_to_come_in() throws Exception {
        set("posts", "daily", 1);
        post("7301234567890123456", "2030-03-08T12:00:00Z");

        // The day in which the goal was set is not judged. The 8th ends at 10:00 in UTC, and settles two days later.
        assertThat(told("2030-03-10T09:58:00Z")).isEmpty();
        assertThat(told("2030-03-10T10:00:00Z")).containsExactly("@ada reached 0 of 1 (posts, daily, from 2030-03-08)");
        // On the 9th, in Kiritimati, there was a post.
        assertThat(told("2030-03-11T10:00:00Z")).hasSize(1);
        assertThat(told("2030-03-13T10:00:00Z"))
                .containsExactlyInAnyOrder(
                        "@ada reached 0 of 1 (posts, daily, from 2030-03-11)",
                        "@ada reached 0 of 1 (posts, daily, from 2030-03-10)",
                        "@ada reached 0 of 1 (posts, daily, from 2030-03-08)");
        assertThat(rows.count(
                        "select count(*) from outbox_event where organization_id = '%s' and type = 'creator.goal_missed'"
                                .formatted(organization.id())))
                .isEqualTo(3);
    }

    @Test
    void a_goal_that_cannot_be_judged_holds_up_none_behind_it_and_is_tried_again_later() throws Exception {
        set("posts", "daily", 1);
        rows.refuse("insert on alert", "new.creator_id = '%s'".formatted(creator));
        creator = new Tracking(organization, project).creator("bob");
        set("posts", "daily", 1);

        assertThat(told("2030-03-10T10:00:00Z")).containsExactly("@bob reached 0 of 1 (posts, daily, from 2030-03-08)");
        assertThat(
                        rows.count(
                                "select count(*) from goal where due_at between '2030-03-10T11:00:00Z' and '2030-03-10T11:01:00Z'"))
                .isOne();

        rows.refuseNothing();
        assertThat(told("2030-03-10T11:01:00Z"))
                .containsExactlyInAnyOrder(
                        "@ada reached 0 of 1 (posts, daily, from 2030-03-08)",
                        "@bob reached 0 of 1 (posts, daily, from 2030-03-08)");
    }

    @Test
    void weeks_and_months_are_judged_when_they_are_over() throws Exception {
        set("posts", "weekly", 2.5);
        set("views", "monthly", 1);

        assertThat(told("2030-03-19T09:58:00Z")).isEmpty();
        assertThat(told("2030-03-19T10:00:00Z"))
                .containsExactly("@ada reached 0 of 2.5 (posts, weekly, from 2030-03-11)");
        // April is the first month from its beginning on.
        assertThat(told("2030-04-05T00:00:00Z")).noneMatch(title -> title.contains("views"));
        assertThat(told("2030-05-02T10:00:00Z")).contains("@ada reached 0 of 1 (views, monthly, from 2030-04-01)");
    }

    @Test
    void after_a_long_pause_only_the_latest_periods_are_judged() throws Exception {
        set("posts", "daily", 1);

        assertThat(told("2031-01-01T00:00:00Z")).hasSize(33);
    }

    @Test
    void nobody_is_alarmed_about_who_is_switched_off_or_away() throws Exception {
        set("posts", "daily", 1);
        rows.change("update creator set disabled_at = now() where id = '%s'".formatted(creator));
        assertThat(told("2030-03-12T10:00:00Z")).isEmpty();

        rows.change("update creator set disabled_at = null where id = '%s'".formatted(creator));
        assertThat(told("2030-03-12T10:00:00Z")).isEmpty();

        assertThat(told("2030-03-13T10:00:00Z")).hasSize(1);
    }

    @Test
    void a_goal_of_another_period_begins_with_the_next_one() throws Exception {
        var goal = set("posts", "daily", 1);
        as(organization.tga())
                .body(Map.of("period", "weekly"))
                .patch("/api/v1/goals/" + goal)
                .then()
                .statusCode(200);

        assertThat(told("2030-03-13T10:00:00Z")).isEmpty();
        assertThat(told("2030-03-19T10:00:00Z")).hasSize(1);
    }

    @Test
    void days_are_those_of_the_zone_that_the_organization_has_moved_to() throws Exception {
        set("posts", "daily", 1);
        as(organization.tga())
                .body(Map.of("analytics_tz", "Pacific/Pago_Pago"))
                .patch("/api/v1/organization")
                .then()
                .statusCode(200);

        // The 8th ends 25 hours later there.
        assertThat(told("2030-03-10T10:00:00Z")).isEmpty();
        assertThat(told("2030-03-11T11:00:00Z")).hasSize(1);
    }
}
