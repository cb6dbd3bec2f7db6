package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContentApiTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner, "{\"timezone\":\"America/New_York\",\"link_to\":\"https://example.com\"}");
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    @Test
    void an_item_shows_all_its_fields() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, Instant.parse("2030-01-16T14:00:00Z"));
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("mission_id", equalTo(mission))
                .body("tenant_id", equalTo(organization.id()))
                .body("platform", equalTo("twitter"))
                .body("type", equalTo("post"))
                .body("status", equalTo("scheduled"))
                .body("copy.primary", equalTo("Hello"))
                .body("copy.hashtags", contains("#API"))
                .body("copy.thread_parts", empty())
                .body("visuals", empty())
                .body("metadata.campaign", equalTo("Launch"))
                .body("metadata.generation_cost_cents", equalTo(12))
                .body("scheduling.scheduled_for", equalTo("2030-01-16T14:00:00Z"))
                .body("scheduling.timezone", equalTo("America/New_York"))
                .body("scheduling.hold", equalTo(false))
                .body("publishing.published_at", nullValue())
                .body("review.required", equalTo(false))
                .body("review.reviewed_by", equalTo("system"))
                .body("review.notes", equalTo("auto_approved:policy"))
                .body("review.approvals", empty())
                .body("version", equalTo(1))
                .body("created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                .body("mission", nullValue());
    }

    @Test
    void an_item_brings_its_mission_when_asked() {
        var id = fixture.draft(owner, mission);
        as(organization.test())
                .get("/v1/content/" + id + "?expand=mission")
                .then()
                .statusCode(200)
                .body("mission.id", equalTo(mission))
                .body("mission.name", equalTo("Launch"))
                .body("mission_id", equalTo(mission));
        as(organization.test())
                .get("/v1/content?expand=mission")
                .then()
                .body("data[0].mission.name", equalTo("Launch"));
    }

    @Test
    void a_mission_brings_its_items_when_asked() {
        var id = fixture.draft(owner, mission);
        as(organization.test())
                .get("/v1/missions/" + mission + "?expand=content")
                .then()
                .statusCode(200)
                .body("content.data.id", contains(id))
                .body("content.has_more", equalTo(false))
                .body("content.total", equalTo(1));
    }

    @Test
    void nobody_sees_items_of_another_organization_or_mode() {
        var id = fixture.draft(owner, mission);
        var stranger = Api.organization();
        for (var key : List.of(stranger.test(), organization.live())) {
            as(key).get("/v1/content/" + id).then().statusCode(404).body("error.code", equalTo("not_found"));
            as(key).get("/v1/content/" + id + "/preview").then().statusCode(404);
            as(key).delete("/v1/content/" + id).then().statusCode(404);
            as(key).get("/v1/content").then().body("total", equalTo(0)).body("data", empty());
        }
    }

    @Test
    void a_scheduled_item_is_not_archived() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, Instant.parse("2030-01-16T14:00:00Z"));
        as(organization.test()).delete("/v1/content/" + id).then().statusCode(409);
    }

    @Test
    void a_preview_shows_the_item_as_readers_will_see_it() {
        var id = fixture.draft(owner, mission);
        as(organization.test())
                .get("/v1/content/" + id + "/preview")
                .then()
                .statusCode(200)
                .body("content_id", equalTo(id))
                .body("rendered.text", equalTo("Hello\n\nRead more #API"))
                .body("rendered.parts", hasSize(1))
                .body("rendered.parts[0].index", equalTo(1))
                .body("rendered.parts[0].character_count", equalTo(21))
                .body("rendered.parts[0].max_characters", equalTo(280))
                .body("rendered.parts[0].within_limit", equalTo(true))
                .body("rendered.media", empty())
                .body("rendered.link", equalTo("https://example.com"))
                .body("valid", equalTo(true))
                .body("warnings", empty())
                .body("scheduled_for", nullValue());
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.DRAFT);
    }

    @Test
    void a_preview_warns_of_what_the_platform_would_not_take() {
        var id = fixture.draft(owner, mission);
        fixture.set(id, "type = 'THREAD', copy = '{\"thread_parts\":[\"One\"]}'");
        as(organization.test())
                .get("/v1/content/" + id + "/preview")
                .then()
                .body("valid", equalTo(false))
                .body("warnings.code", contains("thread_length", "platform_rule"));
    }

    @Test
    void generated_items_count_as_usage_and_still_do_when_their_mission_is_gone() {
        fixture.draft(owner, mission);
        as(organization.test()).get("/v1/usage").then().body("current_month.content_generated", equalTo(1));
        fixture.setMission(mission, "status = 'PAUSED'");
        as(organization.test()).delete("/v1/missions/" + mission).then().statusCode(200);
        as(organization.test()).get("/v1/usage").then().body("current_month.content_generated", equalTo(1));
    }
}
