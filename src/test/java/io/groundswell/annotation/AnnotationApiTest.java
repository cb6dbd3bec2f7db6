package io.groundswell.annotation;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.content.ContentService;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AnnotationApiTest {
    @Inject
    ContentFixture fixture;

    @Inject
    ContentService contents;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    private Response write(Map<String, String> body) {
        return as(organization.test()).body(body).post("/v1/annotations");
    }

    private Response onMission(String title, String at) {
        return write(Map.of("scope", "mission", "mission_id", mission, "title", title, "at", at));
    }

    private long stored() {
        return rows.count("select count(*) from annotation where organization_id = '" + organization.id() + "'");
    }

    @Test
    void lengths_are_counted_as_people_count() {
        var title = "🚀".repeat(200);
        var body = "🚀".repeat(8_000);
        write(Map.of("scope", "organization", "title", title, "body_md", body))
                .then()
                .statusCode(201)
                .body("title", equalTo(title))
                .body("body_md", equalTo(body));
        write(Map.of("scope", "organization", "title", "x", "body_md", body + "x"))
                .then()
                .statusCode(400)
                .body("error.param", equalTo("body_md"));
        write(Map.of("scope", "organization", "title", title + "x"))
                .then()
                .statusCode(400)
                .body("error.param", equalTo("title"));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void text_that_cannot_be_stored_is_refused() {
        for (var text : List.of("a\\u0000b", "\\ud83d")) {
            as(organization.test())
                    .body("{\"scope\": \"organization\", \"title\": \"" + text + "\"}")
                    .post("/v1/annotations")
                    .then()
                    .statusCode(400)
                    .body("error.param", equalTo("title"));
        }
        assertThat(stored()).isZero();
    }

    @Test
    void a_list_is_walked_through_equal_moments_in_both_directions() {
        // Given
        for (var number = 0; number < 23; number++) {
            onMission("Note", "2030-01-0" + (1 + number / 10) + "T00:00:00Z")
                    .then()
                    .statusCode(201);
        }
        // When
        var forth = new ArrayList<List<String>>();
        var page = page("limit=5");
        for (; page.<Boolean>path("has_more"); page = page("limit=5&starting_after=" + last(forth))) {
            forth.add(page.path("data.id"));
        }
        forth.add(page.path("data.id"));
        // Then
        assertThat(forth).hasSize(5);
        assertThat(forth.stream().flatMap(List::stream)).hasSize(23).doesNotHaveDuplicates();
        for (var number = 4; number > 0; number--) {
            assertThat(page("limit=5&ending_before=" + forth.get(number).get(0)).<List<String>>path("data.id"))
                    .isEqualTo(forth.get(number - 1));
        }
    }

    private static String last(List<List<String>> pages) {
        var page = pages.get(pages.size() - 1);
        return page.get(page.size() - 1);
    }

    private Response page(String query) {
        var answer = as(organization.test()).get("/v1/annotations?mission_id=" + mission + "&" + query);
        answer.then().statusCode(200).body("total", equalTo(23));
        return answer;
    }

    @Test
    void of_eight_who_want_the_last_place_one_gets_it() throws Exception {
        // Given
        rows.change("insert into annotation (id, organization_id, mode, version, scope, entity_id, kind, at, title,"
                + " details, created_at, updated_at) select '" + organization.id() + "' || n, '" + organization.id()
                + "', 'TEST', 0, 'ORGANIZATION', '" + organization.id() + "', 'USER', now(), 'Note', '{}', now(), now()"
                + " from generate_series(1, 9999) n");
        // When
        var statuses = Crowd.of(8, () -> onMission("Last", "2030-01-01").statusCode());
        // Then
        assertThat(statuses).containsOnlyOnce(201).contains(409);
        assertThat(stored()).isEqualTo(10_000);
        onMission("One more", "2030-01-01").then().statusCode(409).body("error.code", equalTo("conflict"));
        as(organization.live())
                .body(Map.of("scope", "organization", "title", "In the other mode"))
                .post("/v1/annotations")
                .then()
                .statusCode(201);
    }

    @Test
    void twenty_creations_at_once_with_one_key_make_one_annotation() throws Exception {
        var answers = Crowd.of(20, () -> as(organization.test())
                .header("Idempotency-Key", "prices")
                .body(Map.of("scope", "organization", "title", "New prices"))
                .post("/v1/annotations"));
        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void changes_at_once_are_made_one_after_the_other() throws Exception {
        String id = onMission("Note", "2030-01-01").path("id");
        var number = new AtomicInteger();
        var statuses = Crowd.of(8, () -> as(organization.test())
                .body(number.incrementAndGet() % 2 == 0 ? Map.of("title", "Other") : Map.of("body_md", "More"))
                .patch("/v1/annotations/" + id)
                .statusCode());
        assertThat(statuses).containsOnly(200);
        as(organization.test())
                .get("/v1/annotations/" + id)
                .then()
                .body("title", equalTo("Other"))
                .body("body_md", equalTo("More"));
        assertThat(rows.count("select count(*) from audit_entry where action = 'annotation.changed' and subject = '"
                        + id + "'"))
                .isEqualTo(2);
    }

    @Test
    void a_change_can_be_repeated_with_a_key() {
        String id = onMission("Note", "2030-01-01").path("id");
        for (var time = 0; time < 2; time++) {
            as(organization.test())
                    .header("Idempotency-Key", "change")
                    .body(Map.of("title", "Other"))
                    .patch("/v1/annotations/" + id)
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", time == 0 ? null : "true");
        }
    }

    /** An annotation is written before its mission goes, and goes with it, or it finds no mission. */
    @Test
    void none_is_left_of_a_mission_that_is_deleted_meanwhile() throws Exception {
        for (var time = 0; time < 10; time++) {
            mission = fixture.mission(owner);
            fixture.setMission(mission, "status = 'PAUSED'");
            var number = new AtomicInteger();
            var statuses = Crowd.of(
                    6,
                    () -> number.getAndIncrement() == 3
                            ? as(organization.test())
                                    .delete("/v1/missions/" + mission)
                                    .statusCode()
                            : onMission("Note", "2030-01-01").statusCode());
            assertThat(statuses).isSubsetOf(200, 201, 404).contains(200);
        }
        assertThat(stored()).isZero();
    }

    @Test
    void a_draft_that_is_thrown_away_takes_its_annotations_along() {
        // Given
        var draft = fixture.draft(owner, mission);
        write(Map.of("scope", "content", "content_id", draft, "title", "Nice"))
                .then()
                .statusCode(201);
        onMission("Stays", "2030-01-01").then().statusCode(201);
        // When
        QuarkusTransaction.requiringNew().run(() -> contents.discardDrafts(owner, mission, 1));
        // Then
        assertThat(rows.texts("select title from annotation where organization_id = '" + organization.id() + "'"))
                .containsExactly("Stays");
    }
}
