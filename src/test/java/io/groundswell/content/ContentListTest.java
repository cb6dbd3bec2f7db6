package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContentListTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner, "{\"timezone\":\"America/New_York\",\"link_to\":\"https://example.com\"}");
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    @Test
    void pages_walk_forward_and_back() {
        var newestFirst = IntStream.range(0, 5)
                .mapToObj(at -> fixture.draft(owner, mission))
                .sorted(java.util.Comparator.comparing(
                                id -> fixture.get(owner, (String) id).createdAt())
                        .reversed())
                .toList();
        as(organization.test())
                .get("/v1/content?limit=2")
                .then()
                .body("data.id", equalTo(newestFirst.subList(0, 2)))
                .body("has_more", equalTo(true))
                .body("total", equalTo(5));
        as(organization.test())
                .get("/v1/content?limit=2&starting_after=" + newestFirst.get(3))
                .then()
                .body("data.id", equalTo(newestFirst.subList(4, 5)))
                .body("has_more", equalTo(false));
        as(organization.test())
                .get("/v1/content?limit=2&ending_before=" + newestFirst.get(3))
                .then()
                .body("data.id", equalTo(newestFirst.subList(1, 3)))
                .body("has_more", equalTo(true));
    }

    @Test
    void a_list_goes_on_behind_items_that_left_its_filter() {
        // Given
        var oldestFirst = Stream.generate(() -> fixture.pending(owner, mission))
                .limit(5)
                .sorted(Comparator.comparing(id -> fixture.get(owner, id).createdAt()))
                .toList();
        var last = oldestFirst.get(3);
        // When
        Stream.of(oldestFirst.get(4), last).forEach(id -> as(organization.test())
                .post("/v1/content/" + id + "/approve")
                .then()
                .statusCode(200));
        // Then
        as(organization.test())
                .get("/v1/content?status=pending_review&limit=2&starting_after=" + last)
                .then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(oldestFirst.get(2), oldestFirst.get(1))))
                .body("has_more", equalTo(true))
                .body("total", equalTo(3));
        as(organization.test())
                .get("/v1/content?status=approved&limit=2&ending_before=" + oldestFirst.get(0))
                .then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(oldestFirst.get(4), last)));
        as(organization.live())
                .get("/v1/content?starting_after=" + last)
                .then()
                .statusCode(400)
                .body("error.param", equalTo("starting_after"));
    }

    @Test
    void filters_combine_and_totals_agree_with_them() {
        var draft = fixture.draft(owner, mission);
        var at = Instant.parse("2030-01-16T14:00:00Z");
        var scheduled = fixture.scheduled(owner, mission, Platform.LINKEDIN, at);
        var other = fixture.draft(owner, fixture.mission(owner));
        find("status=draft", draft, other);
        find("status=draft,scheduled&mission_id=" + mission, draft, scheduled);
        find("platform=linkedin", scheduled);
        find("platform=linkedin&status=draft");
        find("type=thread");
        find("type=post&mission_id=" + mission, draft, scheduled);
        find("scheduled_after=2030-01-16T14:00:00Z", scheduled);
        find("scheduled_before=2030-01-16T14:00:00Z");
        find("scheduled_after=2030-01-16&scheduled_before=2030-01-17", scheduled);
        find("created_after=2020-01-01", draft, scheduled, other);
        find("created_before=2020-01-01");
    }

    private void find(String query, String... ids) {
        var found = as(organization.test()).get("/v1/content?" + query).then().statusCode(200);
        assertThat(found.extract().<List<String>>path("data.id")).containsExactlyInAnyOrder(ids);
        found.body("total", equalTo(ids.length));
    }

    @Test
    void archived_items_appear_only_when_asked_for() {
        var id = fixture.draft(owner, mission);
        as(organization.test())
                .delete("/v1/content/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("archived"))
                .body("archived_at", matchesPattern(".*Z"));
        find("mission_id=" + mission);
        find("status=archived", id);
        as(organization.test())
                .delete("/v1/content/" + id)
                .then()
                .statusCode(409)
                .body("error.code", equalTo("conflict"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "status=new, status",
        "platform=myspace, platform",
        "type=poem, type",
        "created_after=yesterday, created_after",
        "created_before=yesterday, created_before",
        "scheduled_after=yesterday, scheduled_after",
        "scheduled_before=yesterday, scheduled_before",
        "expand=tenant, expand",
        "starting_after=cnt_unknown, starting_after",
        "ending_before=cnt_unknown, ending_before",
        "starting_after=a&ending_before=b, ending_before"
    })
    void a_bad_query_names_its_parameter(String query, String param) {
        as(organization.test())
                .get("/v1/content?" + query)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.param", equalTo(param));
    }

    @Test
    void counting_survives_folding_and_deletion() {
        Stream.generate(() -> fixture.draft(owner, mission)).limit(3).forEach(id -> fixture.decide(owner, id));
        find("status=scheduled");
        fixture.drain("content_tally");
        as(organization.test()).get("/v1/content?status=approved").then().body("total", equalTo(3));
        assertThat(fixture.count("content_tally where organization_id = '" + owner.organizationId() + "'"))
                .isEqualTo(1);
        fixture.setMission(mission, "status = 'PAUSED'");
        as(organization.test()).delete("/v1/missions/" + mission).then().statusCode(200);
        fixture.drain("content_tally");
        as(organization.test()).get("/v1/content").then().body("total", equalTo(0));
        assertThat(fixture.count("content_tally where organization_id = '" + owner.organizationId() + "'"))
                .isZero();
    }

    @Test
    void counting_is_right_while_many_write_and_fold() throws Exception {
        // Given
        var threads = Executors.newFixedThreadPool(4);
        Callable<Integer> write = () -> {
            for (var item = 0; item < 10; item++) {
                fixture.decide(owner, fixture.draft(owner, mission));
            }
            return 0;
        };
        Callable<Integer> fold = () -> {
            for (var time = 0; time < 20; time++) {
                fixture.round("content_tally");
            }
            return 0;
        };
        // When
        for (var run : threads.invokeAll(List.of(write, fold, write, fold))) {
            run.get();
        }
        threads.shutdown();
        // Then
        as(organization.test()).get("/v1/content").then().body("total", equalTo(20));
        as(organization.test()).get("/v1/content?status=approved").then().body("total", equalTo(20));
        as(organization.test()).get("/v1/content?status=draft").then().body("total", equalTo(0));
    }
}
