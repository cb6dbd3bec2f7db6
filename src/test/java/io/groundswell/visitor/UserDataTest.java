package io.groundswell.visitor;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class UserDataTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    @Inject
    Rows rows;

    private Website site;
    private String id;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        for (var table : List.of("event", "session", "user_alias", "user_erasure")) {
            rows.change("delete from " + table);
        }
        site = Website.open();
        id = site.id();
    }

    @AfterEach
    void resetClock() {
        rows.refuseNothing();
        Api.resetClock();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 11, 12, 1000})
    void pages_hold_everything_once(int limit) {
        // Given 4 sessions with 7 events
        for (var n = 0; n < 7; n++) {
            site.tell("2030-03-0%dT10:00:00Z".formatted(1 + n / 2), "page_view", "ada", "s" + n % 4, "path", "/" + n);
            site.tell("2030-03-0%dT10:00:00Z".formatted(1 + n / 2), "page_view", "bob", "t" + n);
        }
        // When
        var seen = new ArrayList<String>();
        var pages = 0;
        for (String cursor = ""; cursor != null; pages++) {
            var page = read("ada", "limit", limit, "cursor", cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<String>>path("sessions.session_id").forEach(seen::add);
            page.<List<String>>path("events.properties.path").forEach(seen::add);
            cursor = page.path("next_cursor");
        }
        // Then
        assertThat(seen.subList(0, 4)).containsExactlyInAnyOrder("s0", "s1", "s2", "s3");
        assertThat(seen.subList(4, seen.size())).containsExactly("/0", "/1", "/2", "/3", "/4", "/5", "/6");
        assertThat(pages).isEqualTo((11 + limit - 1) / limit);
    }

    @Test
    void a_user_is_found_by_any_of_their_ids() {
        site.tell("2030-03-08T10:00:00Z", "page_view", "anon", "s1");
        identify("anon", "ada");
        for (var any : List.of("anon", "ada")) {
            read(any)
                    .then()
                    .statusCode(200)
                    .body("user_id", equalTo("ada"), "previous_ids", contains("anon"), "events", hasSize(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "ada lovelace", "%41", "ö?#☃", "a+b", "/", "a;b"})
    void ids_are_any_text(String user) {
        site.tell("2030-03-08T10:00:00Z", "page_view", user, "s1");
        read(user).then().statusCode(200).body("user_id", equalTo(user), "events", hasSize(1));
        erase(user).then().statusCode(200).body("deleted", equalTo(user));
        assertThat(rows.count("select count(*) from event")).isZero();
    }

    /** Clients differ in what they escape. */
    @ParameterizedTest
    @ValueSource(strings = {"ada;lovelace", "..", "%2e%2E", "."})
    void an_id_that_is_not_escaped_erases_nothing_else(String user) {
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        as(site.organization().aak())
                .urlEncodingEnabled(false)
                .delete("/projects/" + id + "/users/" + user)
                .then()
                .statusCode(400)
                .body("error", equalTo("INVALID_BODY"));
        read("ada").then().statusCode(200).body("events", hasSize(1));
    }

    @Test
    void nothing_of_an_erased_user_is_left_and_the_totals_stay() {
        // Given
        site.tell("2030-03-08T09:00:00Z", "page_view", "anon", "s1")
                .tell("2030-03-08T10:00:00Z", "page_view", "ada", "s2")
                .tell("2030-03-08T10:00:00Z", "page_view", "bob", "s3");
        identify("anon", "ada");
        // When
        erase("anon").then().statusCode(200).body("ok", equalTo(true), "queued", equalTo(false));
        // Then
        assertThat(rows.texts("select user_id from event")).containsExactly("bob");
        assertThat(rows.texts("select user_id from session")).containsExactly("bob");
        assertThat(rows.count("select count(*) from user_alias")).isZero();
        assertThat(rows.count("select count(*) from user_erasure")).isZero();
        assertThat(rows.texts("select total_events::text from site")).containsExactly("3");
        assertThat(rows.count("select count(*) from audit_entry where action = 'project.user_erased'"))
                .isEqualTo(1);
        assertThat(rows.count("select count(*) from audit_entry where details::text like '%ada%'"))
                .isZero();
        read("ada").then().statusCode(404).body("error", equalTo("NOT_FOUND"));
        erase("ada").then().statusCode(404).body("error", equalTo("NOT_FOUND"));
    }

    /** Twice, so that it does not matter whether what is to be given to somebody has been given. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_is_erased_leaves_an_id_that_was_somebody_elses_before_to_itself(boolean settled) {
        // Given an id of bob's that is ann's now
        site.tell("2030-03-08T09:00:00Z", "first", "e", "s1");
        identify("e", "bob");
        identify("e", "ann");
        site.tell("2030-03-08T10:00:00Z", "second", "e", "s2");
        if (settled) {
            Api.work();
        }
        // When
        erase("ann").then().statusCode(200);
        site.tell("2030-03-08T11:00:00Z", "third", "e", "s3");
        Api.work();
        // Then
        assertThat(rows.texts("select name || ' ' || user_id from event order by at"))
                .containsExactly("first bob", "third e");
        read("bob").then().body("previous_ids", hasSize(0));
    }

    @Test
    void much_is_erased_in_steps() {
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        rows.change("""
                insert into event (site_number, at, seq, name, user_key, user_id)
                select site_number, at, seq + n, name, user_key, user_id from event, generate_series(1, 12000) n""");
        erase("ada").then().statusCode(202).body("queued", equalTo(true));
        erase("ada").then().statusCode(202);
        Api.work();
        assertThat(rows.count("select count(*) from event")).isZero();
        assertThat(rows.count("select count(*) from user_erasure")).isZero();
    }

    @Test
    void an_erased_user_may_come_again() {
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        erase("ada").then().statusCode(200);
        site.tell("2030-03-08T11:00:00Z", "page_view", "ada", "s1");
        Api.work();
        read("ada").then().statusCode(200).body("events", hasSize(1), "sessions[0].event_count", equalTo(1));
    }

    @Test
    void strangers_see_and_erase_nothing() {
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        var stranger = Api.organization("pro", Map.of());
        as(stranger.aak()).get("/projects/" + id + "/users/ada").then().statusCode(403);
        as(stranger.aak()).delete("/projects/" + id + "/users/ada").then().statusCode(403);
        as(stranger.aak()).get("/projects/prj_unknown/users/ada").then().statusCode(404);
        assertThat(rows.count("select count(*) from event")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "s", "e1", "s99999999999999999999", "e99999999999999999.1"})
    void only_cursors_of_pages_are_cursors(String cursor) {
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        read("ada", "cursor", cursor).then().statusCode(400).body("error", equalTo("INVALID_BODY"));
    }

    private Response read(String user, Object... parameters) {
        var request = as(site.organization().aak());
        IntStream.iterate(0, at -> at < parameters.length, at -> at + 2)
                .forEach(at -> request.queryParam(parameters[at].toString(), parameters[at + 1]));
        return request.get("/projects/{id}/users/{user}", id, user);
    }

    private Response erase(String user) {
        return as(site.organization().aak()).delete("/projects/{id}/users/{user}", id, user);
    }

    private void identify(String previousId, String userId) {
        given().header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("token", site.tracker().token(), "previous_id", previousId, "user_id", userId))
                .post("/identify")
                .then()
                .statusCode(202);
    }

    /** What is told of a site never waits for its folds, and so must not wait for somebody who does. */
    @Test
    void events_are_told_while_an_erasure_waits_for_a_fold() throws Exception {
        // Given
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        QuarkusTransaction.begin();
        try {
            rows.count("select seq from site_fold for update");
            // When
            var erased =
                    CompletableFuture.supplyAsync(() -> as(site.organization().aak())
                            .delete("/projects/" + id + "/users/ada")
                            .statusCode());
            rows.awaitWaiting();
            CompletableFuture.runAsync(() -> site.tell("2030-03-08T10:01:00Z", "page_view", "bob", "s2"))
                    .get(60, TimeUnit.SECONDS);
            // Then
            assertThat(erased).isNotDone();
            QuarkusTransaction.rollback();
            assertThat(erased.get(60, TimeUnit.SECONDS)).isLessThan(300);
            assertThat(rows.texts("select user_id from event")).containsExactly("bob");
        } finally {
            if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
                QuarkusTransaction.rollback();
            }
        }
    }

    @Test
    void an_erasure_that_fails_is_made_up_for_and_keeps_no_other_waiting() {
        // Given
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        site.tell("2030-03-08T10:00:00Z", "page_view", "bob", "s2");
        rows.refuse("delete on event", "true");
        erase("ada").then().statusCode(202);
        erase("bob").then().statusCode(202);
        // When
        rows.refuseNothing();
        rows.refuse("delete on event", "old.user_id = 'ada'");
        Api.work();
        // Then
        assertThat(rows.texts("select user_id from event")).containsExactly("ada");
        // When
        rows.refuseNothing();
        Api.work();
        // Then
        assertThat(rows.count("select count(*) from event")).isZero();
        assertThat(rows.count("select count(*) from user_erasure")).isZero();
    }

    @Test
    void a_move_that_fails_keeps_no_other_waiting() {
        // Given
        site.tell("2030-03-08T10:00:00Z", "page_view", "anonymous-1", "s1");
        site.tell("2030-03-08T10:00:00Z", "page_view", "anonymous-2", "s2");
        rows.refuse("update on event", "old.user_id = 'anonymous-1'");
        identify("anonymous-1", "ada");
        identify("anonymous-2", "bob");
        // When
        Api.work();
        // Then
        assertThat(rows.texts("select user_id from event order by 1")).containsExactly("anonymous-1", "bob");
        // When
        rows.refuseNothing();
        Api.work();
        // Then
        assertThat(rows.texts("select user_id from event order by 1")).containsExactly("ada", "bob");
    }
}
