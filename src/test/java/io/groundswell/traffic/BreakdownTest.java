package io.groundswell.traffic;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class BreakdownTest extends SiteOnFriday {
    private static final String MORNING = "2030-03-07T09:00:00Z";

    private JsonPath ask(Object... parameters) {
        return site.ask("/breakdown", parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "plan"})
    void values_are_counted_with_their_users_whether_or_not_they_have_a_column(String property) {
        // Given
        site.tell(MORNING, "page_view", "ada", "s1", property, "b")
                .tell(MORNING, "page_view", "ada", "s1", property, "b")
                .tell(MORNING, "signup", "bob", "s2", property, "b")
                .tell(MORNING, "page_view", "bob", "s2", property, "a")
                .tell(MORNING, "page_view", null, null, property, "c")
                .tell(MORNING, "page_view", "cyd", "s3", property, null)
                .tell(MORNING, "page_view", "cyd", "s3")
                .tell("2030-02-28T23:59:59Z", "page_view", "cyd", "s4", property, "b");
        // When
        var all = ask("property", property);
        var views = ask("property", property, "event", "page_view");
        var first = ask("property", property, "limit", 1);
        // Then
        assertThat(all.<Map<String, Object>>getList("values"))
                .containsExactly(value("b", 3, 2), value("a", 1, 1), value("c", 1, 0));
        assertThat(all.getString("property")).isEqualTo(property);
        assertThat(all.getString("event")).isNull();
        assertThat(all.getInt("total_events")).isEqualTo(7);
        assertThat(all.getInt("total_with_property")).isEqualTo(5);
        assertThat(views.<Map<String, Object>>getList("values"))
                .containsExactly(value("b", 2, 1), value("a", 1, 1), value("c", 1, 0));
        assertThat(views.getString("event")).isEqualTo("page_view");
        assertThat(views.getInt("total_events")).isEqualTo(6);
        assertThat(views.getInt("total_with_property")).isEqualTo(4);
        assertThat(first.<Map<String, Object>>getList("values")).containsExactly(value("b", 3, 2));
        assertThat(first.getInt("total_with_property")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "plan"})
    void what_is_no_text_is_shown_as_json(String property) {
        // Given
        for (var given : Arrays.asList(7, "7", 1.5, true, List.of(1, "a"), Map.of("b", 2), "", " ")) {
            site.tell(MORNING, "page_view", "ada", "s1", property, given);
        }
        // When
        var values = ask("property", property).getList("values.value");
        // Then
        assertThat(values).containsExactly("7", "", " ", "1.5", "[1, \"a\"]", "true", "{\"b\": 2}");
    }

    @Test
    void the_country_is_that_of_the_visitor_and_not_what_a_property_says() {
        // Given
        for (var country : List.of("DE", "DE", "FR")) {
            given().header("User-Agent", Tracker.BROWSER)
                    .header("CF-IPCountry", country)
                    .contentType("application/json")
                    .body(site.tracker().event("page_view", "user_id", "ada", "properties", Map.of("country", "IT")))
                    .post("/track")
                    .then()
                    .statusCode(202);
        }
        site.tell(MORNING, "page_view", "bob", "s1", "country", "IT");
        // When
        var answer = ask("property", "country");
        // Then
        assertThat(answer.<Map<String, Object>>getList("values")).containsExactly(value("DE", 2, 1), value("FR", 1, 1));
        assertThat(answer.getInt("total_events")).isEqualTo(4);
        assertThat(answer.getInt("total_with_property")).isEqualTo(3);
    }

    @Test
    void a_property_may_be_called_like_something_else_that_events_have() {
        site.tell(MORNING, "page_view", "ada", "s1", "event", "party", "user_id", "x", "properties", "y");

        assertThat(ask("property", "event").getList("values.value")).containsExactly("party");
        assertThat(ask("property", "user_id").getList("values.value")).containsExactly("x");
        assertThat(ask("property", "properties").getList("values.value")).containsExactly("y");
    }

    @Test
    void twenty_values_are_listed_among_equals_in_the_order_of_code_points() {
        for (var name = 't'; name >= 'a'; name--) {
            site.tell(MORNING, "page_view", "ada", "s1", "plan", String.valueOf(name));
        }
        site.tell(MORNING, "page_view", "ada", "s1", "plan", "Z");

        assertThat(String.join("", ask("property", "plan").getList("values.value", String.class)))
                .isEqualTo("Zabcdefghijklmnopqrs");
        assertThat(ask("property", "plan", "limit", 5_000).getList("values")).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "plan"})
    void an_event_that_never_was_is_counted_as_none_and_an_empty_name_as_all(String property) {
        site.tell(MORNING, "page_view", "ada", "s1", property, "a");

        var unknown = ask("property", property, "event", "signup");
        assertThat(unknown.getList("values")).isEmpty();
        assertThat(unknown.getInt("total_events")).isZero();
        assertThat(unknown.getInt("total_with_property")).isZero();
        var all = ask("property", property, "event", "");
        assertThat(all.getString("event")).isNull();
        assertThat(all.getInt("total_events")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        ", MISSING_FIELDS",
        "'', MISSING_FIELDS",
        "utm-source, INVALID_PROPERTY_KEY",
        "properties.plan, INVALID_PROPERTY_KEY",
        "gr\u00f6\u00dfe, INVALID_PROPERTY_KEY",
    })
    void a_property_has_to_be_named_as_one(String property, String code) {
        var answer = property == null ? site.get("/breakdown") : site.get("/breakdown", "property", property);

        answer.then().statusCode(400);
        assertThat(answer.<String>path("error")).isEqualTo(code);
        assertThat(answer.<String>path("message")).startsWith("property ");
    }

    @Test
    void the_longest_key_has_128_characters() {
        var key = "k".repeat(128);
        site.tell(MORNING, "page_view", "ada", "s1", key, "v");

        assertThat(ask("property", key).getList("values.value")).containsExactly("v");
        site.get("/breakdown", "property", key + "k").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"1, path,", "2, path, page_view", "3, plan,", "4, plan, signup"})
    void a_breakdown_is_that_of_a_plain_count(long seed, String property, String event) {
        // Given
        site.tell(Traffic.random(seed, NOW, 12));
        // When
        var answer = event == null ? ask("property", property) : ask("property", property, "event", event);
        // Then
        var visits = Traffic.between(LocalDate.of(2030, 3, 1), LocalDate.MAX, site.told()).stream()
                .filter(visit -> event == null || visit.event().equals(event))
                .toList();
        var expected = new TreeMap<>(visits.stream()
                .filter(visit -> visit.property(property) != null)
                .collect(groupingBy(visit -> visit.property(property).toString())));
        assertThat(answer.<Map<String, Object>>getList("values"))
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(other.size(), one.size())))
                        .map(one -> value(one.getKey(), one.getValue().size(), Traffic.users(one.getValue())))
                        .toList());
        assertThat(answer.getInt("total_events")).isEqualTo(visits.size());
        assertThat(answer.getInt("total_with_property"))
                .isEqualTo(
                        expected.values().stream().mapToInt(List<Visit>::size).sum());
    }

    private static Map<String, Object> value(String value, int count, int users) {
        return Map.of("value", value, "count", count, "unique_users", users);
    }
}
