package io.groundswell.campaign;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TrackedRows;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ItemTest {
    @Inject
    Rows rows;

    @Inject
    TrackedRows tracked;

    private Api.Organization organization;
    private String project;
    private String campaign;

    @BeforeEach
    void open() {
        organization = Api.organization("pro", Map.of("creator_requests_per_minute", -1));
        project = project();
        campaign = campaign("Summer");
    }

    private String project() {
        return Tracking.project(organization, "Launch");
    }

    private String campaign(String name) {
        return as(organization.tga())
                .body(Map.of("name", name))
                .post("/api/v1/projects/" + project + "/campaigns")
                .path("data.id");
    }

    private Response add(String type, String id) {
        return as(organization.tga())
                .body(Map.of("item_type", type, "item_id", id))
                .post("/api/v1/campaigns/" + campaign + "/items");
    }

    private Response remove(String type, String id) {
        return as(organization.tga())
                .body(Map.of("item_type", type, "item_id", id))
                .delete("/api/v1/campaigns/" + campaign + "/items");
    }

    private List<String> labels() {
        return as(organization.tga())
                .get("/api/v1/campaigns/" + campaign + "/items")
                .path("data.label");
    }

    @Test
    void items_are_called_what_people_know_them_by() {
        add("creator", tracked.creator(organization, project, "ada.bakes"));
        add("video", tracked.video(organization, project, null, "Bread in a day"));
        var untitled = tracked.video(organization, project, null, null);
        assertThat(add("video", untitled).<String>path("data.label"))
                .isEqualTo("https://www.tiktok.com/@a/video/" + untitled);
        add("campaign", campaign("July"));

        assertThat(labels())
                .containsExactly("July", "https://www.tiktok.com/@a/video/" + untitled, "Bread in a day", "@ada.bakes");
    }

    @Test
    void what_is_there_for_nobody_is_not_added_and_not_shown_until_it_comes_back() {
        var creator = tracked.creator(organization, project, "ada");
        var theirs = tracked.video(organization, project, creator, "Theirs");
        var refused = tracked.video(organization, project, null, "Refused");
        for (var video : List.of(theirs, refused)) {
            assertThat(add("video", video).statusCode()).isEqualTo(201);
        }
        assertThat(add("creator", creator).statusCode()).isEqualTo(201);

        rows.change("update creator set removed_at = now() where id = '%s'".formatted(creator));
        rows.change("update video set tracking_status = 'EXCLUDED' where id = '%s'".formatted(refused));

        assertThat(labels()).isEmpty();
        assertThat(add("creator", creator).statusCode()).isEqualTo(404);
        assertThat(add("video", theirs).statusCode()).isEqualTo(404);
        assertThat(add("video", refused).statusCode()).isEqualTo(404);
        rows.change("update creator set removed_at = null where id = '%s'".formatted(creator));
        assertThat(labels()).containsExactly("@ada", "Theirs");
        assertThat(add("creator", creator).<String>path("meta.code")).isEqualTo("duplicate");
    }

    @Test
    void what_is_hidden_can_be_taken_out() {
        var creator = tracked.creator(organization, project, "ada");
        add("creator", creator);
        rows.change("update creator set removed_at = now() where id = '%s'".formatted(creator));

        assertThat(remove("creator", creator).statusCode()).isEqualTo(200);
        assertThat(remove("creator", creator).statusCode()).isEqualTo(404);
    }

    @Test
    void things_of_other_projects_and_other_kinds_are_not_there() {
        var elsewhere = project();
        var creator = tracked.creator(organization, elsewhere, "ada");
        var video = tracked.video(organization, elsewhere, creator, "Bread");

        assertThat(add("creator", creator).statusCode()).isEqualTo(404);
        assertThat(add("video", video).statusCode()).isEqualTo(404);
        assertThat(add("creator", tracked.video(organization, project, null, "Bread"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(add("campaign", project).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_deleted_is_no_item_any_more_and_what_is_in_a_deleted_campaign_stays() {
        var video = tracked.video(organization, project, null, "Bread");
        var creator = tracked.creator(organization, project, "ada");
        add("video", video);
        add("creator", creator);
        rows.change("delete from video where id = '%s'".formatted(video));
        assertThat(labels()).containsExactly("@ada");

        as(organization.tga()).delete("/api/v1/campaigns/" + campaign).then().statusCode(200);

        assertThat(rows.count("select count(*) from creator where id = '%s'".formatted(creator)))
                .isEqualTo(1);
        assertThat(rows.count(
                        "select count(*) from campaign_item where organization_id = '%s'".formatted(organization.id())))
                .isZero();
    }

    @Test
    void a_list_is_walked_through_items_of_one_moment() {
        rows.change(("insert into campaign_item (campaign_id, video_id, organization_id, mode, added_at)"
                        + " select '%s', v, '%s', 'LIVE', timestamptz '2026-03-01' from (values %s) w (v)")
                .formatted(campaign, organization.id(), videos(23)));

        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as(organization.tga()).queryParam("limit", 5);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/campaigns/" + campaign + "/items");
            walked.addAll(page.<List<String>>path("data.item_id"));
            cursor = page.path("meta.nextCursor");
        } while (cursor != null);

        assertThat(walked).hasSize(23).doesNotHaveDuplicates();
    }

    private String videos(int count) {
        var ids = new ArrayList<String>();
        for (var number = 0; number < count; number++) {
            ids.add("('%s'::uuid)".formatted(tracked.video(organization, project, null, "Bread")));
        }
        return String.join(", ", ids);
    }

    @Test
    void everything_is_in_the_audit_trail() {
        var video = tracked.video(organization, project, null, "Bread");
        add("video", video);
        remove("video", video);
        for (var body : List.of(Map.of("name", "Autumn"), Map.of("name", "Autumn"))) {
            as(organization.tga()).body(body).patch("/api/v1/campaigns/" + campaign);
        }
        as(organization.tga()).delete("/api/v1/campaigns/" + campaign);

        assertThat(rows.texts(
                        "select action from audit_entry where subject = '%s' order by at, id".formatted(campaign)))
                .containsExactlyInAnyOrder(
                        "campaign.created",
                        "campaign_item.added",
                        "campaign_item.removed",
                        "campaign.changed",
                        "campaign.deleted");
    }

    @Test
    void a_readers_key_writes_nothing_and_a_writers_key_reads_nothing() {
        var reader = key("read");
        var writer = key("write");
        for (var call : List.of(
                as(reader).body(Map.of("name", "x")).post("/api/v1/projects/" + project + "/campaigns"),
                as(reader).body(Map.of("name", "x")).patch("/api/v1/campaigns/" + campaign),
                as(reader).delete("/api/v1/campaigns/" + campaign),
                as(reader).body(Map.of()).post("/api/v1/campaigns/" + campaign + "/items"),
                as(reader).delete("/api/v1/campaigns/" + campaign + "/items"),
                as(reader).body(Map.of()).post("/api/v1/analytics/annotations"),
                as(writer).get("/api/v1/campaigns"),
                as(writer).get("/api/v1/campaigns/" + campaign + "/items"),
                as(writer).get("/api/v1/analytics/annotations"))) {
            assertThat(call.statusCode()).isEqualTo(403);
            assertThat(call.<String>path("meta.code")).isEqualTo("insufficient_scope");
        }
    }

    private String key(String scope) {
        return as(organization.tga())
                .body(Map.of("name", scope, "scopes", List.of(scope)))
                .post("/api/v1/api-keys")
                .path("data.key");
    }
}
