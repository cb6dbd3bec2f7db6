package io.groundswell.traffic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class BotTrafficTest {
    private Website site;

    @BeforeEach
    void open() {
        Api.setClock(Instant.parse("2030-03-01T12:00:00Z"));
        site = Website.open();
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void automata_are_counted_by_day_category_and_name() {
        // Given
        visit("Googlebot/2.1", 3);
        visit("Googlebot/2.1", 1);
        visit("curl/8.5.0", 1);
        Api.setClock(Instant.parse("2030-03-08T12:00:00Z"));
        visit("wget/1.21", 1);
        visit("Googlebot/2.1", 1);
        visit("", 2);
        site.tell("2030-03-08T12:00:00Z", "page_view", "ada", "s1");
        // When
        var answer = site.get("/bot-traffic").then().statusCode(200).extract();
        // Then
        assertThat(answer.<Map<String, Object>>path("period"))
                .isEqualTo(Map.of("from", "2030-03-01", "to", "2030-03-08"));
        assertThat(answer.<Map<String, Object>>path("totals")).isEqualTo(Map.of("requests", 6, "events", 9));
        assertThat(answer.<List<Map<String, Object>>>path("days"))
                .containsExactly(
                        Map.of("date", "2030-03-01", "requests", 3, "events", 5),
                        Map.of("date", "2030-03-08", "requests", 3, "events", 4));
        assertThat(answer.<List<Map<String, Object>>>path("categories"))
                .containsExactly(
                        Map.of("category", "search", "requests", 3, "events", 5),
                        Map.of("category", "script", "requests", 2, "events", 2),
                        Map.of("category", "unnamed", "requests", 1, "events", 2));
        assertThat(answer.<List<Map<String, Object>>>path("bots"))
                .containsExactly(
                        bot("search", "googlebot", 3, 5, "2030-03-01", "2030-03-08"),
                        bot("script", "curl/", 1, 1, "2030-03-01", "2030-03-01"),
                        bot("script", "wget/", 1, 1, "2030-03-08", "2030-03-08"),
                        bot("unnamed", "", 1, 2, "2030-03-08", "2030-03-08"));
    }

    @Test
    void only_what_came_since_then_counts_and_few_may_be_asked_for() {
        visit("Googlebot/2.1", 1);
        Api.setClock(Instant.parse("2030-03-08T12:00:00Z"));
        visit("curl/8.5.0", 1);
        visit("wget/1.21", 1);

        site.get("/bot-traffic", "since", "1d", "limit", 1)
                .then()
                .body("totals.requests", equalTo(2), "bots", hasSize(1), "bots[0].name", equalTo("curl/"));
    }

    @Test
    void nobody_sees_the_automata_of_others() {
        visit("Googlebot/2.1", 1);

        Website.open().get("/bot-traffic").then().body("totals.requests", equalTo(0), "bots", hasSize(0));
    }

    private void visit(String agent, int events) {
        given().header("User-Agent", agent)
                .contentType("application/json")
                .body(Map.of(
                        "events", Collections.nCopies(events, site.tracker().event("page_view"))))
                .post("/track/batch")
                .then()
                .statusCode(202);
    }

    private static Map<String, Object> bot(
            String category, String name, int requests, int events, String first, String last) {
        return Map.of(
                "category",
                category,
                "name",
                name,
                "requests",
                requests,
                "events",
                events,
                "first_seen",
                first,
                "last_seen",
                last);
    }
}
