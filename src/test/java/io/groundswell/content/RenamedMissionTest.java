package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The campaign of an item is its mission, as that is called by now. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RenamedMissionTest {
    @Inject
    ContentFixture fixture;

    @Test
    void an_item_tells_the_new_name() {
        var organization = Api.organization();
        var key = organization.test();
        var owner = new Owner(organization.id(), Mode.TEST);
        var mission = fixture.mission(owner);
        var item = fixture.draft(owner, mission);

        as(key).body(Map.of("name", "Relaunch"))
                .put("/v1/missions/" + mission)
                .then()
                .statusCode(200);

        as(key).get("/v1/content/" + item).then().statusCode(200).body("metadata.campaign", equalTo("Relaunch"));
        as(key).get("/v1/content?mission_id=" + mission)
                .then()
                .statusCode(200)
                .body("data[0].metadata.campaign", equalTo("Relaunch"));
        as(key).body(Map.of("metadata", Map.of("campaign", "Relaunch", "tags", new String[] {"new"})))
                .put("/v1/content/" + item)
                .then()
                .statusCode(200)
                .body("metadata.campaign", equalTo("Relaunch"));
    }
}
