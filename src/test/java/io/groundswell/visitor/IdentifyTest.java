package io.groundswell.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class IdentifyTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    @Inject
    Rows rows;

    private Website site;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        rows.change("delete from event");
        rows.change("delete from session");
        rows.change("delete from user_alias");
        site = Website.open();
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void what_a_user_did_and_does_under_a_former_id_is_that_of_the_other_one() {
        // Given
        site.tell("2030-02-08T12:00:00Z", "page_view", "anon", "s1")
                .tell("2030-03-01T12:00:00Z", "page_view", "anon", null)
                .tell("2030-03-01T12:30:00Z", "page_view", "ada", null)
                .tell("2030-03-02T12:00:00Z", "page_view", "bob", "s2");
        // When
        identify("anon", "ada").then().statusCode(202).body("ok", equalTo(true), "queued", equalTo(true));
        site.tell("2030-03-08T12:00:00Z", "signup", "anon", "s3");
        // Then what is told from then on has the other id at once, and the rest has it soon
        assertThat(rows.texts("select user_id from event where name = 'signup'"))
                .containsExactly("ada");
        Api.work();
        assertThat(rows.texts("select user_id || ' ' || count(*) from event group by user_id order by 1"))
                .containsExactly("ada 4", "bob 1");
        assertThat(rows.texts("select session_id || ' ' || user_id from session order by 1"))
                .containsExactly("s1 ada", "s2 bob", "s3 ada");
        site.get("/heatmap", "since", "60d").then().body("heatmap.users.max()", equalTo(1));
    }

    @Test
    void users_of_other_sites_stay_who_they_are() {
        var other = Website.open();
        other.tell("2030-03-08T11:00:00Z", "page_view", "anon", "s1");
        identify("anon", "ada").then().statusCode(202);
        other.tell("2030-03-08T12:00:00Z", "page_view", "anon", "s2");
        Api.work();
        assertThat(users()).containsExactly("anon");
    }

    @Test
    void chains_end_with_the_last_id_and_rings_change_nothing() {
        site.tell("2030-03-08T11:00:00Z", "page_view", "a", "s1").tell("2030-03-08T11:00:00Z", "page_view", "b", "s2");
        identify("a", "b").then().statusCode(202);
        identify("b", "c").then().statusCode(202);
        identify("c", "a").then().statusCode(202);
        identify("c", "b").then().statusCode(202);
        identify("a", "c").then().statusCode(202);
        site.tell("2030-03-08T12:00:00Z", "page_view", "a", "s3").tell("2030-03-08T12:00:00Z", "page_view", "b", "s4");
        Api.work();
        assertThat(users()).containsExactly("c");
        assertThat(rows.count("select count(*) from user_alias where moves_to_key is not null"))
                .isZero();
    }

    @Test
    void all_former_ids_follow_to_the_next_one_and_a_full_user_takes_no_more() {
        site.tell("2030-03-08T11:00:00Z", "page_view", "anon", "s1");
        identify("anon", "ada").then().statusCode(202);
        rows.change("""
                insert into user_alias (site_number, previous_key, previous_id, user_key, user_id, told_on)
                select site_number, cast(cast('x' || left(encode(sha256(cast('a' || n as bytea)), 'hex'), 16) as bit(64)) as bigint),
                       'a' || n, user_key, user_id, told_on
                from user_alias, generate_series(1, 998) n""");
        identify("ada", "eve").then().statusCode(202);
        identify("one more", "eve").then().statusCode(409).body("error", equalTo("TOO_MANY_IDS"));
        assertThat(rows.texts("select user_id || ' ' || count(*) from user_alias group by user_id"))
                .containsExactly("eve 1000");
        Api.work();
        assertThat(users()).containsExactly("eve");
    }

    @Test
    void a_user_with_very_many_events_is_changed_step_by_step() {
        site.tell("2030-03-08T11:00:00Z", "page_view", "anon", "s1");
        rows.change("""
                insert into event (site_number, at, seq, name, user_key, user_id)
                select site_number, at, seq + n, name, user_key, user_id from event, generate_series(1, 12000) n""");
        identify("anon", "ada").then().statusCode(202);
        Api.work();
        assertThat(rows.texts("select user_id || ' ' || count(*) from event group by user_id"))
                .containsExactly("ada 12001");
    }

    @Test
    void nothing_keeps_a_former_id_that_arrives_at_the_same_time() throws Exception {
        // Given many who tell of it at once
        var threads = Executors.newFixedThreadPool(12);
        try {
            var told = threads.invokeAll(IntStream.range(0, 120)
                    .<Callable<Integer>>mapToObj(n -> () -> n == 40
                            ? identify("anon", "ada").statusCode()
                            : n == 80
                                    ? identify("ada", "eve").statusCode()
                                    : site.tracker()
                                            .track(site.tracker()
                                                    .event(
                                                            "page_view",
                                                            "user_id",
                                                            n % 3 == 0 ? "ada" : "anon",
                                                            "session_id",
                                                            "s" + n % 10,
                                                            "timestamp",
                                                            NOW.toEpochMilli()))
                                            .statusCode())
                    .toList());
            // When
            for (var answer : told) {
                assertThat(answer.get()).isEqualTo(202);
            }
        } finally {
            threads.shutdown();
        }
        Api.work();
        // Then
        assertThat(rows.texts("select user_id || ' ' || count(*) from event group by user_id"))
                .containsExactly("eve 118");
        assertThat(rows.texts("select distinct user_id from session")).containsExactly("eve");
    }

    @Test
    void automata_and_strange_pages_identify_nobody() {
        given().header("User-Agent", "curl/8.5.0")
                .contentType("application/json")
                .body(request("anon", "ada"))
                .post("/identify")
                .then()
                .statusCode(202);
        rows.change("update site set allowed_origins = '{https://shop.example}'");
        given().header("User-Agent", Tracker.BROWSER)
                .header("Origin", "https://elsewhere.example")
                .contentType("text/plain")
                .body(text("anon", "ada"))
                .post("/identify")
                .then()
                .statusCode(403)
                .body("error", equalTo("FORBIDDEN"));
        assertThat(rows.count("select count(*) from user_alias")).isZero();
    }

    @Test
    void identifying_counts_among_the_requests_of_a_minute() {
        site = Website.in(Api.organization("free", Map.of()), "shop");
        for (var n = 0; n < 10; n++) {
            identify("a" + n, "ada").then().statusCode(202);
        }
        identify("anon", "ada").then().statusCode(429).body("reason", equalTo("rate_limit"));
        assertThat(rows.count("select count(*) from user_alias")).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ada, MISSING_FIELDS",
        "anon, '', MISSING_FIELDS",
        "ada, ada, INVALID_BODY",
        "LONG, ada, INVALID_BODY",
        "anon, LONG, INVALID_BODY",
        "NUL, ada, INVALID_BODY"
    })
    void ids_are_two_texts_of_some_length(String previousId, String userId, String code) {
        identify(written(previousId), written(userId)).then().statusCode(400).body("error", equalTo(code));
        assertThat(rows.count("select count(*) from user_alias")).isZero();
    }

    private static String written(String id) {
        return id.equals("LONG") ? "x".repeat(257) : id.equals("NUL") ? "a\0" : id;
    }

    private Response identify(String previousId, String userId) {
        return given().header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(request(previousId, userId))
                .post("/identify");
    }

    private Map<String, Object> request(String previousId, String userId) {
        return new HashMap<>(Map.of("token", site.tracker().token(), "previous_id", previousId, "user_id", userId));
    }

    private String text(String previousId, String userId) {
        return "{\"token\": \"%s\", \"previous_id\": \"%s\", \"user_id\": \"%s\"}"
                .formatted(site.tracker().token(), previousId, userId);
    }

    private List<String> users() {
        return rows.texts("select distinct user_id from event order by 1");
    }
}
