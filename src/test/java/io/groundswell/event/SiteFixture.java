package io.groundswell.event;

import static io.groundswell.testing.Api.as;

import io.groundswell.testing.Api;
import io.groundswell.testing.Tracker;
import java.util.Map;

/** Sites to tell events to. */
final class SiteFixture {
    private SiteFixture() {}

    static Tracker open(Api.Organization organization) {
        return new Tracker(as(organization.aak())
                .body(Map.of("name", "shop"))
                .post("/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("project_token"));
    }
}
