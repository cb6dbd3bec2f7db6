package io.groundswell.traffic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class EventListTest extends SiteOnFriday {
    private static final String AT = "2030-03-08T09:00:00Z";

    @Inject
    Rows rows;

    @Test
    void the_newest_comes_first_and_of_the_same_time_the_one_that_came_last() {
        // Given
        site.tell("2030-03-08T09:00:00.001Z", "c", "ada", "s1")
                .tell("2030-03-08T09:00:00Z", "a", "ada", "s1")
                .tell("2030-03-08T09:00:00Z", "b", "ada", "s1");
        // When
        var answer = site.get("/events").then().statusCode(200).extract();
        // Then
        assertThat(answer.<List<String>>path("events.event")).containsExactly("c", "b", "a");
        assertThat(answer.<List<String>>path("events.id"))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_newest_of_a_name_are_found_on_whatever_days_they_are() {
        // Given
        site.tell("2030-03-01T10:00:00Z", "rare", "ada", null)
                .tell("2030-03-05T10:00:00Z", "rare", "ada", null)
                .tell("2030-03-05T11:00:00Z", "rare", "bob", null)
                .tell("2030-03-07T10:00:00Z", "often", "ada", null)
                .tell("2030-03-08T08:00:00Z", "often", "ada", null);
        // Then
        assertThat(times("rare", "2030-03-01", 100))
                .containsExactly("2030-03-05T11:00:00Z", "2030-03-05T10:00:00Z", "2030-03-01T10:00:00Z");
        assertThat(times("rare", "2030-03-02", 100)).containsExactly("2030-03-05T11:00:00Z", "2030-03-05T10:00:00Z");
        assertThat(times("rare", "2030-03-01", 1)).containsExactly("2030-03-05T11:00:00Z");
        assertThat(times("often", "2030-03-01", 2)).containsExactly("2030-03-08T08:00:00Z", "2030-03-07T10:00:00Z");
        assertThat(times("rare", "2030-03-06", 100)).isEmpty();
        assertThat(times("never", "2030-03-01", 100)).isEmpty();
    }

    private List<String> times(String event, String since, int limit) {
        return site
                .get("/events?event=" + event + "&since=" + since + "&limit=" + limit)
                .then()
                .statusCode(200)
                .extract()
                .<List<Long>>path("events.timestamp")
                .stream()
                .map(time -> Instant.ofEpochMilli(time).toString())
                .toList();
    }

    @Test
    void an_empty_filter_is_none() {
        site.tell("2030-03-07T10:00:00Z", "signup", "ada", "s1");
        var answer = site.get("/events?event=&user_id=&session_id=");
        answer.then().statusCode(200);
        assertThat(answer.<List<String>>path("events.user_id")).containsExactly("ada");
        assertThat(site.get("/sessions?user_id=").<List<String>>path("sessions.session_id"))
                .containsExactly("s1");
    }

    @Test
    void an_event_is_shown_with_all_that_is_known_of_it() {
        // Given
        given().header("User-Agent", "my-shop/1.0")
                .header("CF-IPCountry", "DE")
                .body(site.tracker()
                        .event(
                                "signup",
                                "user_id",
                                "ada",
                                "session_id",
                                "s1",
                                "timestamp",
                                Instant.parse("2030-03-07T23:59:59.999Z").toEpochMilli()))
                .contentType("application/json")
                .post("/track")
                .then()
                .statusCode(202);
        // When
        var event = site.get("/events").<Map<String, Object>>path("events[0]");
        // Then
        assertThat(event).containsKeys("id", "project_id", "properties");
        assertThat(event)
                .containsEntry("event", "signup")
                .containsEntry("properties", null)
                .containsEntry("user_id", "ada")
                .containsEntry("session_id", "s1")
                .containsEntry("timestamp", 1_899_158_399_999L)
                .containsEntry("date", "2030-03-07")
                .containsEntry("country", "DE");
        assertThat(event.get("project_id")).isEqualTo(site.id());
    }

    @Test
    void properties_come_back_as_they_were_told_whether_they_have_a_column_or_not() {
        // Given
        var told = new HashMap<String, Object>();
        told.put("path", 7);
        told.put("hostname", "example.com");
        told.put("browser", null);
        told.put("os", "");
        told.put("device", List.of("a", 1));
        told.put("utm_source", "ü😀\"\\");
        told.put("price", 19.5);
        told.put("count", 12345678901L);
        told.put("paid", false);
        told.put("cart", Map.of("items", List.of(Map.of("sku", "x", "none", List.of())), "empty", Map.of()));
        // When
        site.tell(List.of(new Visit("purchase", null, null, Instant.parse(AT), told)));
        // Then
        assertThat(site.get("/events").jsonPath().getMap("events[0].properties"))
                .usingRecursiveComparison()
                .withEqualsForFields((a, b) -> Double.compare(((Number) a).doubleValue(), 19.5) == 0, "price")
                .isEqualTo(told);
    }

    @Test
    void what_the_browser_tells_is_a_property_like_any_other() {
        site.tell(AT, "page_view", "ada", "s1", "os", "Plan 9");

        assertThat(site.get("/events").<Map<String, Object>>path("events[0].properties"))
                .isEqualTo(Map.of("browser", "Chrome", "os", "Plan 9", "device", "mobile"));
    }

    @Test
    void filters_must_all_hold() {
        // Given
        site.tell(AT, "view", "ada", "s1")
                .tell(AT, "view", "bob", "s1")
                .tell(AT, "view", "ada", "s2")
                .tell(AT, "click", "ada", "s1")
                .tell(AT, "view", "ada", null);
        // Then
        assertThat(count("event", "view", "session_id", "s1", "user_id", "ada")).isEqualTo(1);
        assertThat(count("event", "view")).isEqualTo(4);
        assertThat(count("session_id", "s1")).isEqualTo(3);
        assertThat(count("user_id", "ada")).isEqualTo(4);
        assertThat(count("user_id", "eve")).isZero();
        assertThat(count("session_id", "S1")).isZero();
    }

    @Test
    void events_are_found_by_their_session_when_its_row_is_gone() {
        // Given a session that began before what is kept, and one of the same time
        site.tell("2030-03-05T10:00:00Z", "a", "ada", "began before")
                .tell("2030-03-07T10:00:00Z", "b", "ada", "began before")
                .tell("2030-03-06T10:00:00Z", "c", "ada", "s1");
        rows.change("delete from session where session_id = 'began before'");
        // Then
        assertThat(site.get("/events", "session_id", "began before").<List<String>>path("events.event"))
                .containsExactly("b", "a");
        assertThat(site.get("/events", "session_id", "began before", "since", "2030-03-06")
                        .<List<String>>path("events.event"))
                .containsExactly("b");
        assertThat(count("session_id", "began before", "limit", 1)).isEqualTo(1);
        assertThat(count("session_id", "s1")).isEqualTo(1);
        assertThat(count("session_id", "unheard of")).isZero();
    }

    @Test
    void the_days_of_another_project_are_not_shown() {
        // Given
        site.tell(AT, "view", "ada", "s1");
        var other = Website.in(site.organization(), "blog");
        other.tell(AT, "other", "ada", "s1");
        // Then
        assertThat(site.get("/events").<List<String>>path("events.event")).containsExactly("view");
        assertThat(other.get("/events", "session_id", "s1").<List<String>>path("events.event"))
                .containsExactly("other");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "0, 1", "-5, 1", "5000, 3", "many, 3", "2.5, 3"})
    void a_limit_is_moved_into_its_range(String limit, int shown) {
        site.tell(AT, "a", null, null).tell(AT, "b", null, null).tell(AT, "c", null, null);

        assertThat(count("limit", limit)).isEqualTo(shown);
    }

    @Test
    void a_hundred_are_shown_unless_more_are_asked_for() {
        site.tell(IntStream.range(0, 1_010)
                .mapToObj(n -> new Visit("view", null, null, NOW.minusSeconds(n), Map.of()))
                .toList());

        assertThat(count()).isEqualTo(100);
        assertThat(count("limit", 1_000)).isEqualTo(1_000);
        assertThat(count("limit", 1_001)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_list_is_that_of_a_plain_look(long seed) {
        // Given
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 300; n++) {
            visits.add(new Visit(
                    "e" + random.nextInt(3),
                    random.nextInt(4) == 0 ? null : "u" + random.nextInt(3),
                    random.nextInt(4) == 0 ? null : "s" + random.nextInt(6),
                    NOW.minusSeconds(random.nextInt(400) * 3_600L),
                    Map.of("n", n)));
        }
        site.tell(visits);
        for (var question = 0; question < 12; question++) {
            var event = random.nextBoolean() ? null : "e" + random.nextInt(3);
            var user = random.nextBoolean() ? null : "u" + random.nextInt(4);
            var session = random.nextBoolean() ? null : "s" + random.nextInt(7);
            var limit = 1 + random.nextInt(60);
            // When
            var asked = new ArrayList<Object>(List.of("since", "9d", "limit", limit));
            ask(asked, "event", event);
            ask(asked, "user_id", user);
            ask(asked, "session_id", session);
            var shown = site.get("/events", asked.toArray()).<List<Integer>>path("events.properties.n");
            // Then
            assertThat(shown)
                    .isEqualTo(IntStream.range(0, visits.size())
                            .boxed()
                            .filter(n -> {
                                var visit = visits.get(n);
                                return !visit.at().isBefore(Instant.parse("2030-02-27T00:00:00Z"))
                                        && (event == null || event.equals(visit.event()))
                                        && (user == null || user.equals(visit.user()))
                                        && (session == null || session.equals(visit.session()));
                            })
                            .sorted(Comparator.<Integer, Instant>comparing(
                                            n -> visits.get(n).at())
                                    .thenComparing(n -> n)
                                    .reversed())
                            .limit(limit)
                            .toList());
        }
    }

    private static void ask(List<Object> asked, String name, String value) {
        if (value != null) {
            asked.addAll(List.of(name, value));
        }
    }

    private int count(Object... parameters) {
        return site.get("/events", parameters)
                .then()
                .statusCode(200)
                .extract()
                .<List<Object>>path("events")
                .size();
    }
}
