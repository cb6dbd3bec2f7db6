package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ApprovalTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

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
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restoreTime() {
        rows.refuseNothing();
        Api.resetClock();
    }

    private io.restassured.response.ValidatableResponse approve(String id, String body) {
        return as(organization.test())
                .body(body)
                .post("/v1/content/" + id + "/approve")
                .then();
    }

    @Test
    void two_yeses_must_come_from_two_people() {
        configure("{\"min_approvals\":2}");
        var id = fixture.pending(owner, mission);
        Api.setClock(NOW.plus(Duration.ofHours(2)));
        approve(id, "{}")
                .statusCode(200)
                .body("status", equalTo("pending_review"))
                .body("reviewed_by", nullValue())
                .body("approvals.received", equalTo(1))
                .body("approvals.required", equalTo(2));
        assertThat(fixture.get(owner, id).updatedAt())
                .as("a yes changes what is shown of the item")
                .isAfter(NOW.plus(Duration.ofHours(1)));
        approve(id, "{}").statusCode(409);
        as(keyOfSomeoneElse())
                .body("{}")
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"))
                .body("approvals.received", equalTo(2));
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .body("review.approvals", hasSize(2))
                .body("review.approvals[0].user_id", startsWith("usr_"));
    }

    @Test
    void a_yes_that_is_enough_by_now_may_be_repeated() {
        configure("{\"min_approvals\":3}");
        var id = fixture.pending(owner, mission);
        var inBulk = fixture.pending(owner, mission);
        approveInBulk(id, inBulk).body("pending", contains(id, inBulk));
        configure("{\"min_approvals\":2}");
        approve(id, "{}").statusCode(409);
        configure("{\"min_approvals\":1}");
        approve(id, "{\"notes\":\"Enough\"}")
                .statusCode(200)
                .body("status", equalTo("approved"))
                .body("notes", equalTo("Enough"))
                .body("approvals.required", equalTo(1))
                .body("approvals.received", equalTo(1));
        approveInBulk(id, inBulk).body("approved", contains(inBulk)).body("failed.id", contains(id));
    }

    private io.restassured.response.ValidatableResponse approveInBulk(String... ids) {
        return as(organization.test())
                .body(Map.of("content_ids", List.of(ids)))
                .post("/v1/content/bulk/approve")
                .then()
                .statusCode(200);
    }

    @Test
    void only_approvers_approve() {
        var someone = keyOfSomeoneElse();
        var approver = as(someone).get("/v1/auth/whoami").then().extract().path("user.id");
        configure("{\"approvers\":[\"" + approver + "\"]}");
        var id = fixture.pending(owner, mission);
        approve(id, "{}").statusCode(403).body("error.code", equalTo("forbidden"));
        as(someone).body("{}").post("/v1/content/" + id + "/approve").then().statusCode(200);
    }

    private void configure(String approval) {
        as(organization.live())
                .body("{\"config\":{\"approval\":" + approval + "}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    /** A key of the same organization that acts for another member. */
    private String keyOfSomeoneElse() {
        String key = as(organization.live())
                .body(Map.of("name", "second", "environment", "test"))
                .post("/v1/auth/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        String id =
                as(organization.live()).get("/v1/auth/keys").then().extract().path("data[0].id");
        var user = PublicId.next("usr");
        Sql.text("insert into app_user (id, email, name, created_at) values (:user, :user, 'Bo', now())")
                .update(database, Map.of("user", user));
        Sql.text("insert into membership values (:organization, :user, 'ADMIN', now())")
                .update(database, Map.of("organization", organization.id(), "user", user));
        Sql.text("update api_key set user_id = :user where id = :id").update(database, Map.of("user", user, "id", id));
        return key;
    }

    @Test
    void a_bulk_yes_takes_each_item_by_itself() {
        var pending = fixture.pending(owner, mission);
        var published = fixture.published(owner, mission);
        as(organization.test())
                .body(Map.of("content_ids", List.of(pending, published, "cnt_unknown", pending)))
                .post("/v1/content/bulk/approve")
                .then()
                .statusCode(200)
                .body("approved", contains(pending))
                .body("failed.id", contains(published, "cnt_unknown"))
                .body("failed.error.code", contains("conflict", "not_found"))
                .body("approved_count", equalTo(1))
                .body("failed_count", equalTo(2));
        assertThat(fixture.get(owner, pending).status()).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void a_bulk_yes_tells_what_needs_the_yes_of_others() {
        configure("{\"min_approvals\":2}");
        var pending = fixture.pending(owner, mission);
        as(organization.test())
                .body(Map.of("content_ids", List.of(pending)))
                .post("/v1/content/bulk/approve")
                .then()
                .statusCode(200)
                .body("approved_count", equalTo(0))
                .body("pending", contains(pending))
                .body("pending_count", equalTo(1))
                .body("failed_count", equalTo(0));
    }

    @Test
    void a_draft_that_would_need_no_review_needs_one_yes() {
        configure("{\"min_approvals\":2}");
        approve(fixture.draft(owner, mission), "{}")
                .statusCode(200)
                .body("status", equalTo("approved"))
                .body("approvals.required", equalTo(1));
    }

    @Test
    void a_draft_that_would_need_review_needs_every_yes() {
        configure("{\"min_approvals\":2,\"require_approval\":true}");
        var id = fixture.draft(owner, mission);
        approve(id, "{}").statusCode(200).body("status", equalTo("pending_review"));
        approve(id, "{}").statusCode(409);
        as(keyOfSomeoneElse())
                .body("{}")
                .post("/v1/content/" + id + "/approve")
                .then()
                .body("status", equalTo("approved"));
        as(organization.test()).get("/v1/content/" + id).then().body("review.required", equalTo(true));
    }

    @Test
    void other_words_need_other_yeses() {
        configure("{\"min_approvals\":2}");
        var id = fixture.pending(owner, mission);
        approve(id, "{\"version\":1}").statusCode(200);
        fixture.set(id, "version = 2");
        approve(id, "{\"version\":1}").statusCode(409).body("error.param", equalTo("version"));
        as(organization.test())
                .body("{\"reason\":\"Dull\",\"version\":1}")
                .post("/v1/content/" + id + "/reject")
                .then()
                .statusCode(409);
        approve(id, "{\"version\":2}")
                .statusCode(200)
                .body("status", equalTo("pending_review"))
                .body("approvals.received", equalTo(1));
    }

    @Test
    void a_bulk_no_takes_each_item_by_itself() {
        var pending = fixture.pending(owner, mission);
        as(organization.test())
                .body(Map.of("content_ids", List.of(pending, "cnt_unknown"), "reason", "Dull"))
                .post("/v1/content/bulk/reject")
                .then()
                .statusCode(200)
                .body("rejected", contains(pending))
                .body("rejected_count", equalTo(1))
                .body("failed_count", equalTo(1));
        as(organization.test())
                .body(Map.of("content_ids", List.of()))
                .post("/v1/content/bulk/reject")
                .then()
                .statusCode(400);
    }

    @Test
    void confidence_and_time_approve_what_the_mission_lets_them() {
        var hybrid = fixture.mission(
                owner, "{\"require_approval\":true,\"auto_approve_threshold\":0.9,\"auto_approve_after_hours\":24}");
        var sure = fixture.draft(owner, hybrid, Platform.TWITTER, null, 0.95);
        var unsure = fixture.draft(owner, hybrid, Platform.TWITTER, null, 0.80);
        fixture.decide(owner, sure);
        fixture.decide(owner, unsure);
        as(organization.test())
                .get("/v1/content/" + sure)
                .then()
                .body("status", equalTo("approved"))
                .body("review.notes", equalTo("auto_approved:confidence"));
        as(organization.test())
                .get("/v1/content/" + unsure)
                .then()
                .body("status", equalTo("pending_review"))
                .body("review.required", equalTo(true));

        Api.setClock(NOW.plus(Duration.ofHours(23)));
        fixture.drain("auto_approve");
        assertThat(fixture.get(owner, unsure).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
        Api.setClock(NOW.plus(Duration.ofHours(25)));
        for (var status : List.of("PAUSED", "COMPLETED")) {
            fixture.setMission(hybrid, "status = '%s'".formatted(status));
            fixture.drain("auto_approve");
            assertThat(fixture.get(owner, unsure).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
        }
        fixture.setMission(hybrid, "status = 'ACTIVE'");
        fixture.drain("auto_approve");
        as(organization.test())
                .get("/v1/content/" + unsure)
                .then()
                .body("status", equalTo("approved"))
                .body("review.reviewed_by", equalTo("system"))
                .body("review.notes", equalTo("auto_approved:timeout"));
    }

    @Test
    void an_item_that_cannot_be_approved_holds_up_none_behind_it() {
        configure("{\"require_approval\":true,\"auto_approve_after_hours\":1}");
        var broken = fixture.pending(owner, mission);
        Api.setClock(NOW.plusSeconds(1));
        var next = fixture.pending(owner, mission);
        rows.refuse("update on content", "new.id = '%s'".formatted(broken));
        Api.setClock(NOW.plus(Duration.ofMinutes(61)));
        fixture.drain("auto_approve");
        assertThat(fixture.get(owner, broken).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
        assertThat(fixture.get(owner, next).status()).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void the_organizations_time_counts_where_the_mission_has_none() {
        configure("{\"require_approval\":true,\"auto_approve_after_hours\":1}");
        var id = fixture.pending(owner, mission);
        Api.setClock(NOW.plus(Duration.ofMinutes(61)));
        fixture.drain("auto_approve");
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.APPROVED);
    }
}
