package io.groundswell.site;

import static io.groundswell.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.KeyKind;
import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import io.groundswell.account.Role;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SiteTest {
    @Inject
    MeasuredSites measured;

    @Inject
    ForgottenSites forgotten;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Optional<MeasuredSite> byToken(String token) {
        return Optional.ofNullable(measured.hold(Arrays.asList(token)).get(token));
    }

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @Test
    void a_name_stays_once_events_were_recorded_under_it() {
        var project = Project.create(Api.organization().aak(), "measured");
        rows.change("update site set total_events = 1 where id = '%s'".formatted(project.id()));

        var renamed = project.change(Map.of("name", "other"));
        var both = project.change(Map.of("name", "other", "allowed_origins", "https://example.com"));
        var origins = project.change(Map.of("name", "measured", "allowed_origins", "https://example.org"));

        renamed.then().statusCode(409);
        assertThat(renamed.<String>path("error")).isEqualTo("PROJECT_NAME_LOCKED");
        both.then().statusCode(409);
        origins.then().statusCode(200);
        assertThat(project.get().<String>path("name")).isEqualTo("measured");
        assertThat(project.get().<String>path("allowed_origins")).isEqualTo("https://example.org");
        assertThat(project.get().<Integer>path("total_events")).isEqualTo(1);
    }

    @Test
    void a_token_leads_to_its_site_until_that_is_deleted() {
        var organization = Api.organization("free", Map.of("site_events", 5));
        var project =
                Project.create(organization.aak(), Map.of("name", "shop", "allowed_origins", "https://shop.example"));

        var site = byToken(project.token()).orElseThrow();

        assertThat(site.token()).isEqualTo(project.token());
        assertThat(site.organizationId()).isEqualTo(organization.id());
        assertThat(site.origins()).isEqualTo(AllowedOrigins.parse("https://shop.example"));
        assertThat(site.plan()).isEqualTo(Plan.FREE);
        assertThat(site.granted(Limit.SITE_EVENTS)).isEqualTo(5);
        assertThat(site.granted(Limit.SITE_REQUESTS_PER_MINUTE)).isEqualTo(10);
        project.delete().then().statusCode(200);
        assertThat(byToken(project.token())).isEmpty();
        assertThat(rows.count("select count(*) from site where id = '%s'".formatted(project.id())))
                .isEqualTo(1);
    }

    @Test
    void deleted_sites_are_forgotten_in_time_unless_they_had_events() {
        var organization = Api.organization();
        Api.setClock(Instant.parse("2031-01-01T00:00:00Z"));
        var empty = Project.create(organization.aak(), "empty");
        var measuredOnce = Project.create(organization.aak(), "measured");
        var kept = Project.create(organization.aak(), "kept");
        rows.change("update site set total_events = 1 where id = '%s'".formatted(measuredOnce.id()));
        empty.delete();
        measuredOnce.delete();

        Api.setClock(Instant.parse("2031-03-03T23:59:59Z"));
        forgotten.run(Instant.MAX);
        assertThat(ids(organization)).containsExactlyInAnyOrder(empty.id(), measuredOnce.id(), kept.id());

        Api.setClock(Instant.parse("2031-03-04T00:00:01Z"));
        forgotten.run(Instant.MAX);
        assertThat(ids(organization)).containsExactlyInAnyOrder(measuredOnce.id(), kept.id());
    }

    private List<String> ids(Api.Organization organization) {
        return rows.texts("select id from site where organization_id = '%s'".formatted(organization.id()));
    }

    @Test
    void a_token_of_a_suspended_organization_leads_nowhere_until_that_goes_on() {
        var organization = Api.organization();
        var project = Project.create(organization.aak(), "shop");
        for (var status : new String[] {"suspended", "active"}) {
            operator()
                    .body(Map.of("status", status))
                    .patch("/internal/organizations/" + organization.id())
                    .then()
                    .statusCode(200);
            assertThat(byToken(project.token()).isPresent()).isEqualTo(status.equals("active"));
        }
    }

    @Test
    void what_is_no_token_leads_nowhere() {
        var project = Project.create(Api.organization().aak(), "shop");
        for (var token : new String[] {
            null,
            "",
            "aat_",
            project.key(),
            project.token() + "0",
            project.token().toUpperCase(),
            "aat_" + "0".repeat(48),
            "\u0000"
        }) {
            assertThat(byToken(token)).isEmpty();
        }
    }

    @Test
    void the_11th_request_of_a_minute_waits_for_the_next_whatever_missions_do() {
        var free = Api.organization("free", Map.of());
        Api.setClock(Instant.parse("2031-05-06T10:30:10Z"));
        for (var left = 9; left >= 0; left--) {
            var answer = Project.as(free.aak()).get("/projects");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        var refused = Project.as(free.aak()).get("/account");

        refused.then().statusCode(429);
        assertThat(refused.<String>path("error")).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(Api.as(free.live()).get("/v1/tenant").header("X-RateLimit-Remaining"))
                .isEqualTo("59");
        Api.setClock(Instant.parse("2031-05-06T10:31:00Z"));
        Project.as(free.aak()).get("/account").then().statusCode(200);
    }

    @Test
    void whoever_guesses_keys_is_slowed_down_and_shuts_nobody_else_out() {
        var organization = Api.organization();
        Api.setClock(Instant.parse("2031-05-09T10:30:00Z"));
        for (var attempt = 0; attempt < 61; attempt++) {
            var refused = Project.as("aak_" + "0".repeat(48)).get("/projects");
            assertThat(refused.statusCode()).isEqualTo(attempt < 60 ? 401 : 429);
            assertThat(refused.<String>path("error")).isEqualTo(attempt < 60 ? "AUTH_REQUIRED" : "RATE_LIMITED");
        }
        Project.as(organization.aak()).get("/projects").then().statusCode(200);
    }

    @Test
    void a_key_does_no_more_than_its_user_may_by_now() {
        var organization = Api.organization();
        var project = Project.create(organization.aak(), "shop");
        var viewer = Cast.join(database, organization.id(), Role.VIEWER, KeyKind.AAK);
        var operator = Cast.join(database, organization.id(), Role.OPERATOR, KeyKind.AAK);

        Project.as(viewer.key()).get("/projects/" + project.id()).then().statusCode(200);
        Project.as(viewer.key()).get("/account").then().statusCode(200);
        Project.post(viewer.key(), Map.of("name", "x")).then().statusCode(403);
        Project.as(viewer.key()).delete("/projects/" + project.id()).then().statusCode(403);
        Project.post(operator.key(), Map.of("name", "x")).then().statusCode(201);
        var refused = Project.as(operator.key()).post("/account/revoke-key");

        refused.then().statusCode(403);
        assertThat(refused.<String>path("error")).isEqualTo("FORBIDDEN");
        Project.as(operator.key()).get("/account").then().statusCode(200);
    }

    @Test
    void what_is_done_to_projects_stands_in_the_audit_trail() {
        var organization = Api.organization();
        var project = Project.create(organization.aak(), "shop");
        project.change(Map.of("name", "shop"));
        project.change(Map.of("name", "store", "allowed_origins", "https://store.example"));
        project.delete();

        var entries = Api.as(organization.live()).get("/v1/audit?subject=" + project.id());

        assertThat(entries.<Object>path("data.action").toString())
                .isEqualTo("[project.deleted, project.changed, project.created]");
        assertThat(entries.<Map<String, String>>path("data[1].details"))
                .isEqualTo(Map.of("name", "store", "allowed_origins", "https://store.example"));
    }

    @Test
    void the_projects_of_a_deleted_organization_are_gone() {
        var organization = Api.organization();
        var project = Project.create(organization.aak(), "shop");
        operator().delete("/internal/organizations/" + organization.id()).then().statusCode(200);
        assertThat(byToken(project.token())).isEmpty();
        assertThat(rows.count("select count(*) from site where id = '%s'".formatted(project.id())))
                .isZero();
    }
}
