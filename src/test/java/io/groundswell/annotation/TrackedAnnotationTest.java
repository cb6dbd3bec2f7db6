package io.groundswell.annotation;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.TrackedRows;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackedAnnotationTest {
    private static final String PATH = "/api/v1/analytics/annotations";

    @Inject
    Rows rows;

    @Inject
    TrackedRows tracked;

    private Api.Organization organization;
    private String project;
    private String creator;

    @BeforeEach
    void open() {
        openIn("UTC");
    }

    private void openIn(String timezone) {
        organization = Api.organizationIn(timezone);
        rows.change("update organization set limits = '{\"creator_requests_per_minute\": -1}' where id = '%s'"
                .formatted(organization.id()));
        project = Tracking.project(organization, "Launch");
        creator = tracked.creator(organization, project, "ada");
    }

    @AfterEach
    void restore() {
        Api.resetClock();
    }

    private Response write(String scope, String id, String at, String title) {
        return as(organization.tga())
                .body(Map.of("scope", scope, "entity_id", id, "annotation_at", at, "title", title))
                .post(PATH);
    }

    private Response read(String query) {
        return as(organization.tga()).get(PATH + "?" + query);
    }

    private List<String> titles(String scope, String id, String more) {
        return read("scope=" + scope + "&entity_id=" + id + more).path("data.title");
    }

    private long stored() {
        return rows.count("select count(*) from annotation where organization_id = '%s'".formatted(organization.id()));
    }

    @Test
    void each_sort_of_thing_has_a_timeline_of_its_own() {
        var video = tracked.video(organization, project, creator, "Bread");
        write("creator", creator, "2026-03-01T00:00:00Z", "Of the creator")
                .then()
                .statusCode(201);
        write("video", video, "2026-03-01T00:00:00Z", "Of the video").then().statusCode(201);

        assertThat(titles("creator", creator, "")).containsExactly("Of the creator");
        assertThat(titles("video", video, "")).containsExactly("Of the video");
        assertThat(read("scope=video&entity_id=" + creator).statusCode()).isEqualTo(404);
    }

    @Test
    void days_are_those_of_the_organization() {
        openIn("Pacific/Auckland");
        write("creator", creator, "2026-02-28T10:59:59Z", "The day before");
        write("creator", creator, "2026-02-28T11:00:00Z", "First");
        write("creator", creator, "2026-03-01T10:59:59Z", "Last");
        write("creator", creator, "2026-03-01T11:00:00Z", "The day after");

        assertThat(titles("creator", creator, "&from=2026-03-01&to=2026-03-01")).containsExactly("First", "Last");
    }

    @Test
    void what_is_there_for_nobody_has_no_timeline_until_it_comes_back() {
        String id = write("creator", creator, "2026-03-01T00:00:00Z", "Note").path("data.id");
        rows.change("update creator set removed_at = now() where id = '%s'".formatted(creator));

        assertThat(read("scope=creator&entity_id=" + creator).statusCode()).isEqualTo(404);
        assertThat(write("creator", creator, "2026-03-01T00:00:00Z", "More").statusCode())
                .isEqualTo(404);
        assertThat(as(organization.tga()).delete(PATH + "/" + id).statusCode()).isEqualTo(404);
        rows.change("update creator set removed_at = null where id = '%s'".formatted(creator));
        assertThat(titles("creator", creator, "")).containsExactly("Note");
    }

    @Test
    void annotations_go_with_their_thing_however_it_goes() {
        var video = tracked.video(organization, project, creator, "Bread");
        var alone = tracked.video(organization, project, null, "Cake");
        write("creator", creator, "2026-03-01T00:00:00Z", "Note");
        write("video", video, "2026-03-01T00:00:00Z", "Note");
        write("video", alone, "2026-03-01T00:00:00Z", "Note");
        rows.change("delete from video where id = '%s'".formatted(alone));
        assertThat(stored()).isEqualTo(2);

        as(organization.tga()).delete("/api/v1/projects/" + project).then().statusCode(200);

        assertThat(stored()).isZero();
    }

    @Test
    void a_timeline_is_walked_through_equal_moments() {
        rows.change(
                ("insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details,"
                                + " created_at, updated_at) select gen_random_uuid(), '%s', 'LIVE', 0, 'CREATOR', '%s', 'USER',"
                                + " timestamptz '2026-03-01' + n / 400 * interval '1 second', 'Note ' || n, '{}', now(), now()"
                                + " from generate_series(1, 1203) n")
                        .formatted(organization.id(), creator));

        var walked = new ArrayList<String>();
        var pages = 0;
        String cursor = null;
        do {
            var page = read("scope=creator&entity_id=" + creator + (cursor == null ? "" : "&cursor=" + cursor));
            walked.addAll(page.<List<String>>path("data.id"));
            cursor = page.path("meta.nextCursor");
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(walked)
                .hasSize(1203)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(rows.texts(
                        ("select id from annotation where organization_id = '%s'" + " order by at, id collate \"C\"")
                                .formatted(organization.id())));
    }

    @Test
    void of_eight_who_want_the_last_place_one_gets_it_and_missions_have_places_of_their_own() throws Exception {
        rows.change(
                ("insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details,"
                                + " created_at, updated_at) select gen_random_uuid(), '%s', 'LIVE', 0, 'CREATOR', '%s', 'USER', now(),"
                                + " 'Note', '{}', now(), now() from generate_series(1, 9999)")
                        .formatted(organization.id(), creator));

        var answers = Crowd.of(8, () -> write("creator", creator, "2026-03-01T00:00:00Z", "Last"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> assertThat(
                        answer.<String>path("meta.code"))
                .isEqualTo("conflict"));
        assertThat(stored()).isEqualTo(10_000);
        as(organization.live())
                .body(Map.of("scope", "organization", "title", "New prices"))
                .post("/v1/annotations")
                .then()
                .statusCode(201);
    }

    @Test
    void an_author_who_is_gone_has_no_name() {
        write("creator", creator, "2026-03-01T00:00:00Z", "Note").then().statusCode(201);
        var named = read("scope=creator&entity_id=" + creator);
        assertThat(named.<String>path("data[0].author_name")).isNotBlank();
        rows.change("update annotation set author_id = 'usr_0000000000000000' where organization_id = '%s'"
                .formatted(organization.id()));

        var unnamed = read("scope=creator&entity_id=" + creator);

        assertThat(unnamed.<String>path("data[0].author_name")).isNull();
        assertThat(unnamed.<String>path("data[0].author_id")).isNotBlank();
        assertThat(unnamed.<Map<String, Object>>path("data[0]")).doesNotContainKey("entity_label");
    }

    @Test
    void what_happens_to_a_campaign_is_written_down_once_for_each_second() throws Exception {
        Api.setClock(Instant.parse("2030-01-15T12:00:00.400Z"));
        String campaign = as(organization.tga())
                .body(Map.of("name", "Summer"))
                .post("/api/v1/projects/" + project + "/campaigns")
                .path("data.id");
        var number = new AtomicInteger();
        Crowd.of(6, () -> as(organization.tga())
                .body(Map.of("readme", "Note " + number.incrementAndGet()))
                .patch("/api/v1/campaigns/" + campaign));
        Api.setClock(Instant.parse("2030-01-15T12:00:07Z"));
        as(organization.tga())
                .body(Map.of("readme", "Note 7", "name", "Autumn"))
                .patch("/api/v1/campaigns/" + campaign);
        as(organization.tga()).body(Map.of("readme", "Note 7")).patch("/api/v1/campaigns/" + campaign);
        Api.setClock(Instant.parse("2030-01-15T12:00:09Z"));
        as(organization.tga()).body("{\"readme\": null}").patch("/api/v1/campaigns/" + campaign);

        var timeline = read("scope=campaign&entity_id=" + campaign);

        assertThat(timeline.<List<String>>path("data.id"))
                .containsExactly(
                        "auto:campaign_created:" + campaign + ":2030-01-15T12:00:00Z",
                        "auto:readme_changed:" + campaign + ":2030-01-15T12:00:00Z",
                        "auto:readme_changed:" + campaign + ":2030-01-15T12:00:07Z",
                        "auto:readme_changed:" + campaign + ":2030-01-15T12:00:09Z");
        assertThat(timeline.<List<String>>path("data.title"))
                .containsExactly("Campaign created", "Notes changed", "Notes changed", "Notes removed");
        assertThat(timeline.<List<String>>path("data.source")).containsOnly("auto");
    }

    @Test
    void of_very_many_changes_the_newest_stay_and_what_people_wrote_stays() {
        String campaign = as(organization.tga())
                .body(Map.of("name", "Summer"))
                .post("/api/v1/projects/" + project + "/campaigns")
                .path("data.id");
        write("campaign", campaign, "2020-01-01T00:00:00Z", "Written");
        rows.change(
                ("insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title, details,"
                                + " created_at, updated_at) select 'auto:old:%2$s:' || n, '%1$s', 'LIVE', 0, 'CAMPAIGN', '%2$s',"
                                + " 'README_CHANGED', timestamptz '2021-01-01' + n * interval '1 minute', 'Notes changed', '{}', now(),"
                                + " now() from generate_series(1, 1000) n")
                        .formatted(organization.id(), campaign));

        as(organization.tga()).body(Map.of("readme", "More")).patch("/api/v1/campaigns/" + campaign);

        assertThat(rows.count("select count(*) from annotation where kind = 'README_CHANGED' and entity_id = '%s'"
                        .formatted(campaign)))
                .isEqualTo(1_000);
        assertThat(rows.count("select count(*) from annotation where id = 'auto:old:%s:1'".formatted(campaign)))
                .isZero();
        assertThat(titles("campaign", campaign, "&hide_auto=1")).containsExactly("Written");
    }

    @Test
    void every_change_is_in_the_audit_trail() {
        String id = write("creator", creator, "2026-03-01T00:00:00Z", "Note").path("data.id");
        for (var title : List.of("Other", "Other")) {
            as(organization.tga()).body(Map.of("title", title)).patch(PATH + "/" + id);
        }
        as(organization.tga()).delete(PATH + "/" + id);

        assertThat(rows.texts("select action from audit_entry where subject = '%s'".formatted(id)))
                .containsExactlyInAnyOrder("annotation.created", "annotation.changed", "annotation.deleted");
    }

    /** An annotation is written before its thing goes, and goes with it, or it finds nothing. */
    @Test
    void none_is_left_of_what_is_deleted_meanwhile() throws Exception {
        for (var time = 0; time < 5; time++) {
            String campaign = as(organization.tga())
                    .body(Map.of("name", "Summer"))
                    .post("/api/v1/projects/" + project + "/campaigns")
                    .path("data.id");
            var turn = new AtomicInteger();

            var statuses = Crowd.of(6, () -> switch (turn.getAndIncrement()) {
                case 3 ->
                    as(organization.tga())
                            .delete("/api/v1/campaigns/" + campaign)
                            .statusCode();
                case 4 ->
                    as(organization.tga())
                            .body(Map.of("readme", "More"))
                            .patch("/api/v1/campaigns/" + campaign)
                            .statusCode();
                default ->
                    write("campaign", campaign, "2026-03-01T00:00:00Z", "Note").statusCode();
            });

            assertThat(statuses).isSubsetOf(200, 201, 404).contains(200);
            assertThat(stored()).isZero();
        }
    }
}
