package io.groundswell.export;

import static io.groundswell.export.Archive.csv;
import static io.groundswell.export.Archive.download;
import static io.groundswell.export.Archive.fetch;
import static io.groundswell.export.Archive.id;
import static io.groundswell.export.Archive.json;
import static io.groundswell.export.Archive.order;
import static io.groundswell.export.Archive.status;
import static io.groundswell.export.Archive.unzipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExportTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Logger NOISE = Logger.getLogger("io.groundswell");
    private static final Map<String, String> JSON = Map.of("format", "json");

    @Inject
    ContentFixture fixture;

    @Inject
    Snapshots snapshots;

    @Inject
    Rows rows;

    @Inject
    Warehouse warehouse;

    @Inject
    Downloads downloads;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        organization = Archive.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        Api.resetClock();
    }

    private String published(int daysAgo) {
        var id = fixture.published(owner, mission, Platform.TWITTER, NOW.minus(Duration.ofDays(daysAgo)));
        fixture.set(id, "created_at = published_at - interval '12 hours'");
        return id;
    }

    private void gained(String id, int daysAgo, long impressions, long likes) {
        var counters = new Counters(Map.of(Counter.IMPRESSIONS, impressions, Counter.LIKES, likes));
        snapshots.record(
                owner, List.of(new Sample(Subject.content(id), NOW.minus(Duration.ofDays(daysAgo)), counters)));
    }

    private void paid(String reference, int daysAgo, String state, int cents) {
        rows.change("""
                insert into ledger_entry (organization_id, mode, reference, mission_id, mission_name, content_id, job_id,
                    stage, state, provider, type, model, requests, tokens, images, reserved_cents, cost_cents, at)
                values ('%s', 'TEST', '%s', '%s', 'Launch', null, 'job_1', 'content', '%s', 'claude', 'llm', 'opus', 1,
                    1200, 0, 20, %d, '%s')""".formatted(
                        organization.id(), reference, mission, state, cents, NOW.minus(Duration.ofDays(daysAgo))));
    }

    @Test
    void everything_comes_as_one_json_document() {
        // Given
        var post = published(3);
        gained(post, 2, 200, 5);
        gained(post, 1, 300, 8);
        paid("a", 3, "SETTLED", 12);
        paid("open", 3, "RESERVED", 0);
        // When
        var ordered = order(organization.test(), JSON);
        // Then
        ordered.then()
                .statusCode(201)
                .body("status", equalTo("completed"))
                .body("period", equalTo("2029-12-16/2030-01-15"))
                .body("include", equalTo(List.of("content", "metrics", "costs")))
                .body("delivery_method", equalTo("download"))
                .body("expires_at", startsWith("2030-01-16T12:00:"))
                .body("rows_done", equalTo(4))
                .body("rows_total", equalTo(4));
        var file = download(organization.test(), ordered.path("export_id"));
        file.then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/json"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"%s.json\"".formatted(ordered.<String>path("export_id"))))
                .header("Content-Length", equalTo(Integer.toString(file.asByteArray().length)))
                .header("Cache-Control", equalTo("no-store"));
        var document = json(file.asByteArray());
        assertThat(document.fieldNames()).toIterable().containsExactly("content", "metrics", "costs");
        var item = document.get("content").get(0);
        assertThat(item.get("id").asText()).isEqualTo(post);
        assertThat(item.get("status").asText()).isEqualTo("published");
        assertThat(item.get("mission_name").asText()).isEqualTo("Launch");
        assertThat(item.get("primary").asText()).isEqualTo("Hello");
        assertThat(item.get("hashtags").get(0).asText()).isEqualTo("#API");
        assertThat(item.get("generation_cost_cents").asInt()).isEqualTo(12);
        assertThat(item.get("published_at").asText()).isEqualTo("2030-01-12T12:00:00Z");
        assertThat(item.get("scheduled_for").isNull()).isTrue();
        var days = document.get("metrics");
        assertThat(days).hasSize(2);
        assertThat(days.get(1).get("day").asText()).isEqualTo("2030-01-14");
        assertThat(days.get(1).get("impressions").asLong()).isEqualTo(100);
        assertThat(days.get(1).get("engagements").asLong()).isEqualTo(3);
        assertThat(days.get(1).get("engagement_rate").asDouble()).isEqualTo(3.0);
        assertThat(days.get(1).get("reach").isNull()).isTrue();
        assertThat(document.get("costs")).hasSize(1);
        assertThat(document.get("costs").get(0).get("cost_cents").asInt()).isEqualTo(12);
    }

    @Test
    void sections_agree_on_what_a_mission_is_called() {
        published(3);
        paid("a", 3, "SETTLED", 12);
        fixture.setMission(mission, "name = 'Relaunch'");

        var document = json(
                download(organization.test(), id(organization.test(), JSON)).asByteArray());

        assertThat(document.get("content").get(0).get("mission_name").asText()).isEqualTo("Relaunch");
        assertThat(document.get("costs").get(0).get("mission_name").asText()).isEqualTo("Relaunch");
    }

    @Test
    void one_section_is_a_csv_and_several_are_a_zip_of_them() {
        published(3);
        paid("a", 3, "SETTLED", -12);

        var one = download(organization.test(), id(organization.test(), Map.of("include", List.of("costs"))));
        var all = download(organization.test(), id(organization.test(), Map.of()));

        one.then().header("Content-Type", equalTo("text/csv;charset=UTF-8"));
        assertThat(csv(one.asString())).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("cost_cents", "-12")
                .containsEntry("tokens", "1200")
                .containsEntry("content_id", ""));
        all.then()
                .header("Content-Type", equalTo("application/zip"))
                .header("Content-Disposition", containsString(".zip"));
        var files = unzipped(all.asByteArray());
        assertThat(files.keySet()).containsExactly("content.csv", "metrics.csv", "costs.csv");
        assertThat(files.get("costs.csv")).isEqualTo(one.asString());
        assertThat(csv(files.get("content.csv"))).hasSize(1);
        assertThat(csv(files.get("metrics.csv"))).isEmpty();
        assertThat(files.get("metrics.csv")).startsWith("day,content_id,");
    }

    @Test
    void an_item_belongs_to_the_period_in_which_it_was_made_or_went_out() {
        // Given one made and out before, one made before and out in it, one of it, and one of later
        published(20);
        var wentOut = published(7);
        fixture.set(wentOut, "created_at = '2029-12-01T00:00:00Z'");
        var draft = fixture.draft(owner, mission);
        fixture.set(draft, "created_at = '2030-01-06T00:00:00Z'");
        fixture.draft(owner, mission);
        // When
        var order = Map.of("format", "json", "include", List.of("content"), "period", "2030-01-06/2030-01-09");
        var document = json(
                download(organization.test(), id(organization.test(), order)).asByteArray());
        // Then
        assertThat(document.get("content").findValuesAsText("id")).containsExactly(draft, wentOut);
    }

    @Test
    void days_are_those_of_the_organization() {
        rows.change("update organization set timezone = 'Pacific/Auckland'");
        paid("before", 0, "SETTLED", 1);
        // 12:00 in UTC is past midnight in Auckland
        var today = Map.of("format", "json", "include", List.of("costs"), "period", "2030-01-16/2030-01-16");
        var yesterday = Map.of("format", "json", "include", List.of("costs"), "period", "2030-01-15/2030-01-15");

        assertThat(json(download(organization.test(), id(organization.test(), today))
                                .asByteArray())
                        .get("costs"))
                .hasSize(1);
        assertThat(json(download(organization.test(), id(organization.test(), yesterday))
                                .asByteArray())
                        .get("costs"))
                .isEmpty();
    }

    @Test
    void only_the_named_missions_are_exported() {
        var other = fixture.mission(owner);
        var wanted = fixture.draft(owner, other);
        fixture.draft(owner, mission);
        var post = published(2);
        gained(post, 1, 100, 1);
        paid("a", 1, "SETTLED", 5);

        var order = Map.of("format", "json", "mission_ids", List.of(other));
        var document = json(
                download(organization.test(), id(organization.test(), order)).asByteArray());

        assertThat(document.get("content").findValuesAsText("id")).containsExactly(wanted);
        assertThat(document.get("metrics")).isEmpty();
        assertThat(document.get("costs")).isEmpty();
    }

    @Test
    void a_mission_of_somebody_else_or_of_nobody_is_not_found() {
        var stranger = new Owner(Archive.organization().id(), Mode.TEST);
        var live = fixture.mission(new Owner(organization.id(), Mode.LIVE));
        for (var id : List.of(fixture.mission(stranger), live, "msn_0000000000000000", "")) {
            order(organization.test(), Map.of("mission_ids", List.of(mission, id)))
                    .then()
                    .statusCode(404)
                    .body("error.param", equalTo("mission_ids"));
        }
        assertThat(rows.count("select count(*) from export")).isZero();
    }

    @Test
    void an_export_is_its_owners_in_its_mode_alone() {
        var id = id(organization.test(), JSON);
        for (var stranger : List.of(organization.live(), Archive.organization().test())) {
            status(stranger, id).then().statusCode(404);
            download(stranger, id).then().statusCode(404);
        }
        status(organization.test(), id).then().statusCode(200).body("export_id", equalTo(id));
    }

    @Test
    void the_address_opens_the_file_without_a_credential_until_it_expires() {
        // Given
        var ordered = order(organization.test(), JSON);
        var url = ordered.<String>path("download_url");
        // Then
        assertThat(fetch(url).then().statusCode(200).extract().asByteArray())
                .isEqualTo(
                        download(organization.test(), ordered.path("export_id")).asByteArray());
        fetch(url.replaceFirst("signature=.", "signature=")).then().statusCode(404);
        fetch(url.replaceFirst("expires=\\d", "expires=9")).then().statusCode(404);
        fetch(url.replaceFirst("exp_.", "exp_")).then().statusCode(404);
        fetch(url.replaceFirst("expires=\\d+&", "")).then().statusCode(404);
        fetch(url.replaceFirst("&signature=.*", "")).then().statusCode(401);
        // And of another export with the same signature
        var other = id(organization.test(), JSON);
        fetch(url.replace(ordered.<String>path("export_id"), other)).then().statusCode(404);
        // When
        Api.setClock(NOW.plus(Duration.ofHours(24)).plusSeconds(60));
        // Then
        fetch(url).then().statusCode(404);
        download(organization.test(), ordered.path("export_id")).then().statusCode(404);
        status(organization.test(), ordered.path("export_id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("download_url", nullValue());
    }

    @Test
    void a_suspended_organization_gives_out_nothing() {
        var url = order(organization.test(), JSON).<String>path("download_url");
        rows.change("update organization set status = 'SUSPENDED' where id = '" + organization.id() + "'");

        fetch(url).then().statusCode(404);
    }

    @Test
    void files_are_deleted_when_they_have_expired_and_the_rest_a_month_later() {
        published(3);
        id(organization.test(), Map.of());
        fixture.drain("old_exports");
        assertThat(rows.count("select count(*) from export_chunk")).isEqualTo(3);

        Api.setClock(NOW.plus(Duration.ofHours(25)).plusSeconds(60));
        fixture.drain("old_exports");
        assertThat(rows.count("select count(*) from export_chunk")).isZero();
        assertThat(rows.count("select count(*) from export where stored_bytes = 0"))
                .isEqualTo(1);

        Api.setClock(NOW.plus(Duration.ofDays(30)).plusSeconds(60));
        fixture.drain("old_exports");
        assertThat(rows.count("select count(*) from export")).isZero();
    }

    @Test
    void five_in_an_hour_are_allowed_and_one_that_is_refused_does_not_count() {
        var limited = Api.organization("pro", Map.of());
        order(limited.test(), Map.of("mission_ids", List.of("msn_0000000000000000")))
                .then()
                .statusCode(404);
        for (var calls = 0; calls < 5; calls++) {
            order(limited.test(), JSON).then().statusCode(201);
        }
        order(limited.test(), JSON)
                .then()
                .statusCode(429)
                .body("error.code", equalTo("rate_limit_exceeded"))
                .body("error.message", containsString("POST /analytics/export is limited to 5 calls an hour"));
        order(limited.live(), JSON).then().statusCode(201);
        Api.setClock(NOW.plus(Duration.ofMinutes(62)));
        order(limited.test(), JSON).then().statusCode(201);
    }

    @Test
    void who_keeps_too_much_waits_until_something_expires() {
        var id = id(organization.test(), JSON);
        rows.change("update export set stored_bytes = 1073741824 where id = '" + id + "'");

        order(organization.test(), JSON)
                .then()
                .statusCode(409)
                .body("error.code", equalTo("conflict"))
                .body("error.message", containsString("2030-01-16T12:00:"));
        order(organization.live(), JSON).then().statusCode(201);
        Api.setClock(NOW.plus(Duration.ofHours(24)).plusSeconds(60));
        order(organization.test(), JSON).then().statusCode(201);
    }

    @Test
    void a_file_that_breaks_off_does_not_look_whole_and_takes_no_room() {
        // Given
        NOISE.setLevel(Level.OFF);
        var few = Api.organization("pro", Map.of("requests_at_once", 2));
        var some = new Owner(few.id(), Mode.TEST);
        warehouse.charges(some, fixture.mission(some), 9_000);
        for (var order : List.of(Map.of("format", "json"), Map.of("format", "csv"))) {
            var id = id(few.test(), order);
            rows.change("delete from export_chunk where number = 4 and export_id = '" + id + "'");
            // Then
            for (var calls = 0; calls < 6; calls++) {
                assertThat(brokenOff(few.test(), id)).isTrue();
            }
            status(few.test(), id).then().statusCode(200);
        }
    }

    private static boolean brokenOff(String key, String id) {
        var address = "http://localhost:%d/v1/analytics/export/%s/download".formatted(RestAssured.port, id);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            // What has not begun yet can still be told as an error
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode()
                    == 500;
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void more_downloads_at_once_than_there_is_room_for_wait() {
        var id = id(organization.test(), JSON);
        // Given
        var taken = new ArrayList<Runnable>();
        for (var count = 0; count < Downloads.OF_AN_OWNER; count++) {
            taken.add(downloads.take(owner));
        }
        // Then
        download(organization.test(), id).then().statusCode(429).header("Retry-After", equalTo("5"));
        // When
        taken.get(0).run();
        taken.get(0).run();
        // Then room is given back by every download, and by one only once
        for (var count = 0; count < 5; count++) {
            assertThat(new String(download(organization.test(), id).asByteArray(), StandardCharsets.UTF_8))
                    .startsWith("{\"content\":[");
        }
        taken.forEach(Runnable::run);
    }
}
