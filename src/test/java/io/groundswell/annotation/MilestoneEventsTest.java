package io.groundswell.annotation;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Milestones are news to webhooks when they have just been reached. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MilestoneEventsTest {
    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;
    private String creator;

    @BeforeEach
    void open() {
        Api.setClock(Instant.parse("2026-03-10T12:00:00Z"));
        organization = Api.organization();
        project = Tracking.project(organization, "Launch");
        creator = new Tracking(organization, project).creator("ada");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private void count(String at, long followers) {
        as(organization.tga())
                .body(Map.of("snapshots", List.of(Map.of("at", at, "followers", followers))))
                .post("/api/v1/creators/" + creator + "/snapshots")
                .then()
                .statusCode(200);
    }

    private List<String> events() {
        return rows.texts(("select data ->> 'threshold' from outbox_event where organization_id = '%s'"
                        + " and type = 'creator.milestone' order by at")
                .formatted(organization.id()));
    }

    @Test
    void a_milestone_is_told_once_with_whose_it_is() {
        count("2026-03-09T10:00:00Z", 900);
        count("2026-03-10T10:00:00Z", 1_100);
        count("2026-03-10T11:00:00Z", 1_200);

        assertThat(events()).containsExactly("1000");
        assertThat(rows.texts("select subject_id || data::text from outbox_event where organization_id = '%s'"
                        .formatted(organization.id())))
                .singleElement()
                .asString()
                .startsWith(creator)
                .contains(project, "\"tiktok_handle\": \"ada\"", "1,000 followers reached", "2026-03-10T10:00:00Z");
        // It was reached earlier than was known.
        count("2026-03-10T09:00:00Z", 1_050);
        assertThat(events()).containsExactly("1000");
        count("2026-03-10T11:30:00Z", 5_000);
        assertThat(events()).containsExactly("1000", "5000");
    }

    @Test
    void what_was_reached_long_ago_is_no_news() {
        count("2026-01-01T10:00:00Z", 900);
        count("2026-02-01T10:00:00Z", 1_100);

        assertThat(events()).isEmpty();
    }
}
