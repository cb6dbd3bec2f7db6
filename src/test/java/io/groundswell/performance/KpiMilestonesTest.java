package io.groundswell.performance;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.mission.Platform;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class KpiMilestonesTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    ToldMetrics told;

    @Inject
    Meanwhile meanwhile;

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
        mission = missionWith("[{\"metric\": \"LIKES\", \"target\": 100, \"platform\": \"all\"}]");
    }

    private String missionWith(String kpis) {
        var id = fixture.mission(owner);
        fixture.setMission(id, "kpis = '" + kpis + "'");
        return id;
    }

    @AfterEach
    void restore() {
        Api.resetClock();
    }

    private String published(Platform platform) {
        var id = fixture.scheduled(owner, mission, platform, clock.instant().minusSeconds(1));
        fixture.drain("publisher");
        return id;
    }

    private void tell(String post, long likes) {
        told.record(owner, post, null, Map.of(Counter.LIKES, likes));
    }

    private List<String> reached() {
        return reached(mission);
    }

    private List<String> reached(String one) {
        return rows.texts("select platform || ' ' || percent from kpi_milestone where mission_id = '" + one
                + "' order by platform, percent");
    }

    private List<String> written() {
        return rows.texts("select title from annotation where kind = 'KPI_MILESTONE' order by at, id");
    }

    @Test
    void each_quarter_of_a_target_is_told_of_once() {
        var post = published(Platform.TWITTER);
        tell(post, 24);
        assertThat(fixture.round("kpi_milestones")).isEqualTo(1);
        assertThat(reached()).isEmpty();

        tell(post, 25);
        fixture.drain("kpi_milestones");
        assertThat(written()).containsExactly("25 % of 100 likes reached");

        tell(post, 70);
        tell(post, 80);
        assertThat(fixture.round("kpi_milestones")).isEqualTo(1);
        assertThat(fixture.round("kpi_milestones")).isZero();
        tell(post, 81);
        fixture.drain("kpi_milestones");
        assertThat(reached()).containsExactly("all 25", "all 50", "all 75");
        assertThat(written())
                .containsExactly("25 % of 100 likes reached", "50 % of 100 likes reached", "75 % of 100 likes reached");
    }

    @Test
    void what_networks_count_reaches_targets_as_well_and_at_the_time_of_the_reading() {
        fixture.setMission(mission, "kpis = '[{\"metric\": \"IMPRESSIONS\", \"target\": 4, \"platform\": \"all\"}]'");
        published(Platform.TWITTER);
        Api.setClock(clock.instant().plus(Duration.ofHours(1)));
        fixture.drain("metrics");
        var reading = rows.texts("select max(at)::text from snapshot").get(0);
        Api.setClock(clock.instant().plus(Duration.ofDays(1)));
        fixture.drain("kpi_milestones");
        assertThat(reached()).containsExactly("all 25", "all 50", "all 75", "all 100");
        assertThat(rows.texts("select distinct reached_at::text from kpi_milestone"))
                .containsExactly(reading);
        assertThat(rows.count("select count(*) from annotation where kind = 'KPI_MILESTONE' and at < '" + reading
                        + "'::timestamptz + interval '1 second'"))
                .isEqualTo(4);
    }

    @Test
    void a_target_on_one_platform_is_reached_there() {
        fixture.setMission(
                mission,
                "kpis = '[{\"metric\": \"LIKES\", \"target\": 100, \"platform\": \"all\"},"
                        + " {\"metric\": \"LIKES\", \"target\": 10, \"platform\": \"linkedin\"}]'");
        tell(published(Platform.TWITTER), 60);
        fixture.drain("kpi_milestones");
        assertThat(reached()).containsExactly("all 25", "all 50");

        tell(published(Platform.LINKEDIN), 5);
        fixture.drain("kpi_milestones");
        assertThat(reached()).containsExactly("all 25", "all 50", "linkedin 25", "linkedin 50");
        assertThat(written()).contains("50 % of 10 likes on linkedin reached");
    }

    @Test
    void a_mission_without_targets_asks_for_nothing() {
        mission = missionWith("[]");
        tell(published(Platform.TWITTER), 5);
        assertThat(rows.count("select count(*) from kpi_check")).isZero();
    }

    @Test
    void a_lowered_target_is_noticed_and_a_raised_one_repeats_nothing() {
        tell(published(Platform.TWITTER), 30);
        fixture.drain("kpi_milestones");
        assertThat(reached()).containsExactly("all 25");

        target(40);
        fixture.drain("kpi_milestones");
        assertThat(reached()).containsExactly("all 25", "all 50", "all 75");
        target(1_000);
        target(30);
        fixture.drain("kpi_milestones");
        assertThat(written())
                .containsExactly(
                        "25 % of 100 likes reached",
                        "50 % of 40 likes reached", "75 % of 40 likes reached", "100 % of 30 likes reached");
    }

    private void target(int likes) {
        as(organization.test())
                .body(Map.of("kpis", List.of(Map.of("metric", "likes", "target", likes))))
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);
    }

    /** None of those who tell sees what the others tell at the same moment, and several look at once. */
    @Test
    void many_tellers_and_several_rounds_at_once_lose_nothing_and_repeat_nothing() throws Exception {
        // Given
        for (var time = 0; time < 5; time++) {
            mission = missionWith("[{\"metric\": \"LIKES\", \"target\": 80, \"platform\": \"all\"}]");
            var posts = new ConcurrentLinkedQueue<>(Stream.generate(() -> fixture.scheduled(
                            owner, mission, Platform.TWITTER, clock.instant().minusSeconds(1)))
                    .limit(8)
                    .toList());
            fixture.drain("publisher");
            // When
            Crowd.of(12, () -> {
                var post = posts.poll();
                if (post != null) {
                    tell(post, 10);
                }
                return fixture.round("kpi_milestones");
            });
            fixture.drain("kpi_milestones");
            // Then
            assertThat(reached()).containsExactly("all 25", "all 50", "all 75", "all 100");
            assertThat(rows.count("select count(*) from annotation where kind = 'KPI_MILESTONE' and entity_id = '"
                            + mission + "'"))
                    .isEqualTo(4);
        }
    }

    /** Does something in the middle of a round, after it has added up. */
    @ApplicationScoped
    static class Meanwhile {
        private Runnable act;

        void once(Runnable act) {
            this.act = act;
        }

        void reached(@Observes KpiMilestone milestone) {
            var once = act;
            act = null;
            if (once != null) {
                QuarkusTransaction.requiringNew().run(once);
            }
        }
    }

    @Test
    void what_is_told_while_a_round_looks_is_looked_at_by_the_next() {
        // Given
        var first = published(Platform.TWITTER);
        var second = published(Platform.TWITTER);
        meanwhile.once(() -> tell(second, 60));
        // When
        tell(first, 40);
        assertThat(fixture.round("kpi_milestones")).isEqualTo(1);
        assertThat(reached()).containsExactly("all 25");
        fixture.drain("kpi_milestones");
        // Then
        assertThat(reached()).containsExactly("all 25", "all 50", "all 75", "all 100");
    }

    @Test
    void a_mission_that_cannot_be_looked_at_keeps_neither_others_waiting_nor_what_was_asked_for() {
        // Given
        var broken = mission;
        var post = published(Platform.TWITTER);
        mission = missionWith("[{\"metric\": \"LIKES\", \"target\": 100, \"platform\": \"all\"}]");
        var other = published(Platform.TWITTER);
        tell(post, 30);
        tell(other, 60);
        fixture.setMission(broken, "kpis = '[{\"metric\": \"NO_SUCH\", \"target\": 100}]'");
        // When
        // What it logs is no failure of this test.
        var log = Logger.getLogger(KpiMilestones.class.getName());
        log.setLevel(Level.OFF);
        fixture.drain("kpi_milestones");
        log.setLevel(null);
        // Then
        assertThat(reached(broken)).isEmpty();
        assertThat(reached(mission)).containsExactly("all 25", "all 50");
        fixture.setMission(broken, "kpis = '[{\"metric\": \"LIKES\", \"target\": 100, \"platform\": \"all\"}]'");
        assertThat(fixture.round("kpi_milestones")).isEqualTo(1);
        assertThat(reached(broken)).containsExactly("all 25");
    }

    @Test
    void a_mission_takes_along_what_was_reached_and_asked_for() {
        var post = published(Platform.TWITTER);
        tell(post, 30);
        fixture.drain("kpi_milestones");
        tell(post, 60);
        rows.change("delete from mission where id = '" + mission + "'");
        for (var table : List.of("kpi_check", "kpi_milestone", "annotation")) {
            assertThat(rows.count("select count(*) from " + table)).as(table).isZero();
        }
        assertThat(fixture.round("kpi_milestones")).isZero();
    }
}
