package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some of the items are held by somebody else for longer than a statement waits. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BulkReviewTest {
    private static final Logger NOISE = Logger.getLogger("org.hibernate");

    @Inject
    ContentFixture fixture;

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
        NOISE.setLevel(Level.OFF);
    }

    @AfterEach
    void release() {
        NOISE.setLevel(null);
        rows.change("drop schema if exists probe cascade");
        rows.clear();
    }

    private void hold(String... items) {
        rows.change("create schema probe");
        rows.change("""
                create function probe.held() returns trigger language plpgsql as
                'begin raise exception ''Held by a test'' using errcode = ''55P03''; end'""");
        rows.change("create trigger held before update on content for each row when (old.id in ('%s'))"
                        .formatted(String.join("', '", items))
                + " execute function probe.held()");
    }

    private ValidatableResponse approve(String... items) {
        return as(organization.test())
                .header("Idempotency-Key", "all")
                .body(Map.of("content_ids", List.of(items)))
                .post("/v1/content/bulk/approve")
                .then();
    }

    @Test
    void what_is_done_is_told_also_when_another_item_was_held() {
        var first = fixture.pending(owner, mission);
        var held = fixture.pending(owner, mission);
        var last = fixture.pending(owner, mission);
        hold(held);

        approve(first, held, last)
                .statusCode(200)
                .body("approved", contains(first, last))
                .body("failed.id", contains(held))
                .body("failed.error.code", contains("service_unavailable"))
                .body("failed_count", equalTo(1));
    }

    @Test
    void after_the_third_that_is_held_no_more_are_tried() {
        var first = fixture.pending(owner, mission);
        var one = fixture.pending(owner, mission);
        var two = fixture.pending(owner, mission);
        var three = fixture.pending(owner, mission);
        var last = fixture.pending(owner, mission);
        hold(one, two, three);

        approve(first, one, two, three, last)
                .statusCode(200)
                .body("approved", contains(first))
                .body("failed.id", contains(one, two, three, last))
                .body("failed.error.code", everyItem(equalTo("service_unavailable")));
    }

    @Test
    void what_is_refused_is_told_also_when_all_others_were_held() {
        var held = fixture.pending(owner, mission);
        hold(held);

        approve(held, "cnt_none")
                .statusCode(200)
                .body("failed.id", contains(held, "cnt_none"))
                .body("failed.error.code", contains("service_unavailable", "not_found"));
    }

    @Test
    void where_nothing_could_be_done_the_same_call_may_be_made_again() {
        var held = fixture.pending(owner, mission);
        hold(held);
        approve(held)
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("error.code", equalTo("service_unavailable"));

        rows.change("drop schema probe cascade");

        approve(held).statusCode(200).body("approved", contains(held));
    }
}
