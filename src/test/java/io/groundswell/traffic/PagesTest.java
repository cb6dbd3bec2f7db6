package io.groundswell.traffic;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PagesTest extends SiteOnFriday {
    private Map<String, Object> ask(Object... parameters) {
        return site.get("/pages", parameters).then().statusCode(200).extract().path("");
    }

    private void tellJourneys() {
        // Two that begin at the front, of which one signs up on the page of prices; one that begins and ends there, one
        // without pages
        site.tell("2030-03-05T09:00:00Z", "page_view", "ada", "s1", "path", "/")
                .tell("2030-03-05T09:00:30Z", "signup", "ada", "s1", "path", "/pricing")
                .tell("2030-03-06T09:00:00Z", "page_view", "bob", "s2", "path", "/")
                .tell("2030-03-07T09:00:00Z", "page_view", "bob", "s3", "path", "/pricing")
                .tell("2030-03-07T10:00:00Z", "page_view", "cyd", "s4");
    }

    @Test
    void sessions_are_grouped_by_where_they_begin_and_where_they_end() {
        tellJourneys();

        assertThat(ask("type", "both"))
                .containsEntry("project", "shop")
                .containsEntry(
                        "entry_pages", List.of(page("/", 2, 1, 0.5f, 15_000, 1.5f), page("/pricing", 1, 1, 1, 0, 1)))
                .containsEntry(
                        "exit_pages", List.of(page("/pricing", 2, 1, 0.5f, 15_000, 1.5f), page("/", 1, 1, 1, 0, 1)));
    }

    @ParameterizedTest
    @CsvSource({"entry, entry_pages", "exit, exit_pages"})
    void only_the_list_that_is_asked_for_is_there(String type, String list) {
        tellJourneys();

        assertThat(ask("type", type)).containsOnlyKeys("project", list);
    }

    @Test
    void entries_are_told_unless_something_else_is_asked_for() {
        assertThat(ask()).isEqualTo(Map.of("project", "shop", "entry_pages", List.of()));
    }

    @Test
    void an_address_stands_in_for_a_path_that_is_not_there() {
        site.tell("2030-03-07T09:00:00Z", "page_view", "ada", "s1", "url", "https://example.com/a");

        assertThat(ask()).containsEntry("entry_pages", List.of(page("https://example.com/a", 1, 1, 1, 0, 1)));
    }

    @Test
    void a_limit_holds_for_each_list_and_is_moved_into_its_range() {
        tellJourneys();

        assertThat(ask("type", "both", "limit", -5))
                .containsEntry("entry_pages", List.of(page("/", 2, 1, 0.5f, 15_000, 1.5f)))
                .containsEntry("exit_pages", List.of(page("/pricing", 2, 1, 0.5f, 15_000, 1.5f)));
    }

    @Test
    void twenty_are_listed_among_equals_by_page() {
        // Given 21 pages with a session each, told in the opposite order; Z comes before a
        for (var name = 't'; name >= 'a'; name--) {
            site.tell("2030-03-07T09:00:00Z", "page_view", "ada", "s" + name, "path", "/" + name);
        }
        site.tell("2030-03-07T09:00:00Z", "page_view", "ada", "sZ", "path", "/Z");
        // When
        var pages = site.get("/pages").<List<String>>path("entry_pages.page");
        // Then
        assertThat(String.join("", pages)).isEqualTo("/Z/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pages_are_those_of_a_plain_count(long seed) {
        // Given
        site.tell(Traffic.random(seed, NOW, 12));
        // When
        var answer = site.get("/pages", "type", "both").jsonPath();
        // Then
        var sessions = PlainSession.since(LocalDate.of(2030, 3, 1), site.told());
        assertPages(answer.getList("entry_pages"), sessions, PlainSession::entryPage);
        assertPages(answer.getList("exit_pages"), sessions, PlainSession::exitPage);
    }

    private static void assertPages(
            List<Map<String, Object>> pages, List<PlainSession> sessions, Function<PlainSession, Object> by) {
        var expected =
                sessions.stream().filter(session -> by.apply(session) != null).collect(groupingBy(by));
        assertThat(pages).extracting(page -> page.get("page")).containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(pages).allSatisfy(page -> {
            var there = expected.get(page.get("page"));
            assertThat(page.get("sessions")).isEqualTo(there.size());
            assertThat(page.get("bounces")).isEqualTo((int) PlainSession.bounces(there));
            assertThat(number(page, "bounce_rate"))
                    .isCloseTo((double) PlainSession.bounces(there) / there.size(), within(0.00051));
            assertThat(number(page, "avg_duration")).isCloseTo(PlainSession.averageDuration(there), within(0.501));
            assertThat(number(page, "avg_events")).isCloseTo(PlainSession.averageEvents(there), within(0.0501));
        });
        var order = new ArrayList<>(pages);
        order.sort((one, other) -> Double.compare(number(other, "sessions"), number(one, "sessions")));
        assertThat(pages).isEqualTo(order);
    }

    private static double number(Map<String, Object> page, String name) {
        return ((Number) page.get(name)).doubleValue();
    }

    private static Map<String, Object> page(
            String page, int sessions, int bounces, Number rate, int duration, Number events) {
        return Map.of(
                "page",
                page,
                "sessions",
                sessions,
                "bounces",
                bounces,
                "bounce_rate",
                rate,
                "avg_duration",
                duration,
                "avg_events",
                events);
    }
}
