package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Role;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class EditApiTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-16T14:00:00Z");
    private static final String OTHER_WORDS = "{\"copy\":{\"primary\":\"Other\"}}";

    @Inject
    ContentFixture fixture;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner, "{\"timezone\":\"America/New_York\"}");
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    private ValidatableResponse put(String id, String body) {
        return as(organization.test()).body(body).put("/v1/content/" + id).then();
    }

    @Test
    void an_edit_changes_what_it_names_and_is_the_next_version() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, LATER);
        put(id, OTHER_WORDS)
                .statusCode(200)
                .body("copy.primary", equalTo("Other"))
                .body("copy.cta", equalTo("Read more"))
                .body("copy.hashtags", contains("#API"))
                .body("version", equalTo(2))
                .body("status", equalTo("scheduled"))
                .body("scheduling.scheduled_for", equalTo("2030-01-16T14:00:00Z"));
        assertThat(fixture.count("outbox_event where subject_id = '" + id + "'"))
                .as("created, approved and scheduled, and no more")
                .isEqualTo(3);
        assertThat(fixture.count("audit_entry where action = 'content.edited' and subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void null_resets_a_field() {
        put(fixture.draft(owner, mission), "{\"copy\":{\"cta\":null,\"hashtags\":null}}")
                .statusCode(200)
                .body("copy.cta", nullValue())
                .body("copy.hashtags", empty())
                .body("copy.primary", equalTo("Hello"));
    }

    @Test
    void an_item_that_is_sent_back_as_it_came_stays_as_it_is() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, LATER);
        var item = as(organization.test())
                .get("/v1/content/" + id + "?expand=mission")
                .asString();
        Api.setClock(NOW.plusSeconds(60));
        var answer = put(id, item).statusCode(200).extract();
        assertThat(answer.<Integer>path("version")).isEqualTo(1);
        assertThat(answer.<String>path("updated_at")).isEqualTo("2030-01-15T12:00:00Z");
        assertThat(fixture.count("outbox_event where type = 'content.scheduled' and subject_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void tags_make_no_version_and_void_no_yes() {
        var id = fixture.pending(owner, mission);
        approve(id);
        put(id, "{\"metadata\":{\"tags\":[\"spring\"],\"topic\":\"APIs\"}}")
                .statusCode(200)
                .body("metadata.tags", contains("spring"))
                .body("metadata.topic", equalTo("APIs"))
                .body("version", equalTo(1))
                .body("status", equalTo("approved"));
    }

    private void approve(String id) {
        as(organization.test()).post("/v1/content/" + id + "/approve").then().statusCode(200);
    }

    private String approvedFor(String time) {
        var id = fixture.pending(owner, mission);
        as(organization.test())
                .body(Map.of("schedule_for", time))
                .post("/v1/content/" + id + "/approve")
                .then()
                .body("status", equalTo("scheduled"));
        return id;
    }

    @Test
    void an_edited_item_that_needs_review_is_reviewed_again_and_off_the_schedule() {
        var id = approvedFor("2030-01-20T09:00:00");
        put(id, OTHER_WORDS)
                .statusCode(200)
                .body("status", equalTo("pending_review"))
                .body("scheduling.scheduled_for", nullValue())
                .body("review.reviewed_by", nullValue())
                .body("review.approvals", empty());
        fixture.drain("publisher");
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
        approve(id);
    }

    @Test
    void other_words_and_a_time_at_once_are_refused_with_the_reason_when_the_words_need_a_review() {
        var id = approvedFor("2030-01-20T09:00:00");
        put(id, "{\"copy\":{\"primary\":\"Other\"},\"scheduling\":{\"scheduled_for\":\"2030-01-21T09:00:00\"}}")
                .statusCode(409)
                .body("error.param", equalTo("scheduling.scheduled_for"))
                .body("error.message", containsString("schedule_for"));
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.SCHEDULED);
        assertThat(fixture.get(owner, id).copy().primary()).isEqualTo("Hello");
    }

    @Test
    void what_was_approved_for_its_writers_confidence_is_reviewed_once_a_person_wrote() {
        var confident = fixture.mission(owner, "{\"require_approval\":true,\"auto_approve_threshold\":0.9}");
        var id = fixture.draft(owner, confident, Platform.TWITTER, null, 0.95);
        fixture.decide(owner, id);
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.APPROVED);
        put(id, OTHER_WORDS).statusCode(200).body("status", equalTo("pending_review"));
        // A draft is no different.
        var draft = fixture.draft(owner, confident, Platform.TWITTER, null, 0.95);
        put(draft, OTHER_WORDS).statusCode(200).body("status", equalTo("draft"));
        fixture.decide(owner, draft);
        assertThat(fixture.get(owner, draft).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
    }

    private void needTwoYeses() {
        as(organization.live())
                .body("{\"config\":{\"approval\":{\"min_approvals\":2}}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    @Test
    void a_yes_belongs_to_one_version() {
        needTwoYeses();
        var live = new Owner(organization.id(), Mode.LIVE);
        var id = fixture.pending(live, fixture.mission(live));
        var first = Cast.join(database, organization.id(), Role.ADMIN);
        var second = Cast.join(database, organization.id(), Role.ADMIN);
        yes(first, id).body("approvals.received", equalTo(1));
        as(second.key()).body(OTHER_WORDS).put("/v1/content/" + id).then().statusCode(200);
        yes(second, id).body("approvals.received", equalTo(1)).body("status", equalTo("pending_review"));
        yes(first, id).body("approvals.received", equalTo(2)).body("status", equalTo("approved"));
    }

    @Test
    void a_draft_that_a_person_wrote_while_it_was_regenerated_needs_as_many_yeses_as_any() {
        needTwoYeses();
        var live = new Owner(organization.id(), Mode.LIVE);
        var confident = fixture.mission(live, "{\"require_approval\":true,\"auto_approve_threshold\":0.9}");
        var id = fixture.draft(live, confident, Platform.TWITTER, null, 0.95);
        var first = Cast.join(database, organization.id(), Role.ADMIN);
        as(first.key()).post("/v1/content/" + id + "/regenerate").then().statusCode(200);
        as(first.key())
                .body(OTHER_WORDS)
                .put("/v1/content/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"));
        yes(first, id).body("approvals.received", equalTo(1)).body("status", equalTo("pending_review"));
    }

    @Test
    void visuals_are_kept_in_the_order_of_their_positions() {
        var id = fixture.draft(owner, mission);
        var visual =
                "{\"type\":\"image\",\"url\":\"https://example.com/%s.png\",\"alt_text\":\"%1$s\",\"position\":%d}";
        var visuals = "{\"visuals\":[" + visual.formatted("A", 2) + "," + visual.formatted("B", 1) + "]}";
        put(id, visuals)
                .statusCode(200)
                .body("visuals.alt_text", contains("B", "A"))
                .body("version", equalTo(2));
        put(id, visuals).statusCode(200).body("version", equalTo(2));
    }

    private static ValidatableResponse yes(Cast.Member member, String id) {
        return as(member.key()).post("/v1/content/" + id + "/approve").then().statusCode(200);
    }

    @Test
    void an_edit_of_a_rejected_item_lets_it_be_reviewed_again() {
        var id = fixture.pending(owner, mission);
        as(organization.test())
                .body("{\"reason\":\"Dull\"}")
                .post("/v1/content/" + id + "/reject")
                .then()
                .statusCode(200);
        put(id, OTHER_WORDS)
                .statusCode(200)
                .body("status", equalTo("pending_review"))
                .body("review.reason", nullValue());
        approve(id);
    }

    @Test
    void a_time_alone_is_what_scheduling_would_be() {
        var id = fixture.approved(owner, mission);
        put(id, "{\"scheduling\":{\"scheduled_for\":\"2030-01-20T09:00:00\"}}")
                .statusCode(200)
                .body("status", equalTo("scheduled"))
                .body("version", equalTo(1))
                .body("scheduling.scheduled_for", equalTo("2030-01-20T09:00:00-05:00"));
        assertThat(fixture.count("outbox_event where type = 'content.scheduled' and subject_id = '" + id + "'"))
                .isEqualTo(1);
        put(id, "{\"scheduling\":{\"scheduled_for\":\"2030-01-20T15:00:00+01:00\"}}")
                .statusCode(200)
                .body("status", equalTo("scheduled"))
                .body("scheduling.scheduled_for", equalTo("2030-01-20T15:00:00+01:00"));
        assertThat(fixture.count("outbox_event where type = 'content.scheduled' and subject_id = '" + id + "'"))
                .as("it is scheduled for the moment for which it was")
                .isEqualTo(1);
        put(id, "{\"scheduling\":{\"scheduled_for\":null}}")
                .statusCode(200)
                .body("status", equalTo("approved"))
                .body("scheduling.scheduled_for", nullValue())
                .body("scheduling.hold", equalTo(true));
    }

    @Test
    void a_refused_time_undoes_the_words_with_it() {
        var id = fixture.draft(owner, mission);
        put(id, "{\"copy\":{\"primary\":\"Other\"},\"scheduling\":{\"scheduled_for\":\"2030-01-20T09:00:00Z\"}}")
                .statusCode(409);
        assertThat(fixture.get(owner, id).copy().primary()).isEqualTo("Hello");
        put(fixture.approved(owner, mission), "{\"scheduling\":{\"scheduled_for\":\"2030-01-15T12:00:00Z\"}}")
                .statusCode(422)
                .body("error.param", equalTo("scheduling.scheduled_for"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_is_stored() {
        var id = fixture.draft(owner, mission);
        put(id, """
                {"copy":{"primary":7,"hashtags":[null],"variations":[{"id":"a","primary":"x"}]},
                 "visuals":[{"type":"hologram","url":"x"}],"metadata":{"tags":"spring","topic":"Other"},
                 "scheduling":{"scheduled_for":"soon","timezone":"UTC"},"status":"published","version":"one"}""")
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body(
                        "error.errors.param",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "copy.primary",
                                "copy.hashtags",
                                "copy.variations[0].weight",
                                "visuals[0].type",
                                "visuals[0].url",
                                "metadata.tags",
                                "metadata.topic",
                                "scheduling.scheduled_for",
                                "scheduling.timezone",
                                "status",
                                "version"));
        assertThat(fixture.get(owner, id).version()).isEqualTo(1);
    }

    @Test
    void a_visual_without_a_position_stands_where_it_is_listed() {
        put(fixture.draft(owner, mission), """
                {"visuals":[{"type":"image","url":"https://cdn.example/a.png"},
                 {"type":"image","url":"HTTP://cdn.example/b.png"}]}""")
                .statusCode(200)
                .body("visuals.position", contains(1, 2))
                .body("visuals[0].file_size_bytes", nullValue())
                .body("visuals[0].dimensions", nullValue());
    }

    @Test
    void an_item_that_is_being_published_is_not_changed() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, LATER);
        fixture.set(id, "publish_claim = 'busy', publish_tried = true");
        put(id, OTHER_WORDS).statusCode(409).body("error.code", equalTo("conflict"));
        put(id, "{\"metadata\":{\"tags\":[\"x\"]}}").statusCode(409);
        put(id, "{}").statusCode(409);
    }

    @Test
    void of_many_edits_of_one_version_one_wins() throws Exception {
        var id = fixture.draft(owner, mission);
        var statuses = Crowd.of(8, () -> as(organization.test())
                .body("{\"copy\":{\"primary\":\"" + Thread.currentThread().getName() + "\"},\"version\":1}")
                .put("/v1/content/" + id)
                .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
        assertThat(fixture.get(owner, id).version()).isEqualTo(2);
    }

    @Test
    void a_repeated_edit_is_made_once() {
        var id = fixture.draft(owner, mission);
        for (var call = 0; call < 2; call++) {
            as(organization.test())
                    .header("Idempotency-Key", "once")
                    .body(OTHER_WORDS)
                    .put("/v1/content/" + id)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void readers_and_strangers_do_not_edit() {
        var id = fixture.draft(owner, mission);
        as(Api.organization().test())
                .body(OTHER_WORDS)
                .put("/v1/content/" + id)
                .then()
                .statusCode(404);
        as(organization.live())
                .body(OTHER_WORDS)
                .put("/v1/content/" + id)
                .then()
                .statusCode(404);
        String reader = as(organization.live())
                .body(Map.of("name", "reader", "environment", "test", "scopes", List.of("content:read")))
                .post("/v1/auth/keys")
                .path("key");
        as(reader).body(OTHER_WORDS).put("/v1/content/" + id).then().statusCode(403);
    }

    @Test
    void a_preview_and_the_queue_show_the_wording_that_goes_out() {
        var id = fixture.approved(owner, mission);
        put(id, """
                {"copy":{"variations":[{"id":"only","label":"A","primary":"Varied","weight":0.5}]},
                 "scheduling":{"scheduled_for":"2030-01-20T09:00:00Z"}}""")
                .statusCode(200)
                .body("copy.variations", hasSize(1))
                .body("copy.primary", equalTo("Hello"))
                .body("publishing.variation_id", nullValue());
        as(organization.test())
                .get("/v1/content/" + id + "/preview")
                .then()
                .body("rendered.text", equalTo("Varied\n\nRead more #API"));
        as(organization.test())
                .get("/v1/publish/queue")
                .then()
                .body("data[0].preview", equalTo("Varied\n\nRead more #API"));
    }
}
