package io.groundswell.visitor;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in which several users did something are those of the others when one of them is erased. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SharedSessionsTest extends SiteOnFriday {
    private static final List<String> QUESTIONS = List.of(
            "/sessions",
            "/events",
            "/events?session_id=s1",
            "/pages?type=both",
            "/stats",
            "/insights",
            "/live",
            "/heatmap",
            "/breakdown?property=path",
            "/breakdown?property=path&event=page_view",
            "/properties",
            "/properties/received",
            "/sessions/distribution");

    @Inject
    Rows rows;

    private Instant now = NOW;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_was_identified_in_the_midst_of_it_leaves_it_to_the_stranger(boolean folded) {
        // Given
        site.tell("2030-03-08T10:00:00Z", "page_view", "anon_1", "s1", "path", "/")
                .tell("2030-03-08T10:01:00Z", "page_view", "anon_1", "s1", "path", "/pricing")
                .tell("2030-03-08T10:02:00Z", "signup", "ada", "s1", "path", "/secret")
                .tell("2030-03-08T10:09:00Z", "page_view", "ada", "s1", "path", "/secret");
        fold(folded);
        // When
        erase("ada", 200);
        // Then before it is folded and afterwards
        for (var time = 0; time < 2; time++) {
            assertThat(sessions()).containsExactly("s1 anon_1 2030-03-08T10:00:00Z 60000 / /pricing 2 1");
            assertThat(pages()).containsExactly("/ 1 1", "/pricing 1 1");
            assertThat(site.get("/sessions/distribution").<List<String>>path("distribution.bucket"))
                    .containsExactly("1-3m");
            assertThat(answers()).contains("/pricing").doesNotContain("/secret", "ada");
            fold(true);
        }
        assertThat(figures()).contains("/pricing").doesNotContain("/secret");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_came_first_leaves_it_to_the_next_one(boolean folded) {
        // Given a session of weeks, of which the first day and the first user go
        site.tell("2030-02-16T10:00:00Z", "signup", "ada", "s1", "path", "/secret")
                .tell("2030-02-25T10:00:00Z", "page_view", null, "s1", "path", 7, "url", "/url")
                .tell("2030-02-25T10:00:00Z", "page_view", "ada", "s1", "path", "/secret")
                .tell("2030-03-04T10:00:00Z", "page_view", "bob", "s1", "path", "")
                .tell("2030-03-04T10:00:00Z", "page_view", "eve", "s1", "path", "/last")
                .tell("2030-03-04T10:00:00Z", "page_view", "eve", null, "path", "/none");
        fold(folded);
        // When
        erase("ada", 200);
        // Then
        for (var time = 0; time < 2; time++) {
            assertThat(sessions()).containsExactly("s1 bob 2030-02-25T10:00:00Z 604800000 /url /last 3 1");
            assertThat(pages()).containsExactly("/url 1 1", "/last 1 1");
            assertThat(cohorts()).containsExactly("2030-02-25 1");
            assertThat(site.get("/stats", "since", "60d").<Number>path("sessions.sessions_per_user"))
                    .hasToString("1");
            assertThat(answers()).contains("/last").doesNotContain("/secret", "ada");
            fold(true);
        }
        // When the only ones who are known go
        erase("bob", 200);
        erase("eve", 200);
        // Then
        assertThat(sessions()).containsExactly("s1 null 2030-02-25T10:00:00Z 0 /url /url 1 1");
        assertThat(cohorts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_nobody_elses_goes(boolean folded) {
        site.tell("2030-03-07T10:00:00Z", "page_view", "ada", "s1", "path", "/secret")
                .tell("2030-03-07T11:00:00Z", "signup", "ada", "s1", "path", "/secret")
                .tell("2030-03-07T11:00:00Z", "signup", "bob", null, "path", "/");
        fold(folded);
        erase("ada", 200);
        for (var time = 0; time < 2; time++) {
            assertThat(sessions()).isEmpty();
            assertThat(pages()).isEmpty();
            assertThat(cohorts()).isEmpty();
            assertThat(answers()).doesNotContain("/secret", "ada");
            fold(true);
        }
        assertThat(figures()).doesNotContain("/secret");
    }

    @Test
    void a_session_whose_events_are_gone_already_goes() {
        site.tell("2030-03-07T10:00:00Z", "page_view", "ada", "s1");
        rows.change("delete from event where site_number = " + number());
        erase("ada", 200);
        assertThat(sessions()).isEmpty();
    }

    @Test
    void a_session_with_very_much_in_it_is_right_after_each_step() {
        // Given more events of one user than a step takes, in two sessions
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 5_600; n++) {
            visits.add(new Visit(
                    n % 2 == 0 ? "signup" : "page_view",
                    n % 100 == 0 ? "bob" : "ada",
                    n % 3 == 0 ? "s2" : "s1",
                    NOW.minus(Duration.ofHours(9)).plusSeconds(n),
                    Map.of()));
        }
        site.tell(visits);
        fold(true);
        // When
        erase("ada", 202);
        // Then the first 5,000 are gone
        assertCounted(600);
        fold(false);
        Api.work();
        assertCounted(56);
        assertThat(sessions())
                .containsExactly(
                        "s1 bob 2030-03-08T03:01:40Z 5400000 null null 37 0",
                        "s2 bob 2030-03-08T03:00:00Z 5400000 null null 19 0");
        fold(true);
        assertCounted(56);
    }

    private void assertCounted(int events) {
        assertThat(rows.count("select sum(events) from session where site_number = " + number()))
                .isEqualTo(rows.count("select count(*) from event where site_number = " + number()))
                .isEqualTo(events);
        assertThat(site.get("/sessions/distribution").<List<Number>>path("distribution.avg_events"))
                .singleElement()
                .hasToString(String.valueOf(events / 2));
        assertThat(site.get("/stats").<Number>path("totals.total_events")).hasToString(String.valueOf(events));
    }

    private long number() {
        return rows.count("select number from site where id = '" + site.id() + "'");
    }

    private void erase(String user, int status) {
        as(site.organization().aak())
                .delete("/projects/{id}/users/{user}", site.id(), user)
                .then()
                .statusCode(status);
    }

    /** What waits for its time is folded when some passes. */
    private void fold(boolean really) {
        if (really) {
            now = now.plusSeconds(60);
            Api.setClock(now);
            Api.work();
        }
    }

    private List<String> sessions() {
        return site.get("/sessions", "since", "60d").<List<Map<String, Object>>>path("sessions").stream()
                .map(session -> "%s %s %s %s %s %s %s %s"
                        .formatted(
                                session.get("session_id"),
                                session.get("user_id"),
                                Instant.ofEpochMilli((long) session.get("start_time")),
                                session.get("duration"),
                                session.get("entry_page"),
                                session.get("exit_page"),
                                session.get("event_count"),
                                session.get("is_bounce")))
                .toList();
    }

    /** The first ones, and then the last ones. */
    private List<String> pages() {
        var answer = site.get("/pages?type=both", "since", "60d", "type", "both");
        var pages = new ArrayList<Map<String, Object>>(answer.path("entry_pages"));
        pages.addAll(answer.path("exit_pages"));
        return pages.stream()
                .map(page -> page.get("page") + " " + page.get("sessions") + " " + page.get("bounces"))
                .toList();
    }

    private List<String> cohorts() {
        return site
                .get("/retention", "period", "day", "cohorts", 30)
                .<List<Map<String, Object>>>path("cohorts")
                .stream()
                .map(cohort -> cohort.get("date") + " " + ((List<?>) cohort.get("retained")).get(0))
                .toList();
    }

    private String answers() {
        var answers = new StringBuilder();
        for (var question : QUESTIONS) {
            answers.append(site.get(question, "since", "60d")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        return answers.toString();
    }

    private String figures() {
        return String.join(
                " ",
                rows.texts("select value from event_figure where site_number = %1$d and value is not null union all "
                        .concat("select value from session_figure where site_number = %1$d and value is not null ")
                        .concat("union all select exit_page from session_change where site_number = %1$d")
                        .formatted(number())));
    }
}
