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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many do to goals at the same moment. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GoalRaceTest {
    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;
    private String creator;

    @BeforeEach
    void open() {
        organization = Api.organization(
                "pro",
                Map.of(
                        "creator_requests_per_minute", -1,
                        "max_api_requests_per_day", -1,
                        "max_goals_per_creator", 5));
        project = Tracking.project(organization, "Launch");
        creator = new Tracking(organization, project).creator("ada");
    }

    private Response create() {
        return as(organization.tga())
                .body(Map.of("type", "posts", "period", "daily", "target", 1))
                .post("/api/v1/creators/" + creator + "/goals");
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    private long goals() {
        return rows.count("select count(*) from goal where organization_id = '%s'".formatted(organization.id()));
    }

    @Test
    void the_last_places_for_goals_are_given_once() throws Exception {
        var answers = Crowd.of(9, this::create);

        assertThat(statuses(answers)).containsOnly(201, 402);
        assertThat(goals()).isEqualTo(5);
    }

    /** Whoever comes too late finds no creator, or no goal; nothing is left behind, and nobody waits in a circle. */
    @Test
    void what_goes_meanwhile_leaves_nothing() throws Exception {
        for (var time = 0; time < 6; time++) {
            var goal = create().<String>path("data.id");
            var turn = new AtomicInteger();

            var answers = Crowd.of(6, () -> switch (turn.getAndIncrement()) {
                case 0 -> as(organization.tga()).delete("/api/v1/projects/" + project);
                case 1 -> as(organization.tga()).delete("/api/v1/creators/" + creator);
                case 2 -> as(organization.tga()).delete("/api/v1/goals/" + goal);
                case 3 -> as(organization.tga()).body(Map.of("target", 2)).patch("/api/v1/goals/" + goal);
                default -> create();
            });

            assertThat(statuses(answers)).isSubsetOf(200, 201, 404).contains(200);
            assertThat(goals()).isZero();
            open();
        }
    }
}
