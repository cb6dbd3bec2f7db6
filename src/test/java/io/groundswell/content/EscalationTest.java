package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Role;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class EscalationTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;
    private Owner owner;
    private Cast.Member approver;
    private Cast.Member deputy;
    private String mission;
    private String item;

    /** Only the approver may approve; the deputy is told of what waits for more than twelve hours. */
    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.LIVE);
        approver = Cast.join(database, organization.id(), Role.OPERATOR);
        deputy = Cast.join(database, organization.id(), Role.OPERATOR);
        configure("""
                {"approvers": ["%s"], "escalation": {"after_hours": 12, "notify": ["%s"]}}""".formatted(approver.userId(), deputy.userId()));
        mission = fixture.mission(owner);
        item = fixture.pending(owner, mission);
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    private void configure(String approval) {
        as(organization.live())
                .body("{\"config\":{\"approval\":" + approval + "}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    private void escalateAfter(Duration wait) {
        Api.setClock(NOW.plus(wait));
        fixture.drain("escalate");
    }

    private ValidatableResponse content() {
        return as(organization.live()).get("/v1/content/" + item).then();
    }

    private ValidatableResponse approve(Cast.Member member) {
        return as(member.key())
                .body("{}")
                .post("/v1/content/" + item + "/approve")
                .then();
    }

    private List<String> events() {
        return rows.texts("select type from outbox_event where subject_id = '" + item + "' order by at, type desc");
    }

    @Test
    void an_item_that_waits_too_long_may_be_approved_by_those_who_are_told() {
        escalateAfter(Duration.ofHours(11));
        content().body("review.escalated_at", nullValue());
        approve(deputy).statusCode(403);

        escalateAfter(Duration.ofHours(13));
        content()
                .body("review.escalated_at", equalTo("2030-01-16T01:00:00Z"))
                .body("status", equalTo("pending_review"));
        escalateAfter(Duration.ofHours(20));
        content().body("review.escalated_at", equalTo("2030-01-16T01:00:00Z"));
        assertThat(events()).containsExactly("content.created", "content.escalated");

        var outsider = Cast.join(database, organization.id(), Role.ADMIN);
        approve(outsider).statusCode(403);
        approve(deputy).statusCode(200).body("reviewed_by", equalTo(deputy.userId()));
    }

    @Test
    void approvers_still_approve_what_was_escalated() {
        escalateAfter(Duration.ofHours(13));
        approve(approver).statusCode(200).body("status", equalTo("approved"));
    }

    @Test
    void an_item_that_comes_back_to_review_escalates_again() {
        escalateAfter(Duration.ofHours(13));
        as(organization.live())
                .body("{\"copy\":{\"primary\":\"Other words\"}}")
                .put("/v1/content/" + item)
                .then()
                .statusCode(200);
        content().body("status", equalTo("pending_review")).body("review.escalated_at", nullValue());
        approve(deputy).statusCode(403);
        escalateAfter(Duration.ofHours(24));
        content().body("review.escalated_at", nullValue());
        escalateAfter(Duration.ofHours(26));
        content().body("review.escalated_at", equalTo("2030-01-16T14:00:00Z"));
        assertThat(events()).filteredOn("content.escalated"::equals).hasSize(2);
    }

    @Test
    void items_of_missions_that_rest_or_are_over_and_of_those_who_want_none_are_left_alone() {
        for (var status : List.of("PAUSED", "COMPLETED")) {
            fixture.setMission(mission, "status = '%s'".formatted(status));
            escalateAfter(Duration.ofHours(13));
            content().body("review.escalated_at", nullValue());
        }
        fixture.setMission(mission, "status = 'ACTIVE'");
        configure("{\"escalation\": null}");
        escalateAfter(Duration.ofHours(14));
        content().body("review.escalated_at", nullValue());
    }

    @Test
    void a_decided_item_is_not_escalated() {
        approve(approver).statusCode(200);
        escalateAfter(Duration.ofHours(13));
        content().body("review.escalated_at", nullValue());
    }
}
