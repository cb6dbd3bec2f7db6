package io.groundswell.mission.v1;

import static io.groundswell.mission.v1.SomeMission.active;
import static io.groundswell.mission.v1.SomeMission.draft;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionListTest {
    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
    }

    @Test
    void forty_five_missions_make_two_pages_and_a_quarter_both_ways() {
        // Given
        var all = make(45);
        // When
        var first = list("");
        var second = list("?starting_after=" + last(first));
        var third = list("?starting_after=" + last(second));
        var back = list("?ending_before=" + ids(third).get(0));
        var front = list("?ending_before=" + ids(back).get(0));
        // Then
        assertPage(first, all.subList(0, 20), true);
        assertPage(second, all.subList(20, 40), true);
        assertPage(third, all.subList(40, 45), false);
        assertPage(back, all.subList(20, 40), true);
        assertPage(front, all.subList(0, 20), false);
    }

    private static void assertPage(Response page, List<String> ids, boolean more) {
        page.then().body("has_more", equalTo(more)).body("total", equalTo(45));
        assertThat(ids(page)).isEqualTo(ids);
    }

    @Test
    void walking_by_any_step_in_either_direction_meets_every_mission_once_and_in_order() {
        var random = new Random(7);
        var all = new ArrayList<String>();
        for (var round = 0; round < 6; round++) {
            // Given
            all.addAll(0, make(random.nextInt(1, 9)));
            var limit = random.nextInt(1, all.size() + 2);
            // Then
            assertThat(walk(limit)).as("forwards by %d", limit).isEqualTo(all);
            // Backwards from the last one, which is the cursor and so is not met itself
            assertThat(walkBack(limit, all.get(all.size() - 1)))
                    .as("backwards by %d", limit)
                    .isEqualTo(all.subList(0, all.size() - 1));
        }
    }

    private List<String> walk(int limit) {
        var met = new ArrayList<String>();
        var page = list("?limit=" + limit);
        met.addAll(ids(page));
        while (page.<Boolean>path("has_more")) {
            page = list("?limit=" + limit + "&starting_after=" + last(page));
            met.addAll(ids(page));
        }
        return met;
    }

    private List<String> walkBack(int limit, String from) {
        var met = new ArrayList<String>();
        var page = list("?limit=" + limit + "&ending_before=" + from);
        met.addAll(0, ids(page));
        while (page.<Boolean>path("has_more")) {
            page = list("?limit=" + limit + "&ending_before=" + ids(page).get(0));
            met.addAll(0, ids(page));
        }
        return met;
    }

    @Test
    void rows_hold_only_what_a_list_needs() {
        draft(organization.live());
        assertThat(list("").<Map<String, Object>>path("data[0]").keySet())
                .containsExactly("id", "name", "status", "platforms", "starts_at", "ends_at", "created_at");
    }

    @Test
    void filters_combine_and_take_sets() {
        // Given
        var twitter = draft(organization.live(), "platforms", List.of("twitter"));
        var blog = draft(organization.live(), "platforms", List.of("blog", "tiktok"));
        var running = active(organization.live());
        var paused = active(organization.live());
        as(organization.live()).post("/v1/missions/" + paused + "/pause").then().statusCode(200);
        // Then
        assertThat(ids(list("?status=draft"))).containsExactly(blog, twitter);
        assertThat(ids(list("?status=active,paused"))).containsExactly(paused, running);
        assertThat(ids(list("?platform=twitter"))).containsExactly(paused, running, twitter);
        assertThat(ids(list("?platform=tiktok,blog"))).containsExactly(blog);
        assertThat(ids(list("?status=draft&platform=twitter"))).containsExactly(twitter);
        list("?platform=twitter&limit=1").then().body("total", equalTo(3)).body("has_more", equalTo(true));
        assertThat(ids(list("?status=completed"))).isEmpty();
    }

    @Test
    void bad_values_name_their_parameter() {
        var stranger = draft(Api.organization().live());
        refused("limit=0", "limit");
        refused("limit=101", "limit");
        refused("limit=x", "limit");
        refused("status=asleep", "status");
        refused("platform=myspace", "platform");
        refused("expand=friends", "expand");
        refused("starting_after=msn_unknown", "starting_after");
        refused("ending_before=" + stranger, "ending_before");
        refused("starting_after=a&ending_before=b", "ending_before");
    }

    private void refused(String query, String param) {
        as(organization.live())
                .get("/v1/missions?" + query)
                .then()
                .statusCode(400)
                .body("error.param", equalTo(param));
    }

    @Test
    void nobody_sees_the_missions_of_another_organization_or_mode() {
        // Given
        var id = draft(organization.live());
        var stranger = Api.organization();
        // Then
        for (var key : List.of(stranger.live(), stranger.test(), organization.test())) {
            as(key).get("/v1/missions").then().body("total", equalTo(0));
            for (var call : List.of("", "/pause", "/resume", "/complete")) {
                var address = "/v1/missions/" + id + call;
                var response = call.isEmpty() ? as(key).get(address) : as(key).post(address);
                response.then().statusCode(404).body("error.code", equalTo("not_found"));
            }
            as(key).body(Map.of("name", "Mine"))
                    .put("/v1/missions/" + id)
                    .then()
                    .statusCode(404);
            as(key).delete("/v1/missions/" + id).then().statusCode(404);
        }
        as(organization.live()).get("/v1/missions/" + id).then().statusCode(200);
    }

    private List<String> make(int count) {
        var made = new ArrayList<String>();
        for (var at = 0; at < count; at++) {
            made.add(draft(organization.live()));
        }
        Collections.reverse(made);
        return made;
    }

    private Response list(String query) {
        var response = as(organization.live()).get("/v1/missions" + query);
        response.then().statusCode(200);
        return response;
    }

    private static List<String> ids(Response page) {
        return page.path("data.id");
    }

    private static String last(Response page) {
        return ids(page).get(ids(page).size() - 1);
    }
}
