package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.content.ContentStatus;
import io.groundswell.generation.sandbox.GenerationFaults;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
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

/** Nothing is written, approved, scheduled or published for an organization that is suspended, until it is active again. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SuspendedOrganizationTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    GenerationFaults faults;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
    }

    @AfterEach
    void restore() {
        faults.none();
        rows.clear();
        Api.resetClock();
    }

    private void become(String status) {
        Api.operator()
                .body(Map.of("status", status))
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);
    }

    private ContentStatus status(String content) {
        return fixture.get(owner, content).status();
    }

    private String draft(Instant start) {
        return as(organization.test())
                .body(Map.of(
                        "name", "Launch",
                        "objectives", List.of("Be seen"),
                        "platforms", List.of("twitter"),
                        "duration_days", 30,
                        "starts_at", start.toString()))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void its_missions_are_not_begun() {
        // Given
        var mission = Missions.start(organization.test(), Map.of());
        var planned = draft(NOW.plus(Duration.ofMinutes(1)));
        become("suspended");
        Api.setClock(NOW.plus(Duration.ofMinutes(2)));
        // When
        Api.work();
        // Then
        assertThat(rows.count("select count(*) from ledger_entry")).isZero();
        assertThat(rows.texts("select status from mission where id = '" + planned + "'"))
                .containsExactly("DRAFT");
        become("active");
        Api.work();
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
        Missions.status(organization.test(), planned).body("pipeline.progress_percent", equalTo(100));
    }

    @Test
    void a_mission_that_is_worked_on_stops_after_what_is_under_way() {
        var mission = Missions.start(organization.test(), Map.of());
        faults.meanwhileAfter(3, () -> become("suspended"));
        Api.work();
        assertThat(rows.count("select count(*) from content"))
                .isLessThan(rows.count("select count(*) from calendar_slot"));

        become("active");
        Api.setClock(NOW.plus(Duration.ofMinutes(2)));
        Api.work();
        Missions.status(organization.test(), mission).body("pipeline.progress_percent", equalTo(100));
    }

    @Test
    void its_items_are_not_rewritten() {
        // Given
        var mission = Missions.start(organization.test(), 2, Map.of("require_approval", true));
        Api.work();
        var id = Missions.content(organization.test(), mission).get(0).get("id");
        as(organization.test())
                .body("{}")
                .post("/v1/content/" + id + "/regenerate")
                .then()
                .statusCode(200);
        become("suspended");
        // Then
        assertThat(fixture.round("rewrite")).isZero();
        become("active");
        assertThat(fixture.round("rewrite")).isOne();
    }

    @Test
    void its_items_are_neither_approved_nor_escalated_by_time() {
        // Given
        as(organization.live())
                .body("{\"config\":{\"approval\":{\"escalation\":{\"after_hours\":1}}}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
        var id = fixture.pending(owner, fixture.mission(owner, "{\"auto_approve_after_hours\":1}"));
        become("suspended");
        Api.setClock(NOW.plus(Duration.ofHours(2)));
        // Then
        assertThat(fixture.round("escalate")).isZero();
        assertThat(fixture.round("auto_approve")).isZero();
        become("active");
        assertThat(fixture.round("auto_approve")).isOne();
        assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void its_items_are_not_scheduled() {
        var id = fixture.approved(owner, fixture.mission(owner), Platform.TWITTER, NOW.plus(Duration.ofDays(1)));
        become("suspended");
        assertThat(fixture.round("scheduler")).isZero();
        become("active");
        assertThat(fixture.round("scheduler")).isOne();
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
    }

    @Test
    void its_items_are_not_published() {
        var id = fixture.scheduled(owner, fixture.mission(owner), Platform.TWITTER, NOW.minusSeconds(60));
        become("suspended");
        assertThat(fixture.round("publisher")).isZero();
        become("active");
        publishInItsNewSlot(id);
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
    }

    private void publishInItsNewSlot(String id) {
        assertThat(fixture.round("publisher")).isZero();
        fixture.drain("suspensions");
        Api.setClock(fixture.get(owner, id).scheduling().scheduled().at());
        assertThat(fixture.round("publisher")).isOne();
    }

    @Test
    void what_may_be_out_is_looked_for_and_not_posted() {
        // Given an item whose publisher was lost before it posted
        var id = fixture.scheduled(owner, fixture.mission(owner), Platform.TWITTER, NOW.minusSeconds(60));
        fixture.set(id, "publish_claim = 'lost', publish_tried = true");
        become("suspended");
        // When
        fixture.round("publisher");
        // Then
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        assertThat(fixture.get(owner, id).publication().claim()).isNull();
        assertThat(rows.count("select count(*) from sandbox_post")).isZero();
        assertThat(fixture.round("publisher")).isZero();
        become("active");
        publishInItsNewSlot(id);
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
    }
}
