package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReviewApiTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

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
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    private io.restassured.response.ValidatableResponse approve(String id, String body) {
        return as(organization.test())
                .body(body)
                .post("/v1/content/" + id + "/approve")
                .then();
    }

    private io.restassured.response.ValidatableResponse reject(String id, String body) {
        return as(organization.test())
                .body(body)
                .post("/v1/content/" + id + "/reject")
                .then();
    }

    @Test
    void a_yes_approves_an_item() {
        var id = fixture.pending(owner, mission);
        approve(id, "{\"notes\":\"Good\"}")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("approved"))
                .body("reviewed_by", startsWith("usr_"))
                .body("reviewed_at", matchesPattern(".*Z"))
                .body("notes", equalTo("Good"))
                .body("scheduled_for", nullValue())
                .body("approvals.required", equalTo(1))
                .body("approvals.received", equalTo(1));
        assertThat(events(id)).containsExactly("content.created", "content.approved");
        assertThat(fixture.count("audit_entry where action = 'content.approved' and subject = '" + id + "'"))
                .isEqualTo(1);
        approve(id, "{}").statusCode(409).body("error.code", equalTo("conflict"));
    }

    @Test
    void an_item_with_a_time_is_scheduled_at_once() {
        var id = fixture.pending(owner, mission);
        approve(id, "{\"schedule_for\":\"2030-01-20T09:00:00-05:00\"}")
                .statusCode(200)
                .body("status", equalTo("scheduled"))
                .body("scheduled_for", equalTo("2030-01-20T09:00:00-05:00"));
        assertThat(events(id)).containsExactly("content.created", "content.approved", "content.scheduled");
    }

    @Test
    void the_time_goes_by_either_name_and_without_an_offset_is_the_missions() {
        var newYork = fixture.mission(owner, "{\"timezone\":\"America/New_York\"}");
        approve(fixture.pending(owner, newYork), "{\"scheduled_for\":\"2030-01-20T09:00:00\"}")
                .body("scheduled_for", equalTo("2030-01-20T09:00:00-05:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "schedule_for, 2020-01-01T00:00:00Z, 422, validation_error",
        "scheduled_for, 2020-01-01T00:00:00Z, 422, validation_error",
        "schedule_for, 2031-02-01T00:00:00Z, 422, validation_error",
        "schedule_for, soon, 400, invalid_request",
        "scheduled_for, soon, 400, invalid_request"
    })
    void an_item_cannot_be_approved_for_a_time_that_is_not_ahead(String param, String time, int status, String code) {
        var id = fixture.pending(owner, mission);
        approve(id, "{\"" + param + "\":\"" + time + "\"}")
                .statusCode(status)
                .body("error.code", equalTo(code))
                .body("error.message", startsWith(param + " "))
                .body("error.param", equalTo(param));
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
    }

    @Test
    void a_body_without_a_type_is_read_as_json() {
        var id = fixture.pending(owner, mission);
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + organization.test())
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(
                                        "application/x-www-form-urlencoded", io.restassured.http.ContentType.TEXT)))
                .contentType("application/x-www-form-urlencoded")
                .body("{\"notes\":\"Good\"}")
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("notes", equalTo("Good"));
    }

    @Test
    void a_no_rejects_an_item() {
        var id = fixture.pending(owner, mission);
        reject(id, "{\"reason\":\"Dull\",\"feedback\":\"More fun\"}")
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("reviewed_by", startsWith("usr_"))
                .body("reason", equalTo("Dull"))
                .body("feedback", equalTo("More fun"))
                .body("regenerate", equalTo(false))
                .body("regeneration_job_id", nullValue());
        assertThat(events(id)).containsExactly("content.created", "content.rejected");
        reject(id, "{\"reason\":\"Dull\"}").statusCode(409);
    }

    @Test
    void a_no_may_ask_for_another_try() {
        var id = fixture.pending(owner, mission);
        reject(id, "{\"reason\":\"Dull\",\"regenerate\":true}")
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("regenerate", equalTo(true))
                .body("regeneration_job_id", matchesPattern("job_[0-9A-Za-z]{16}"));
    }

    @Test
    void a_no_needs_a_reason() {
        var id = fixture.pending(owner, mission);
        reject(id, "{}").statusCode(400).body("error.param", equalTo("reason"));
    }

    @Test
    void an_approved_item_is_rejected_only_before_it_is_scheduled() {
        reject(fixture.approved(owner, mission), "{\"reason\":\"Dull\"}").statusCode(200);
        var scheduled = fixture.scheduled(owner, mission, Platform.TWITTER, Instant.parse("2030-01-16T14:00:00Z"));
        reject(scheduled, "{\"reason\":\"Dull\"}").statusCode(409);
    }

    @Test
    void strangers_and_readers_cannot_review() {
        var id = fixture.pending(owner, mission);
        as(Api.organization().test())
                .body("{}")
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(404);
        String reader = as(organization.live())
                .body(Map.of("name", "reader", "environment", "test", "scopes", List.of("content:read")))
                .post("/v1/auth/keys")
                .then()
                .extract()
                .path("key");
        as(reader)
                .body("{}")
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(403)
                .body("error.message", containsString("content:write"));
    }

    private List<String> events(String id) {
        return Sql.text("select type from outbox_event where subject_id = :id order by at, type desc")
                .list(database, Map.of("id", id), row -> row.getString("type"));
    }
}
