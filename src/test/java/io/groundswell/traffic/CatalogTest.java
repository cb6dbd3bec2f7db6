package io.groundswell.traffic;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.HotProperty;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CatalogTest extends SiteOnFriday {
    private static final String MORNING = "2030-03-07T09:00:00Z";

    private JsonPath ask(Object... parameters) {
        return site.ask("/properties", parameters);
    }

    @Test
    void events_are_told_with_their_first_and_last_day_in_the_window() {
        // Given one that began before the window, and one that came twice on a day
        site.tell("2030-02-20T10:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-02T23:59:59.999Z", "page_view", "ada", "s2")
                .tell("2030-03-04T00:00:00Z", "page_view", "bob", "s3")
                .tell("2030-03-08T00:00:00Z", "page_view", null, null)
                .tell("2030-03-05T08:00:00Z", "signup", "ada", "s4")
                .tell("2030-03-05T09:00:00Z", "signup", "ada", "s4");

        assertThat(ask().<Map<String, Object>>getList("events"))
                .containsExactly(
                        event("page_view", 3, 2, "2030-03-02", "2030-03-08"),
                        event("signup", 2, 1, "2030-03-05", "2030-03-05"));
        assertThat(ask("since", "30d").<Map<String, Object>>getList("events"))
                .contains(event("page_view", 4, 2, "2030-02-20", "2030-03-08"));
    }

    @Test
    void keys_are_those_with_a_column_and_all_others() {
        // Given each key that has a column as a text, one of them as a number, and others, also null
        var properties = new HashMap<String, Object>(Map.of("plan", "pro", "Zone", 1, "utm_term", "x"));
        Arrays.stream(HotProperty.values()).forEach(hot -> properties.put(hot.toString(), "x"));
        properties.put("path", 7);
        properties.put("nothing", null);
        site.tell(List.of(new Visit("page_view", "ada", "s1", Instant.parse(MORNING), properties)));
        // When
        var keys = ask().getList("property_keys", String.class);
        // Then
        var expected = new ArrayList<>(properties.keySet());
        Collections.sort(expected);
        assertThat(keys).isEqualTo(expected);
    }

    @Test
    void what_the_server_adds_is_among_the_keys() {
        site.tell(MORNING, "page_view", "ada", "s1");

        assertThat(ask().getList("property_keys")).containsExactly("browser", "device", "os");
    }

    @Test
    void keys_of_the_newest_hundred_sets_are_told() {
        // Given one set that came first, and a hundred after it, of which one came twice
        site.tell("2030-03-07T08:00:00Z", "page_view", "ada", "s1", "old", 1);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 100; n++) {
            visits.add(new Visit("page_view", "ada", "s1", Instant.parse(MORNING), Map.of("k%02d".formatted(n), 1)));
        }
        visits.add(new Visit("page_view", "ada", "s1", Instant.parse(MORNING), Map.of("k99", 2)));
        site.tell(visits);
        // When
        var keys = ask().getList("property_keys");
        // Then
        assertThat(keys).hasSize(103).contains("k00", "k99", "browser").doesNotContain("old");
    }

    @Test
    void values_do_not_push_keys_out() {
        // Given a purchase, and 300 views of other pages after it
        site.tell("2030-03-07T08:00:00Z", "purchase", "ada", "s1", "amount", 5);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 300; n++) {
            visits.add(new Visit("page_view", "ada", "s1", Instant.parse(MORNING), Map.of("path", "/" + n)));
        }
        site.tell(visits);

        assertThat(ask().getList("property_keys")).containsExactly("amount", "browser", "device", "os", "path");
    }

    @Test
    void keys_of_before_the_window_are_left_out() {
        site.tell("2030-02-28T23:59:59.999Z", "page_view", "ada", "s1", "old", 1)
                .tell("2030-03-01T00:00:00Z", "page_view", "ada", "s1", "plan", 1);

        assertThat(ask().getList("property_keys")).containsExactly("browser", "device", "os", "plan");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_catalog_is_that_of_a_plain_count(long seed) {
        // Given
        site.tell(Traffic.random(seed, NOW, 12));
        // When
        var answer = ask();
        // Then
        var visits = Traffic.between(LocalDate.of(2030, 3, 1), LocalDate.MAX, site.told());
        var expected = new TreeMap<>(visits.stream().collect(groupingBy(Visit::event)));
        assertThat(answer.<Map<String, Object>>getList("events"))
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(other.size(), one.size())))
                        .map(one -> event(one.getKey(), one.getValue()))
                        .toList());
        assertThat(answer.getList("property_keys")).containsExactly("browser", "device", "os", "path", "plan");
    }

    private static Map<String, Object> event(String name, List<Visit> visits) {
        var days = visits.stream().map(Traffic::day).sorted().toList();
        return event(
                name,
                visits.size(),
                Traffic.users(visits),
                days.get(0).toString(),
                days.get(days.size() - 1).toString());
    }

    private static Map<String, Object> event(String name, int count, int users, String first, String last) {
        return Map.of("event", name, "count", count, "unique_users", users, "first_seen", first, "last_seen", last);
    }
}
