package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AuditTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(NOW);
        organization = Api.organization();
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    private long entries(String condition) {
        return rows.count("select count(*) from audit_entry where " + condition);
    }

    @Test
    void a_change_that_is_refused_leaves_no_entry() {
        var before = entries("true");
        // The approvers are looked up after the new settings are in place.
        as(organization.live()).body("""
                        {"name": "Acme", "config": {"approval": {"approvers": ["usr_0000000000000000"]}}}""").put("/v1/tenant").then().statusCode(422);
        as(organization.live())
                .body("{\"name\":\"CI\",\"scopes\":[\"everything\"]}")
                .post("/v1/auth/keys")
                .then()
                .statusCode(400);

        assertThat(entries("true")).isEqualTo(before);
    }

    @Test
    void a_repeated_call_is_recorded_once() {
        for (var time = 0; time < 2; time++) {
            as(organization.live())
                    .header("Idempotency-Key", "once")
                    .body("{\"name\":\"CI\"}")
                    .post("/v1/auth/keys")
                    .then()
                    .statusCode(201);
        }
        assertThat(entries("action = 'api_key.created' and key_id is not null")).isEqualTo(1);
    }

    @Test
    void an_entry_tells_the_key_the_request_and_the_address() {
        as(organization.live())
                .header("X-Request-ID", "trace-7")
                .body("{\"name\":\"CI\"}")
                .post("/v1/auth/keys")
                .then()
                .statusCode(201);
        var live = rows.texts("select id from api_key where name = 'First key' and kind = 'AMP_LIVE'")
                .get(0);

        as(organization.live())
                .get("/v1/audit?limit=1&action=api_key.created")
                .then()
                .body("data[0].key_id", equalTo(live))
                .body("data[0].request_id", equalTo("trace-7"))
                .body("data[0].address", equalTo("127.0.0.1"))
                .body("data[0].details.name", equalTo("CI"));
    }

    @Test
    void what_the_server_does_by_itself_comes_from_nowhere() {
        var owner = new Owner(organization.id(), Mode.LIVE);
        var mission = fixture.mission(owner, "{\"auto_approve_after_hours\": 1}");
        var item = fixture.pending(owner, mission);
        Api.setClock(NOW.plus(Duration.ofHours(2)));
        fixture.drain("auto_approve");

        as(organization.live())
                .get("/v1/audit?subject=" + item)
                .then()
                .body("data[0].user_id", equalTo("system"))
                .body("data[0].address", nullValue())
                .body("data[0].request_id", nullValue())
                .body("total", equalTo(1));
    }

    @Test
    void an_operators_change_is_in_both_lists_under_the_operator() {
        Api.operator()
                .body("{\"status\":\"suspended\"}")
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);
        Api.operator()
                .body("{\"status\":\"suspended\"}")
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);

        assertThat(rows.texts("""
                select mode || ' ' || user_id || ' ' || (details ->> 'status') from audit_entry
                where action = 'organization.changed' order by 1""")).containsExactly("LIVE operator suspended", "TEST operator suspended");
    }

    @Test
    void a_stranger_sees_nothing_of_it() {
        var stranger = Api.organization();
        var mine = rows.texts("select id from audit_entry where organization_id = '" + organization.id() + "'")
                .get(0);
        as(stranger.live()).get("/v1/audit?starting_after=" + mine).then().statusCode(400);
        as(stranger.live()).get("/v1/audit?subject=" + organization.id()).then().body("total", equalTo(0));
        var viewer = Cast.join(database, organization.id(), Role.VIEWER);
        as(viewer.key()).get("/v1/audit").then().statusCode(403);
    }

    @Test
    void entries_go_when_their_time_is_over() {
        Api.setClock(NOW.plus(Duration.ofDays(29)));
        fixture.drain("old_audit_entries");
        assertThat(entries("mode = 'TEST'")).isPositive();
        Api.setClock(NOW.plus(Duration.ofDays(31)));
        fixture.drain("old_audit_entries");
        assertThat(entries("mode = 'TEST'")).isZero();
        assertThat(entries("mode = 'LIVE'")).isPositive();
        Api.setClock(NOW.plus(Duration.ofDays(366)));
        fixture.drain("old_audit_entries");
        assertThat(entries("true")).isZero();
    }
}
