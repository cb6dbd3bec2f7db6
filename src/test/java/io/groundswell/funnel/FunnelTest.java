package io.groundswell.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class FunnelTest extends SiteOnFriday {
    @Test
    void each_step_is_compared_with_the_one_before_and_the_last_with_the_first() {
        // Given five who look, three who sign up after 1, 2 and 6 hours, two who buy
        for (var user : List.of("a", "b", "c", "d", "e")) {
            site.tell("2030-03-07T00:00:00Z", "view", user, null);
        }
        site.tell("2030-03-07T01:00:00Z", "signup", "a", null)
                .tell("2030-03-07T02:00:00Z", "signup", "b", null)
                .tell("2030-03-07T06:00:00Z", "signup", "c", null)
                .tell("2030-03-07T03:00:00Z", "buy", "a", null)
                .tell("2030-03-07T03:00:00Z", "buy", "b", null)
                .tell("2030-03-07T05:00:00Z", "buy", "c", null);
        // When
        var funnel = ask(Map.of(), "view", "signup", "buy");
        // Then
        assertThat(funnel.<List<Integer>>get("steps.users")).containsExactly(5, 3, 2);
        assertThat(funnel.<List<Integer>>get("steps.step")).containsExactly(1, 2, 3);
        assertThat(funnel.<List<String>>get("steps.event")).containsExactly("view", "signup", "buy");
        assertThat(numbers(funnel, "steps.conversion_rate")).containsExactly(1.0, 0.6, 0.667);
        assertThat(numbers(funnel, "steps.drop_off_rate")).containsExactly(0.0, 0.4, 0.333);
        // (1 h + 2 h + 6 h) / 3, (2 h + 1 h) / 2
        assertThat(funnel.<List<Integer>>get("steps.avg_time_to_next_ms")).containsExactly(10_800_000, 5_400_000, null);
        assertThat(funnel.getFloat("overall_conversion_rate")).isEqualTo(0.4f);
        assertThat(funnel.<Map<String, Object>>get("")).doesNotContainKeys("breakdowns", "project");
    }

    @Test
    void a_step_that_is_asked_for_twice_takes_two_events() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "once", null);
        site.tell("2030-03-07T00:00:00Z", "view", "twice", null).tell("2030-03-07T00:01:00Z", "view", "twice", null);
        // Then
        assertThat(users(Map.of(), "view", "view")).containsExactly(2, 1);
        assertThat(users(Map.of(), "view", "view", "view")).containsExactly(2, 1, 0);
    }

    @Test
    void of_events_at_the_same_time_the_one_that_came_later_is_later() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "a", null).tell("2030-03-07T00:00:00Z", "buy", "a", null);
        site.tell("2030-03-07T00:00:00Z", "buy", "b", null).tell("2030-03-07T00:00:00Z", "view", "b", null);
        site.tell("2030-03-07T00:00:00Z", "view", "c", null).tell("2030-03-07T00:00:00Z", "view", "c", null);
        // When
        var funnel = ask(Map.of(), "view", "buy");
        // Then
        assertThat(funnel.<List<Integer>>get("steps.users")).containsExactly(3, 1);
        assertThat(funnel.<List<Integer>>get("steps.avg_time_to_next_ms")).containsExactly(0, null);
        assertThat(users(Map.of(), "view", "view")).containsExactly(3, 1);
    }

    @Test
    void the_window_ends_at_its_last_millisecond_and_holds_every_step() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "in", null).tell("2030-03-07T02:00:00Z", "signup", "in", null);
        site.tell("2030-03-07T00:00:00Z", "view", "out", null).tell("2030-03-07T02:00:00.001Z", "signup", "out", null);
        site.tell("2030-03-07T00:00:00Z", "view", "half", null)
                .tell("2030-03-07T01:30:00Z", "signup", "half", null)
                .tell("2030-03-07T03:00:00Z", "buy", "half", null);
        // Then
        assertThat(users(Map.of("conversion_window_hours", 2), "view", "signup", "buy"))
                .containsExactly(3, 2, 0);
        assertThat(users(Map.of("conversion_window_hours", 3), "view", "signup", "buy"))
                .containsExactly(3, 3, 1);
        assertThat(users(Map.of("conversion_window_hours", 2.5), "view", "signup", "buy"))
                .containsExactly(3, 3, 0);
    }

    @Test
    void a_repeated_first_step_does_not_begin_anew() {
        // Given
        site.tell("2030-03-05T00:00:00Z", "view", "a", null)
                .tell("2030-03-07T00:00:00Z", "view", "a", null)
                .tell("2030-03-07T00:01:00Z", "buy", "a", null);
        // Then
        assertThat(users(Map.of("conversion_window_hours", 24), "view", "buy")).containsExactly(1, 0);
        assertThat(users(Map.of("conversion_window_hours", 24, "since", "2030-03-06"), "view", "buy"))
                .containsExactly(1, 1);
    }

    @Test
    void sessions_do_not_matter_to_users_nor_users_to_sessions() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "a", "s1")
                .tell("2030-03-07T00:01:00Z", "buy", "a", null)
                .tell("2030-03-07T00:00:00Z", "view", null, "s2")
                .tell("2030-03-07T00:01:00Z", "buy", "b", "s2")
                .tell("2030-03-07T00:00:00Z", "view", null, null);
        // Then
        assertThat(users(Map.of(), "view", "buy")).containsExactly(1, 1);
        assertThat(users(Map.of("count_by", "session_id"), "view", "buy")).containsExactly(2, 1);
    }

    @Test
    void filters_compare_texts_whatever_type_and_place_a_property_has() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "a", null, "path", "/a", "price", 5, "paid", true)
                .tell("2030-03-07T00:00:00Z", "view", "b", null, "path", 7, "price", "5", "paid", false)
                .tell("2030-03-07T00:00:00Z", "view", "c", null, "price", 19.5);
        for (var user : List.of("a", "b", "c")) {
            site.tell("2030-03-07T00:01:00Z", "buy", user, null);
        }
        // Then
        assertThat(filtered("price", "eq", 5)).isEqualTo(2);
        assertThat(filtered("price", "eq", "5")).isEqualTo(2);
        assertThat(filtered("price", "neq", "5")).isEqualTo(1);
        assertThat(filtered("price", "contains", "9.")).isEqualTo(1);
        assertThat(filtered("path", "eq", "/a")).isEqualTo(1);
        assertThat(filtered("path", "eq", 7)).isEqualTo(1);
        assertThat(filtered("path", "neq", "/b")).isEqualTo(2);
        assertThat(filtered("path", "contains", "")).isEqualTo(2);
        assertThat(filtered("paid", "eq", true)).isEqualTo(1);
        assertThat(filtered("nothing", "neq", "x")).isZero();
        assertThat(filtered("browser", "eq", "Chrome")).isEqualTo(3);
    }

    @Test
    void steps_of_the_same_event_keep_their_own_filters() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "a", null, "path", "/b")
                .tell("2030-03-07T00:01:00Z", "view", "a", null, "path", "/a")
                .tell("2030-03-07T00:02:00Z", "view", "a", null, "path", "/c")
                .tell("2030-03-07T00:03:00Z", "view", "a", null, "path", "/b");
        // When
        var funnel = site.post(
                        "/funnel",
                        Map.of("steps", List.of(step("view", "path", "eq", "/a"), step("view", "path", "eq", "/b"))))
                .jsonPath();
        // Then
        assertThat(funnel.<List<Integer>>get("steps.users")).containsExactly(1, 1);
        assertThat(funnel.<List<Integer>>get("steps.avg_time_to_next_ms")).containsExactly(120_000, null);
    }

    @Test
    void a_breakdown_is_that_of_the_event_that_enters() {
        // Given
        site.tell("2030-03-07T00:00:00Z", "view", "a", null, "plan", "pro")
                .tell("2030-03-07T00:01:00Z", "view", "a", null, "plan", "free")
                .tell("2030-03-07T00:02:00Z", "buy", "a", null)
                .tell("2030-03-07T00:00:00Z", "view", "b", null, "plan", "pro")
                .tell("2030-03-07T00:00:00Z", "view", "c", null)
                .tell("2030-03-07T00:00:00Z", "view", "d", null, "plan", 7);
        // When
        var funnel = ask(Map.of("breakdown", "plan"), "view", "buy");
        // Then
        assertThat(funnel.<List<String>>get("breakdowns.value")).containsExactly("pro", "7", null);
        assertThat(funnel.<List<List<Integer>>>get("breakdowns.steps.users"))
                .containsExactly(List.of(2, 1), List.of(1, 0), List.of(1, 0));
        assertThat(numbers(funnel, "breakdowns.overall_conversion_rate")).containsExactly(0.5, 0.0, 0.0);
        assertThat(ask(Map.of("breakdown", "plan", "breakdown_limit", 1), "view", "buy")
                        .<List<String>>get("breakdowns.value"))
                .containsExactly("pro");
        assertThat(ask(Map.of("breakdown", "plan", "breakdown_limit", "none"), "view", "buy")
                        .<List<String>>get("breakdowns.value"))
                .hasSize(3);
        assertThat(ask(Map.of("breakdown", "os", "count_by", "session_id"), "view", "buy")
                        .<List<String>>get("breakdowns"))
                .isEmpty();
    }

    @Test
    void nobody_on_an_empty_site_does_anything() {
        var funnel = ask(Map.of("breakdown", "plan"), "view", "buy");

        assertThat(funnel.<List<Integer>>get("steps.users")).containsExactly(0, 0);
        assertThat(numbers(funnel, "steps.conversion_rate")).containsExactly(1.0, 0.0);
        assertThat(numbers(funnel, "steps.drop_off_rate")).containsExactly(0.0, 1.0);
        assertThat(funnel.getFloat("overall_conversion_rate")).isZero();
        assertThat(funnel.<List<Object>>get("breakdowns")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'view'",
                "{}",
                "[]",
                "[{'event':'a'}]",
                "[{'event':'a'},{'event':'b'},{'event':'c'},{'event':'d'},{'event':'e'},{'event':'f'},{'event':'g'},{'event':'h'},{'event':'i'}]",
                "['a','b']",
                "[{'event':'a'},{'event':''}]",
                "[{'event':'a'},{'event':7}]",
                "[{'event':'a'},{'event':'b\\u0000'}]",
                "[{'event':'a'},{'event':'b','filters':{}}]",
                "[{'event':'a'},{'event':'b','filters':['x']}]",
                "[{'event':'a'},{'event':'b','filters':[{'property':'p','op':'eq'}]}]",
                "[{'event':'a'},{'event':'b','filters':[{'op':'eq','value':1}]}]",
            })
    void steps_of_another_form_are_refused(String steps) {
        post("{'project':'shop','steps':" + steps + "}").statusCode(400).body("error", equalTo("INVALID_FUNNEL_STEPS"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'filters':[{'property':'p','op':'gt','value':1}]|{}|INVALID_FILTER_OP|filters[0].op",
                "'filters':[{'property':'p.q','op':'eq','value':1}]|{}|INVALID_PROPERTY_KEY|filters[0].property",
                "'filters':[{'property':'p','op':'eq','value':[1]}]|{}|INVALID_BODY|filters[0].value",
                "'x':1|'conversion_window_hours':0.5|INVALID_BODY|conversion_window_hours",
                "'x':1|'conversion_window_hours':8761|INVALID_BODY|conversion_window_hours",
                "'x':1|'conversion_window_hours':'long'|INVALID_BODY|conversion_window_hours",
                "'x':1|'conversion_window_hours':1e80|INVALID_BODY|conversion_window_hours",
                "'x':1|'count_by':'country'|INVALID_BODY|count_by",
                "'x':1|'breakdown':'a b'|INVALID_PROPERTY_KEY|breakdown",
            })
    void what_cannot_be_meant_is_refused_by_name(String second, String more, String code, String named) {
        var members = more.equals("{}") ? "" : "," + more;
        post("{'project':'shop','steps':[{'event':'a'},{'event':'b'," + second + "}]" + members + "}")
                .statusCode(400)
                .body("error", equalTo(code))
                .body("message", containsString(named));
    }

    private io.restassured.response.ValidatableResponse post(String body) {
        return Api.as(site.organization().aak())
                .body(body.replace('\'', '"'))
                .post("/funnel")
                .then();
    }

    private JsonPath ask(Map<String, Object> more, String... events) {
        var members = new HashMap<>(more);
        members.put(
                "steps",
                Arrays.stream(events).map(event -> Map.of("event", event)).toList());
        return site.post("/funnel", members).then().statusCode(200).extract().jsonPath();
    }

    private List<Integer> users(Map<String, Object> more, String... events) {
        return ask(more, events).get("steps.users");
    }

    private int filtered(String property, String op, Object value) {
        return site.post("/funnel", Map.of("steps", List.of(step("view", property, op, value), Map.of("event", "buy"))))
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("steps[1].users");
    }

    private static Map<String, Object> step(String event, String property, String op, Object value) {
        return Map.of("event", event, "filters", List.of(Map.of("property", property, "op", op, "value", value)));
    }

    private static List<Double> numbers(JsonPath answer, String path) {
        return answer.<List<Number>>get(path).stream()
                .map(number -> Double.valueOf(number.toString()))
                .toList();
    }
}
