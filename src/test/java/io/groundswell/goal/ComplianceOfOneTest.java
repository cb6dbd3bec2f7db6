package io.groundswell.goal;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ComplianceOfOneTest {
    private Tracking tracking;

    @BeforeEach
    void begin() {
        tracking = Tracking.begin(Map.of());
    }

    private static List<String> paths(String project, String creator) {
        return List.of(
                "projects/%s/goal-compliance?creator_id=%s".formatted(project, creator),
                "analytics/aggregate/goal-compliance?project_id=%s&creator_id=%s".formatted(project, creator));
    }

    @Test
    void a_creator_of_another_project_is_not_found() {
        var creator = tracking.creator("ada.bakes");
        var other = Tracking.project(tracking.organization(), "Other");

        for (var path : paths(other, creator)) {
            tracking.get(path).then().statusCode(404).body("error", equalTo("No such creator: " + creator));
        }
        for (var path : paths(tracking.project(), creator)) {
            tracking.get(path).then().statusCode(200);
        }
        tracking.get(paths(tracking.project(), creator).get(0)).then().body("data", hasSize(1));
    }
}
