package io.groundswell.annotation;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.content.ContentMoves;
import io.groundswell.content.Publication;
import io.groundswell.mission.Kpi;
import io.groundswell.mission.Platform;
import io.groundswell.performance.KpiMilestone;
import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server writes down itself: each thing once, whoever dies or comes too. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AutomaticAnnotationsTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    ContentMoves moves;

    @Inject
    SandboxFaults faults;

    @Inject
    Event<KpiMilestone> milestones;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        faults.clear();
        Api.resetClock();
    }

    private String due() {
        return fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(60));
    }

    private List<String> kinds() {
        return rows.texts("select kind from annotation order by at, id");
    }

    private long publications(String item) {
        return rows.count(
                "select count(*) from annotation where kind = 'CONTENT_PUBLISHED' and entity_id = '" + item + "'");
    }

    @Test
    void four_publishers_at_once_write_each_publication_down_once() throws Exception {
        var items = Stream.generate(this::due).limit(20).toList();
        Crowd.of(4, () -> fixture.round("publisher"));
        fixture.drain("publisher");
        assertThat(items).allSatisfy(item -> assertThat(publications(item)).isEqualTo(1));
        assertThat(kinds()).hasSize(20);
    }

    @Test
    void a_post_whose_answer_was_lost_is_written_down_when_it_is_found() {
        var item = due();
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        fixture.round("publisher");
        assertThat(publications(item)).isZero();
        Api.setClock(clock.instant().plusSeconds(31));
        fixture.round("publisher");
        assertThat(publications(item)).isEqualTo(1);
    }

    @Test
    void what_is_undone_is_not_written_down() {
        var item = due();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    moves.published(
                            moves.hold(owner, item),
                            new Publication.Outcome(1, "4711", "https://sandbox.invalid/4711", null, null));
                    throw new IllegalStateException("The server dies");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void of_eight_pauses_at_once_one_is_written_down() throws Exception {
        assertThat(Crowd.of(8, () -> move("pause"))).containsOnlyOnce(200).contains(409);
        assertThat(Crowd.of(8, () -> move("resume"))).containsOnlyOnce(200).contains(409);
        assertThat(kinds()).containsExactly("MISSION_PAUSED", "MISSION_RESUMED");
    }

    private int move(String how) {
        return as(organization.test())
                .post("/v1/missions/" + mission + "/" + how)
                .statusCode();
    }

    @Test
    void pauses_within_one_second_are_in_order() {
        for (var time = 0; time < 3; time++) {
            assertThat(move("pause")).isEqualTo(200);
            assertThat(move("resume")).isEqualTo(200);
        }
        assertThat(kinds())
                .containsExactly(
                        "MISSION_PAUSED",
                        "MISSION_RESUMED",
                        "MISSION_PAUSED",
                        "MISSION_RESUMED",
                        "MISSION_PAUSED",
                        "MISSION_RESUMED");
    }

    @Test
    void of_very_many_pauses_the_newest_stay_and_what_people_wrote_stays() {
        // Given
        var columns = "(id, organization_id, mode, version, scope, entity_id, mission_id, kind, at, title, details,"
                + " created_at, updated_at)";
        var values = "'" + organization.id() + "', 'TEST', 0, 'MISSION', '" + mission + "', '" + mission + "'";
        rows.change("insert into annotation " + columns + " select 'old_' || n, " + values
                + ", 'MISSION_PAUSED', timestamptz '2029-01-01' + n * interval '1 minute', 'Mission paused', '{}',"
                + " now(), now() from generate_series(1, 1000) n");
        rows.change("insert into annotation " + columns + " select 'written', " + values
                + ", 'USER', timestamptz '2028-01-01', 'First', '{}', now(), now()");
        // When
        move("pause");
        move("resume");
        // Then
        assertThat(rows.count("select count(*) from annotation where kind like 'MISSION_%'"))
                .isEqualTo(1_000);
        assertThat(rows.texts("select id from annotation where id in ('old_2', 'old_3', 'written') order by id"))
                .containsExactly("old_3", "written");
    }

    @Test
    void a_milestone_that_is_told_twice_is_written_down_once() throws Exception {
        var reached = new KpiMilestone(
                owner, mission, new Kpi(Kpi.Metric.LIKES, BigDecimal.valueOf(100), null), 50, clock.instant());
        Crowd.of(4, () -> {
            QuarkusTransaction.requiringNew().run(() -> milestones.fire(reached));
            return null;
        });
        assertThat(kinds()).containsExactly("KPI_MILESTONE");
    }

    @Test
    void neither_another_organization_nor_the_other_mode_sees_any_of_it() {
        due();
        fixture.drain("publisher");
        move("pause");
        assertThat(total(organization.test())).isEqualTo(2);
        assertThat(total(organization.live())).isZero();
        assertThat(total(Api.organization().test())).isZero();
    }

    private static int total(String key) {
        return as(key).get("/v1/annotations").then().statusCode(200).extract().path("total");
    }

    @Test
    void test_mode_is_cleared_after_a_month() {
        // Given
        due();
        fixture.drain("publisher");
        for (var key : List.of(organization.test(), organization.live())) {
            as(key).body("{\"scope\": \"organization\", \"title\": \"New prices\"}")
                    .post("/v1/annotations")
                    .then()
                    .statusCode(201);
        }
        // When
        Api.setClock(NOW.plus(Duration.ofDays(29)));
        fixture.drain("old_test_annotations");
        assertThat(total(organization.test())).isEqualTo(2);
        Api.setClock(NOW.plus(Duration.ofDays(31)));
        fixture.drain("old_test_annotations");
        fixture.drain("old_test_missions");
        fixture.drain("deleted_missions");
        // Then
        assertThat(rows.texts("select mode from annotation")).containsExactly("LIVE");
    }
}
