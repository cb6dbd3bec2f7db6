package io.groundswell.goal;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ManyCreatorsTest {
    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;

    @BeforeEach
    void open() {
        organization = Api.organization();
        project = Tracking.project(organization, "Launch");
    }

    /** All made at the same moment, so that ids alone tell them apart. */
    private void add(int count) {
        rows.change("""
                insert into creator (id, organization_id, mode, program_id, handle, metadata, tracking_mode,
                    tracking_start_date, created_at, updated_at)
                select gen_random_uuid(), '%s', 'LIVE', '%s', gen_random_uuid()::text, '{}', 'AUTO', '2026-01-01',
                    '2026-01-01', now()
                from generate_series(1, %d)""".formatted(organization.id(), project, count));
    }

    private Response ask() {
        return as(organization.tga()).get("/api/v1/projects/" + project + "/goal-compliance");
    }

    @Test
    void all_are_told_of_until_there_are_too_many_for_an_answer() {
        add(1_500);
        List<String> told = ask().then().statusCode(200).extract().path("data.creator.id");
        assertThat(told).hasSize(1_500).doesNotHaveDuplicates();

        add(3_501);

        ask().then()
                .statusCode(400)
                .body("meta.code", equalTo("invalid_params"))
                .body("meta.issues.path", contains("creator_id"))
                .body("error", equalTo("There are more than 5,000 creators. Ask for one creator at a time"));
        as(organization.tga())
                .get("/api/v1/analytics/aggregate/goal-compliance?project_id=" + project)
                .then()
                .statusCode(400);
    }
}
