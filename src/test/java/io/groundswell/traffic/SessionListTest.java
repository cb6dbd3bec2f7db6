package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SessionListTest extends SiteOnFriday {
    private static final Set<String> PASSIVE = Set.of("page_view", "$web_vitals");

    @Test
    void a_session_is_shown_with_all_that_is_known_of_it() {
        // Given a session over midnight whose last event came first
        site.tell("2030-03-07T00:10:00Z", "signup", "ada", "s1", "url", "https://example.com/b")
                .tell("2030-03-06T23:50:00Z", "page_view", null, "s1", "path", "/a", "url", "https://example.com/a")
                .tell("2030-03-07T00:00:00Z", "page_view", null, "s1");
        // When
        var session = site.get("/sessions").<Map<String, Object>>path("sessions[0]");
        // Then
        assertThat(session).containsKey("project_id");
        assertThat(session)
                .containsEntry("session_id", "s1")
                .containsEntry("user_id", "ada")
                .containsEntry("start_time", 1_899_071_400_000L)
                .containsEntry("end_time", 1_899_072_600_000L)
                .containsEntry("duration", 1_200_000)
                .containsEntry("entry_page", "/a")
                .containsEntry("exit_page", "https://example.com/b")
                .containsEntry("event_count", 3)
                .containsEntry("is_bounce", 0)
                .containsEntry("date", "2030-03-06");
    }

    @Test
    void a_session_without_anything_else_has_nulls() {
        site.tell("2030-03-07T10:00:00Z", "page_view", null, "s1");

        assertThat(site.get("/sessions").<Map<String, Object>>path("sessions[0]"))
                .containsEntry("user_id", null)
                .containsEntry("entry_page", null)
                .containsEntry("exit_page", null)
                .containsEntry("duration", 0)
                .containsEntry("is_bounce", 1);
    }

    @Test
    void those_that_started_last_come_first_and_of_the_same_time_by_id() {
        site.tell("2030-03-07T10:00:00Z", "a", null, "s2")
                .tell("2030-03-07T10:00:00Z", "a", null, "S3")
                .tell("2030-03-07T11:00:00Z", "a", null, "s9")
                .tell("2030-03-07T10:00:00Z", "a", null, "s1");

        assertThat(site.get("/sessions").<List<String>>path("sessions.session_id"))
                .containsExactly("s9", "S3", "s1", "s2");
    }

    @Test
    void a_session_belongs_to_the_day_on_which_it_starts() {
        site.tell("2030-02-28T23:59:59.999Z", "a", "ada", "old").tell("2030-03-01T00:00:00Z", "a", "ada", "old");
        site.tell("2030-03-01T00:00:00Z", "a", "ada", "new");

        assertThat(site.get("/sessions", "since", "2030-03-01").<List<String>>path("sessions.session_id"))
                .containsExactly("new");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3", "true, 3", "'', 3"})
    void only_0_and_1_tell_bounces_apart(String isBounce, int shown) {
        // Given
        site.tell("2030-03-07T10:00:00Z", "page_view", "ada", "b1")
                .tell("2030-03-07T11:00:00Z", "$scroll_depth", "ada", "b2")
                .tell("2030-03-07T12:00:00Z", "signup", "ada", "s1");
        // Then
        assertThat(site.get("/sessions", "is_bounce", isBounce).<List<Object>>path("sessions"))
                .hasSize(shown);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_list_is_that_of_a_plain_look(long seed) {
        // Given
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 300; n++) {
            var session = random.nextInt(60);
            visits.add(new Visit(
                    List.of("page_view", "$web_vitals", "signup").get(Math.max(0, random.nextInt(6) - 3)),
                    random.nextInt(3) == 0 ? null : "u" + session % 7,
                    random.nextInt(5) == 0 ? null : "s" + session,
                    NOW.minusSeconds(session * 20_000L + random.nextInt(50_000)),
                    Map.of("path", "/" + random.nextInt(4))));
        }
        site.tell(visits);
        // When
        var all = expected(visits);
        // Then
        assertThat(shown("since", "9d")).isEqualTo(all);
        assertThat(shown("since", "9d", "limit", 5)).isEqualTo(all.subList(0, 5));
        for (var bounce : List.of(0, 1)) {
            assertThat(shown("since", "9d", "user_id", "u3", "is_bounce", bounce))
                    .isEqualTo(all.stream()
                            .filter(session -> "u3".equals(session.get("user_id")))
                            .filter(session -> session.get("is_bounce").equals(bounce))
                            .toList());
        }
    }

    private static List<Map<String, Object>> expected(List<Visit> visits) {
        var sessions =
                visits.stream().filter(visit -> visit.session() != null).collect(Collectors.groupingBy(Visit::session));
        return sessions.values().stream()
                .map(SessionListTest::session)
                .filter(session -> session.get("date").toString().compareTo("2030-02-27") >= 0)
                .sorted(Comparator.<Map<String, Object>, Long>comparing(
                                session -> ((Number) session.get("start_time")).longValue())
                        .reversed()
                        .thenComparing(session -> session.get("session_id").toString()))
                .toList();
    }

    private static Map<String, Object> session(List<Visit> visits) {
        var inOrder = IntStream.range(0, visits.size())
                .boxed()
                .sorted(Comparator.<Integer, Instant>comparing(
                                n -> visits.get(n).at())
                        .thenComparing(n -> n))
                .map(visits::get)
                .toList();
        var first = inOrder.get(0);
        var last = inOrder.get(inOrder.size() - 1);
        var session = new HashMap<String, Object>();
        session.put("session_id", first.session());
        session.put(
                "user_id",
                visits.stream()
                        .map(Visit::user)
                        .filter(user -> user != null)
                        .findFirst()
                        .orElse(null));
        session.put("start_time", first.at().toEpochMilli());
        session.put("end_time", last.at().toEpochMilli());
        session.put("duration", (int) (last.at().toEpochMilli() - first.at().toEpochMilli()));
        session.put("entry_page", first.property("path"));
        session.put("exit_page", last.property("path"));
        session.put("event_count", visits.size());
        session.put("is_bounce", visits.stream().allMatch(visit -> PASSIVE.contains(visit.event())) ? 1 : 0);
        session.put("date", LocalDate.ofInstant(first.at(), ZoneOffset.UTC).toString());
        return session;
    }

    private List<Map<String, Object>> shown(Object... parameters) {
        return site.get("/sessions", parameters).<List<Map<String, Object>>>path("sessions").stream()
                .peek(session -> session.keySet().removeAll(Collections.singleton("project_id")))
                .toList();
    }
}
