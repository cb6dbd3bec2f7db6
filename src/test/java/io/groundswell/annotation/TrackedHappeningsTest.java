package io.groundswell.annotation;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to creators and videos is written down where it happens, and nothing else is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackedHappeningsTest {
    private static final Instant NOON = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    TrackedMarks marks;

    private Api.Organization organization;
    private String project;
    private int second;

    @BeforeEach
    void open() {
        organization = Api.organization();
        project = Tracking.project(organization, "Launch");
    }

    @AfterEach
    void restore() {
        Api.resetClock();
    }

    private void change(String path, String body) {
        Api.setClock(NOON.plusSeconds(second++));
        as(organization.tga()).body(body).patch("/api/v1/" + path).then().statusCode(200);
    }

    private String add(String what, String body) {
        return as(organization.tga())
                .body(body)
                .post("/api/v1/projects/" + project + "/" + what)
                .path("data.id");
    }

    private List<String> titles(String scope, String id) {
        return as(organization.tga())
                .get("/api/v1/analytics/annotations?scope=" + scope + "&entity_id=" + id)
                .path("data.title");
    }

    @Test
    void another_handle_and_other_notes_of_a_creator_are_told() {
        var creator = add("creators", "{\"tiktok_handle\": \"ada\", \"readme\": \"First\"}");
        assertThat(titles("creator", creator)).isEmpty();

        change("creators/" + creator, "{\"tiktok_handle\": \"ada.bakes\", \"display_name\": \"Ada\"}");
        change("creators/" + creator, "{\"display_name\": \"Ada B.\"}");
        change("creators/" + creator, "{\"display_name\": \"Ada B.\", \"readme\": \"First\"}");
        change("creators/" + creator, "{\"metadata\": {\"a\": 1}, \"tracking_mode\": \"selective\"}");
        change("creators/" + creator, "{\"readme\": \"Second\"}");
        change("creators/" + creator, "{\"readme\": null}");

        assertThat(titles("creator", creator))
                .containsExactly("Handle changed from @ada to @ada.bakes", "Notes changed", "Notes removed");
    }

    private void mark(String creator, String title) {
        var thing = new TrackedThing(Scope.CREATOR, UUID.fromString(creator));
        QuarkusTransaction.requiringNew()
                .run(() -> marks.set(
                        new Owner(organization.id(), Mode.LIVE),
                        thing,
                        AnnotationKind.CREATOR_PROFILE_CHANGE,
                        NOON.plusMillis(second++),
                        title));
    }

    @Test
    void what_happens_in_one_second_is_told_together() {
        var creator = add("creators", "{\"tiktok_handle\": \"ada\"}");
        mark(creator, "Bio changed");
        mark(creator, "Handle changed from @ada to @ad");
        mark(creator, "Handle changed from @ada to @a");
        mark(creator, "Bio changed");
        assertThat(titles("creator", creator))
                .containsExactly("Bio changed; Handle changed from @ada to @ad; Handle changed from @ada to @a");

        mark(creator, "N".repeat(170));
        mark(creator, "P".repeat(170));
        mark(creator, "Bio removed");
        assertThat(titles("creator", creator))
                .containsExactly("Bio changed; Handle changed from @ada to @ad; Handle changed from @ada to @a; "
                        + "N".repeat(21) + "; " + "P".repeat(86) + "; Bio removed");
    }

    @Test
    void other_notes_of_a_video_are_told() {
        var video = add("videos", "{\"url\": \"https://www.tiktok.com/@ada/video/7301234567890123456\"}");

        change("videos/" + video, "{\"title\": \"Bread\"}");
        change("videos/" + video, "{\"readme\": \"First\"}");
        change("videos/" + video, "{\"readme\": \"First\"}");
        change("videos/" + video, "{\"readme\": null}");

        assertThat(titles("video", video)).containsExactly("Notes changed", "Notes removed");
    }

    @Test
    void what_is_said_of_a_creator_or_video_that_comes_back_is_told_where_it_is_other_than_before() {
        var address = "https://www.tiktok.com/@ada/video/7301234567890123456";
        var creator = add("creators", "{\"tiktok_handle\": \"ada\", \"readme\": \"First\"}");
        var video = add("videos", "{\"url\": \"%s\", \"readme\": \"First\"}".formatted(address));
        as(organization.tga()).delete("/api/v1/creators/" + creator).then().statusCode(200);
        change("videos/" + video, "{\"tracking_status\": \"excluded\"}");

        add("creators", "{\"tiktok_handle\": \"Ada\", \"readme\": \"Second\"}");
        add("videos", "{\"url\": \"%s\", \"readme\": \"Second\"}".formatted(address));

        assertThat(titles("creator", creator)).containsExactly("Handle changed from @ada to @Ada", "Notes changed");
        assertThat(titles("video", video)).containsExactly("Notes changed");
    }
}
