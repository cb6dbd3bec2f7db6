package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item whose words change after a network was asked to post them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EditedItemTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final String VARIED = """
            {"copy":{"variations":[{"id":"calm","label":"Calm","primary":"Calm words","weight":1},
             {"id":"loud","label":"Loud","primary":"LOUD WORDS","weight":1}]}}""";

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

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
    void restore() {
        faults.clear();
        Api.resetClock();
    }

    private void edit(String id, String body) {
        as(organization.test()).body(body).put("/v1/content/" + id).then().statusCode(200);
    }

    private io.restassured.response.ValidatableResponse publish(String id) {
        return as(organization.test())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .then();
    }

    private long posts(String id) {
        return fixture.count("sandbox_post where reference like '" + id + ":%'");
    }

    /** The network took the post and did not say so, neither at once nor when it was asked again. */
    private String lost() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minusSeconds(1));
        faults.queue(SandboxFaults.Fault.TIMEOUT_AFTER_ACTING, 1);
        fixture.round("publisher");
        assertThat(posts(id)).isEqualTo(1);
        return id;
    }

    @Test
    void an_edit_between_two_attempts_does_not_post_a_second_time() {
        var id = lost();
        edit(id, "{\"copy\":{\"primary\":\"Other\"}}");
        Api.setClock(NOW.plusSeconds(60));
        fixture.drain("publisher");
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .body("status", equalTo("published"))
                // What readers see.
                .body("version", equalTo(1))
                .body("copy.primary", equalTo("Hello"));
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void an_item_that_is_out_in_an_earlier_version_tells_the_variation_that_readers_see() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minusSeconds(1));
        edit(id, VARIED);
        var picked = Edition.of(fixture.get(owner, id));
        faults.queue(SandboxFaults.Fault.TIMEOUT_AFTER_ACTING, 1);
        fixture.round("publisher");
        edit(id, "{\"copy\":{\"primary\":\"Other\",\"variations\":[]}}");
        Api.setClock(NOW.plusSeconds(60));
        fixture.drain("publisher");
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .body("status", equalTo("published"))
                .body("version", equalTo(2))
                .body("publishing.variation_id", equalTo(picked.variationId()))
                .body("copy.variations.size()", equalTo(2));
    }

    @Test
    void an_edit_of_a_failed_item_that_may_be_out_does_not_post_a_second_time() {
        var id = lost();
        fixture.set(id, "status = 'FAILED', publish_claim = null, publish_due_at = null");
        edit(id, VARIED);
        publish(id).statusCode(200).body("status", equalTo("published"));
        assertThat(posts(id)).isEqualTo(1);
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                // What is out was written before there were variations.
                .body("publishing.variation_id", nullValue());
    }

    @Test
    void regenerating_a_failed_item_that_may_be_out_does_not_post_a_second_time() {
        var id = lost();
        fixture.set(id, "status = 'FAILED', publish_claim = null, publish_due_at = null");
        as(organization.test())
                .post("/v1/content/" + id + "/regenerate")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        fixture.drain("rewrite");
        publish(id).statusCode(200).body("status", equalTo("published"));
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void a_failed_item_goes_out_with_its_new_words_when_no_earlier_ones_are_out() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minusSeconds(1));
        faults.queue(SandboxFaults.Fault.PERMANENT, 1);
        fixture.round("publisher");
        edit(id, "{\"copy\":{\"primary\":\"Other\"}}");
        publish(id).statusCode(200);
        assertThat(fixture.count("sandbox_post where reference = '" + id + ":2'"))
                .isEqualTo(1);
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void the_variation_that_went_out_is_told_and_is_the_same_for_every_attempt() {
        var id = fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minusSeconds(1));
        edit(id, VARIED);
        var expected = fixture.get(owner, id);
        var picked = io.groundswell.content.Wording.of(expected);
        assertThat(Edition.of(expected).post().copy().primary())
                .isEqualTo(picked.copy().primary());
        faults.queue(SandboxFaults.Fault.PASSING, 1);
        faults.queue(SandboxFaults.Fault.TIMEOUT_AFTER_ACTING, 1);
        fixture.round("publisher");
        Api.setClock(NOW.plusSeconds(60));
        fixture.round("publisher");
        Api.setClock(NOW.plusSeconds(180));
        fixture.drain("publisher");
        as(organization.test())
                .get("/v1/content/" + id)
                .then()
                .body("status", equalTo("published"))
                .body("publishing.variation_id", equalTo(picked.variationId()))
                .body("copy.primary", equalTo("Hello"));
        assertThat(posts(id)).isEqualTo(1);
    }
}
