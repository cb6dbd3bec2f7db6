package io.groundswell.alert;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AlertLogTest {
    @Inject
    AlertLog log;

    @Inject
    OldAlerts old;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;

    @BeforeEach
    void open() {
        organization = Api.organization("pro", Map.of("creator_requests_per_minute", -1));
        owner = new Owner(organization.id(), Mode.LIVE);
    }

    private boolean raise(String key) {
        return raise(key, null, null);
    }

    private boolean raise(String key, UUID program, UUID creator) {
        var cause = new Cause(AlertKind.PLAN_LIMIT_CLOSE, key, program, creator, "Look", Map.of("current", "9"));
        return QuarkusTransaction.requiringNew().call(() -> log.raise(owner, cause));
    }

    private int end(String... keys) {
        return QuarkusTransaction.requiringNew().call(() -> log.end(owner, List.of(keys)));
    }

    private long count(String table) {
        return rows.count("select count(*) from %s where organization_id = '%s'".formatted(table, organization.id()));
    }

    private List<String> statuses() {
        return as(organization.tga()).get("/api/v1/alerts").path("data.status");
    }

    private void triage(String status) {
        String id = as(organization.tga()).get("/api/v1/alerts").path("data[0].id");
        as(organization.tga())
                .body(Map.of("status", status))
                .patch("/api/v1/alerts/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void a_cause_has_one_alert_however_often_and_by_whomever_it_is_noticed() throws Exception {
        var raised = Crowd.of(8, () -> raise("full"));

        assertThat(raised).containsOnlyOnce(true);
        assertThat(raise("full")).isFalse();
        assertThat(statuses()).containsExactly("open");
        assertThat(count("outbox_event")).isEqualTo(1);
        assertThat(raise("another")).isTrue();
    }

    @Test
    void what_was_resolved_is_not_raised_again_while_its_cause_goes_on() {
        raise("full");
        triage("resolved");

        assertThat(raise("full")).isFalse();
        assertThat(statuses()).containsExactly("resolved");
    }

    @Test
    void a_cause_that_returns_has_another_alert() {
        raise("full");
        assertThat(end("full", "unknown")).isEqualTo(1);
        assertThat(end("full")).isZero();
        assertThat(statuses()).containsExactly("resolved");

        assertThat(raise("full")).isTrue();

        assertThat(statuses()).containsExactly("open", "resolved");
        assertThat(count("outbox_event")).isEqualTo(2);
    }

    @Test
    void nothing_is_raised_by_what_is_rolled_back() {
        QuarkusTransaction.begin();
        log.raise(owner, new Cause(AlertKind.PLAN_LIMIT_CLOSE, "full", null, null, "Look", Map.of()));
        QuarkusTransaction.rollback();

        assertThat(count("alert")).isZero();
        assertThat(count("outbox_event")).isZero();
    }

    @Test
    void alerts_go_with_what_they_are_about() {
        String project = Tracking.project(organization, "Launch");
        String creator = new Tracking(organization, project).creator("ada");
        raise("of creator", UUID.fromString(project), UUID.fromString(creator));
        raise("of project", UUID.fromString(project), null);
        raise("of all");

        rows.change("delete from creator where id = '%s'".formatted(creator));
        assertThat(count("alert")).isEqualTo(2);
        as(organization.tga()).delete("/api/v1/projects/" + project).then().statusCode(200);

        assertThat(count("alert")).isEqualTo(1);
    }

    @Test
    void old_alerts_and_those_that_are_too_many_are_forgotten() {
        raise("resolved long ago");
        end("resolved long ago");
        rows.change("update alert set status = 'RESOLVED', resolved_at = now() - interval '91 days', "
                + "raised_at = now() - interval '92 days' where organization_id = '%s'".formatted(organization.id()));
        raise("open long since");
        rows.change("update alert set raised_at = now() - interval '364 days' where status = 'OPEN'"
                + " and organization_id = '%s'".formatted(organization.id()));
        raise("new");
        old.run(Instant.MAX);
        assertThat(count("alert")).isEqualTo(2);

        // What goes on stays, or it would be raised again.
        old.thinOut(1);
        assertThat(count("alert")).isEqualTo(2);
        end("open long since");
        old.thinOut(1);

        assertThat(rows.texts("select cause from alert where organization_id = '%s'".formatted(organization.id())))
                .containsExactly("new");
    }
}
