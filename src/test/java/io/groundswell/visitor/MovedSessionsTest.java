package io.groundswell.visitor;

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
import org.junit.jupiter.api.Test;

/** Somebody is identified whose id many browsers have had. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MovedSessionsTest {
    private static final int SESSIONS = FirstEvents.MOST + 2_000;

    @Inject
    Rows rows;

    @Inject
    MovedUsers moved;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void a_step_notes_the_sessions_that_it_moves_and_no_others() {
        // Given
        Api.setClock(Instant.parse("2030-03-08T12:00:00Z"));
        rows.clear();
        rows.change("delete from session");
        rows.change("delete from session_change");
        var site = Website.open();
        site.tell("2030-03-08T11:00:00Z", "page_view", "anon", "s0");
        rows.change("""
                insert into session (site_number, session_key, session_id, user_key, user_id, start_at, end_at, events, interactive)
                select site_number, session_key + n, 's' || n, user_key, user_id, start_at - n * interval '1 s', end_at, 1, 0
                from session, generate_series(1, %d) n""".formatted(SESSIONS - 1));
        Api.work();
        identify(site, "ada");
        identify(site, "eve");
        // When
        var number = rows.count("select number from site");
        moved.settle(new KnownUser(number, "eve", List.of(), List.of()));
        // Then
        assertThat(rows.count("select count(*) from session where user_id = 'ada'"))
                .isEqualTo(FirstEvents.MOST);
        assertThat(rows.count("select count(*) from session_change")).isEqualTo(FirstEvents.MOST);
        // When
        Api.work();
        // Then
        assertThat(rows.texts("select user_id || ' ' || count(*) from session group by user_id"))
                .containsExactly("ada " + SESSIONS);
        assertThat(rows.count("select count(*) from session_change")).isZero();
        assertThat(rows.count("select sum(sessions) from session_figure where kind = 1 and site_number = " + number))
                .isEqualTo(SESSIONS);
        assertThat(rows.count("select count(*) from user_alias where moves_to_key is not null"))
                .isZero();
    }

    private static void identify(Website site, String user) {
        given().header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("token", site.tracker().token(), "previous_id", "anon", "user_id", user))
                .post("/identify")
                .then()
                .statusCode(202);
    }
}
