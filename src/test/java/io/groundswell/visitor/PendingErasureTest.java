package io.groundswell.visitor;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is identified while what is kept of them is being deleted. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PendingErasureTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");
    private static final int EVENTS = FirstEvents.MOST + 2_000;

    @Inject
    Rows rows;

    @Inject
    MovedUsers moved;

    private Website site;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        for (var table : List.of("event", "session", "user_alias", "user_erasure")) {
            rows.change("delete from " + table);
        }
        site = Website.open();
    }

    @AfterEach
    void resetClock() {
        rows.refuseNothing();
        Api.resetClock();
    }

    @Test
    void what_is_to_be_deleted_is_given_to_nobody_else() {
        // Given
        tellMuchOf("ada");
        erase("ada", 202);
        // When
        identify("ada", "eve");
        site.tell("2030-03-08T11:00:00Z", "signup", "ada", "s2");
        move();
        // Then
        assertThat(rows.count("select count(*) from event where user_id = 'ada'"))
                .isEqualTo(EVENTS - FirstEvents.MOST);
        finish();
        assertThat(rows.texts("select name || ' ' || user_id from event")).containsExactly("signup eve");
        assertThat(rows.texts("select session_id || ' ' || user_id from session"))
                .containsExactly("s2 eve");
    }

    @Test
    void what_a_former_id_did_is_deleted_though_it_is_told_of_again() {
        // Given
        tellMuchOf("anon");
        site.tell("2030-03-08T11:00:00Z", "signup", "ada", "s2");
        identify("anon", "ada");
        erase("ada", 202);
        assertThat(rows.count("select count(*) from user_erasure")).isEqualTo(1);
        // When
        identify("anon", "ada");
        move();
        finish();
        // Then
        assertThat(rows.count("select count(*) from event")).isZero();
        assertThat(rows.count("select count(*) from session")).isZero();
    }

    @Test
    void what_could_not_be_deleted_at_once_is_given_to_nobody_either() {
        // Given
        site.tell("2030-03-08T10:00:00Z", "page_view", "ada", "s1");
        rows.refuse("delete on event", "true");
        erase("ada", 202);
        rows.refuseNothing();
        // When
        identify("ada", "eve");
        move();
        finish();
        // Then
        assertThat(rows.count("select count(*) from event")).isZero();
    }

    private void tellMuchOf(String user) {
        site.tell("2030-03-08T10:00:00Z", "page_view", user, "s1");
        rows.change("""
                insert into event (site_number, at, seq, name, user_key, user_id)
                select site_number, at, seq + n, name, user_key, user_id from event, generate_series(1, %d) n""".formatted(EVENTS - 1));
        rows.change("update site set total_events = total_events + %d".formatted(EVENTS - 1));
    }

    private void erase(String user, int status) {
        as(site.organization().aak())
                .delete("/projects/{id}/users/{user}", site.id(), user)
                .then()
                .statusCode(status);
    }

    private void identify(String previousId, String userId) {
        given().header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("token", site.tracker().token(), "previous_id", previousId, "user_id", userId))
                .post("/identify")
                .then()
                .statusCode(202);
    }

    private void move() {
        moved.run(NOW.plusSeconds(3_600));
    }

    private void finish() {
        Api.work();
        move();
        assertThat(rows.count("select count(*) from user_erasure")).isZero();
        assertThat(rows.count("select count(*) from user_alias where moves_to_key is not null"))
                .isZero();
    }
}
