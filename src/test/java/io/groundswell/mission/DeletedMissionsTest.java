package io.groundswell.mission;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Missions with hundreds of items are deleted in steps, none of which deletes many of them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeletedMissionsTest {
    private static final int MANY = 250;
    private static final int SOME = 100;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        rows.clear();
        organization = Api.organization();
        rows.change("create schema probe");
        rows.change("create table probe.deleted (name text, n bigint)");
        rows.change("""
                create function probe.count() returns trigger language plpgsql as
                'begin insert into probe.deleted select tg_table_name, count(*) from gone; return null; end'""");
        for (var table : new String[] {"content", "media"}) {
            rows.change("""
                    create trigger counted after delete on %s referencing old table as gone
                    for each statement execute function probe.count()""".formatted(table));
        }
    }

    @AfterEach
    void restore() {
        rows.refuseNothing();
        rows.change("drop schema probe cascade");
        Api.resetClock();
        rows.clear();
    }

    /** One that was paused, with a picture in each of its items. */
    private String mission(Mode mode) {
        var owner = new Owner(organization.id(), mode);
        var id = fixture.mission(owner);
        var item = fixture.pending(owner, id);
        rows.change("""
                insert into content select (jsonb_populate_record(c, jsonb_build_object('id', id || n, 'slot', 1000 + n))).*
                from content c cross join generate_series(1, %d) n where id = '%s'""".formatted(MANY, item));
        rows.change("""
                insert into media (id, organization_id, mode, content_id, format, bytes, created_at)
                select 'm' || id, organization_id, mode, id, 'PNG', '', now() from content where mission_id = '%s'""".formatted(id));
        fixture.setMission(id, "status = 'PAUSED', paused_at = starts_at");
        return id;
    }

    @Test
    void a_mission_goes_within_the_call_and_some_items_at_a_time() {
        // Given
        var id = mission(Mode.LIVE);
        rows.change("""
                insert into budget (organization_id, mode, purse, booked_cents)
                select '%s', 'LIVE', purse, 7 from unnest(array['mission:%s', 'month:2030-01']) purse""".formatted(organization.id(), id));
        // When
        as(organization.live()).delete("/v1/missions/" + id).then().statusCode(200);
        // Then
        assertThat(rows.texts("select id from mission")).isEmpty();
        assertThat(rows.texts("select purse from budget")).containsExactly("month:2030-01");
        assertThat(rows.count("select count(*) from content")).isZero();
        assertThat(rows.texts(
                        "select name || ' ' || max(n) || ' ' || sum(n) from probe.deleted group by name order by 1"))
                .containsExactly("content %d %d".formatted(SOME, MANY + 1), "media %d %d".formatted(SOME, MANY + 1));
    }

    @Test
    void what_does_not_go_within_the_call_is_not_there_and_goes_later() {
        // Given
        var stuck = mission(Mode.LIVE);
        rows.refuse("delete on content", "old.mission_id = '%s'".formatted(stuck));
        // When
        as(organization.live())
                .delete("/v1/missions/" + stuck)
                .then()
                .statusCode(200)
                .body("deleted", equalTo(true));
        // Then
        as(organization.live()).get("/v1/missions/" + stuck).then().statusCode(404);
        as(organization.live()).delete("/v1/missions/" + stuck).then().statusCode(404);
        as(organization.live()).post("/v1/missions/" + stuck + "/resume").then().statusCode(404);
        as(organization.live()).get("/v1/missions").then().body("data", empty()).body("total", equalTo(0));
        // When
        fixture.round("deleted_missions");
        assertThat(rows.texts("select id from mission")).containsExactly(stuck);
        rows.refuseNothing();
        fixture.drain("deleted_missions");
        // Then
        assertThat(rows.texts("select id from mission")).isEmpty();
        assertThat(rows.count("select count(*) from media")).isZero();
    }

    @Test
    void old_missions_of_test_mode_go_one_by_one_and_leave_their_last_names() {
        // Given
        var stuck = mission(Mode.TEST);
        var other = mission(Mode.TEST);
        var running = fixture.mission(new Owner(organization.id(), Mode.TEST));
        rows.change("""
                insert into ledger_entry (organization_id, mode, reference, mission_id, mission_name, job_id, stage, state,
                    provider, type, requests, tokens, images, reserved_cents, cost_cents, at)
                values ('%s', 'TEST', 'r1', '%s', 'Start', 'job_1', 'content', 'SETTLED', 'claude', 'llm', 1, 0, 0, 7, 7, now())""".formatted(organization.id(), other));
        rows.refuse("delete on content", "old.mission_id = '%s'".formatted(stuck));
        // When
        Api.setClock(clock.instant().plus(Duration.ofDays(31)));
        fixture.drain("old_test_missions");
        fixture.round("deleted_missions");
        // Then
        for (var id : new String[] {stuck, other, running}) {
            as(organization.test()).get("/v1/missions/" + id).then().statusCode(404);
        }
        assertThat(rows.texts("select id from mission")).containsExactly(stuck);
        assertThat(rows.count("select max(n) from probe.deleted")).isEqualTo(SOME);
        assertThat(rows.texts("select mission_name from ledger_entry")).containsExactly("Launch");
        assertThat(rows.texts("select type from outbox_event where subject_id = '%s'".formatted(running)))
                .containsExactly("mission.completed");
    }
}
