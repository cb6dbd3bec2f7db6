package io.groundswell.annotation;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class FollowerMilestonesTest {
    @Inject
    Rows rows;

    private Api.Organization organization;
    private String creator;

    @BeforeEach
    void open() {
        organization = Api.organization("pro", Map.of("creator_requests_per_minute", -1));
        String project = Tracking.project(organization, "Launch");
        creator = new Tracking(organization, project).creator("ada");
    }

    /** @param day of March 2026 */
    private void count(int day, long followers) {
        tell(Map.of("at", at(day), "followers", followers));
    }

    private static String at(int day) {
        return "2026-03-%02dT12:00:00Z".formatted(day);
    }

    private void tell(Map<String, Object> snapshot) {
        as(organization.tga())
                .body(Map.of("snapshots", List.of(snapshot)))
                .post("/api/v1/creators/" + creator + "/snapshots")
                .then()
                .statusCode(200);
    }

    private List<String> told() {
        return rows.texts(("select to_char(at at time zone 'UTC', 'DD ') || title from annotation"
                        + " where kind = 'CREATOR_MILESTONE' and entity_id = '%s' order by at")
                .formatted(creator));
    }

    @Test
    void a_round_number_is_told_when_it_is_reached_for_the_first_time() {
        count(1, 900);
        count(2, 999);
        count(3, 1_000);
        count(4, 800);
        count(5, 1_200);
        count(6, 4_999);
        count(7, 5_001);

        assertThat(told()).containsExactly("03 1,000 followers reached", "07 5,000 followers reached");
        assertThat(as(organization.tga())
                        .get("/api/v1/analytics/annotations?scope=creator&entity_id=" + creator)
                        .<List<String>>path("data.id"))
                .containsExactly(
                        "auto:creator_milestone:" + creator + ":" + at(3),
                        "auto:creator_milestone:" + creator + ":" + at(7));
    }

    @Test
    void of_several_at_once_the_highest_is_told() {
        count(1, 900);
        count(2, 12_000);

        assertThat(told()).containsExactly("02 10,000 followers reached");
    }

    @Test
    void baselines_pass_nothing() {
        count(1, 2_000);
        count(2, 2_100);
        tell(Map.of("at", at(3), "followers", 6_000, "baseline", true));
        count(4, 6_100);
        count(5, 10_000);

        assertThat(told()).containsExactly("05 10,000 followers reached");
    }

    @Test
    void late_snapshots_move_a_milestone() {
        count(1, 900);
        count(9, 1_100);
        assertThat(told()).containsExactly("09 1,000 followers reached");

        count(5, 1_050);

        assertThat(told()).containsExactly("05 1,000 followers reached");
    }

    @Test
    void a_late_beginning_passes_what_was_a_beginning_before() {
        count(5, 1_100);
        count(6, 1_200);
        assertThat(told()).isEmpty();

        count(1, 900);

        assertThat(told()).containsExactly("05 1,000 followers reached");
    }

    @Test
    void what_is_corrected_is_taken_back() {
        count(1, 900);
        count(2, 11_000);
        assertThat(told()).containsExactly("02 10,000 followers reached");

        count(2, 1_100);
        assertThat(told()).containsExactly("02 1,000 followers reached");
        count(2, 950);

        assertThat(told()).isEmpty();
    }

    @Test
    void what_old_history_said_stays_and_is_not_told_again() {
        count(1, 900);
        count(2, 1_100);
        count(3, 950);
        rows.change("delete from tracked_snapshot where id = '%s' and at < '%s'".formatted(creator, at(3)));

        count(4, 1_300);

        assertThat(told()).containsExactly("02 1,000 followers reached");
    }

    @Test
    void of_many_who_count_at_once_each_milestone_is_told_once() throws Exception {
        count(1, 900);
        var turn = new AtomicInteger(1);

        Crowd.of(10, () -> {
            var day = turn.incrementAndGet();
            count(day, 900 + day * 200L);
            return day;
        });

        assertThat(told()).containsExactly("02 1,000 followers reached");
    }
}
