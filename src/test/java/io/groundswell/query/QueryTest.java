package io.groundswell.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class QueryTest extends SiteOnFriday {
    private static final String AT = "2030-03-07T09:00:00Z";

    @Test
    void events_are_counted_by_what_they_have_in_common() {
        // Given a session of a minute that does something, one that does not, and an event without either id
        site.tell("2030-03-07T09:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-07T09:01:00Z", "signup", "ada", "s1")
                .tell("2030-03-07T10:00:00Z", "page_view", "bob", "s2")
                .tell("2030-03-07T11:00:00Z", "page_view", null, null);
        // When
        var answer = ask(
                "metrics",
                List.of("event_count", "unique_users", "session_count", "bounce_rate", "avg_duration"),
                "group_by",
                List.of("event"));
        // Then
        assertThat(answer.<Map<String, Object>>get("period"))
                .isEqualTo(Map.of("from", "2030-03-01", "to", "2030-03-08"));
        assertThat(answer.getInt("count")).isEqualTo(2);
        assertThat(answer.<List<Map<String, Object>>>get("rows"))
                .containsExactly(
                        Map.of(
                                "event",
                                "page_view",
                                "event_count",
                                3,
                                "unique_users",
                                2,
                                "session_count",
                                2,
                                "bounce_rate",
                                0.5f,
                                "avg_duration",
                                30_000),
                        Map.of(
                                "event",
                                "signup",
                                "event_count",
                                1,
                                "unique_users",
                                1,
                                "session_count",
                                1,
                                "bounce_rate",
                                0,
                                "avg_duration",
                                60_000));
    }

    @Test
    void without_groups_there_is_one_row_even_of_nothing() {
        assertThat(ask().<List<Map<String, Object>>>get("rows")).containsExactly(Map.of("event_count", 0));
        assertThat(ask("metrics", List.of("avg_duration", "bounce_rate", "session_count", "unique_users"))
                        .<List<Map<String, Object>>>get("rows"))
                .containsExactly(Map.of("avg_duration", 0, "bounce_rate", 0, "session_count", 0, "unique_users", 0));
        assertThat(ask("group_by", List.of("date", "country")).<List<Object>>get("rows"))
                .isEmpty();
    }

    @Test
    void events_without_a_value_are_a_group_of_their_own() {
        site.tell(AT, "a", "ada", "s1").tell(AT, "a", null, "s2");

        var rows = ask("group_by", List.of("user_id", "session_id", "country", "date"), "order", "asc")
                .<List<Map<String, Object>>>get("rows");

        assertThat(rows).extracting("user_id").containsExactly("ada", null);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("country", null).containsEntry("date", "2030-03-07"));
    }

    /** One has everything, one has other types, one has nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plan|eq|'pro'|1",
                "plan|neq|'pro'|1",
                "plan|neq|'free'|2",
                "plan|lt|'prp'|1",
                "plan|gte|'pro'|1",
                "plan|gt|'Zebra'|1",
                "plan|lte|'pr'|0",
                "plan|contains|'ro'|1",
                "plan|contains|'RO'|0",
                "plan|contains|'%'|0",
                "plan|eq|7|1",
                "plan|gt|6.5|1",
                "plan|eq|7.0|1",
                "plan|neq|7|1",
                "path|eq|'/ü'|1",
                "path|neq|'/ü'|1",
                "path|neq|'/b'|2",
                "path|lt|'/z'|0",
                "path|gt|'/z'|1",
                "path|contains|'/'|1",
                "path|eq|8|1",
                "path|lte|8|1",
                "path|lt|8|0",
                "path|neq|8|1",
                "price|eq|19.50|1",
                "price|gt|9|1",
                "price|lt|100|1",
                "price|gte|19.5|1",
                "price|neq|3|2",
                "price|eq|'19.5'|1",
                "price|gt|'100'|1",
                "price|contains|'9'|1",
                "paid|eq|true|1",
                "paid|eq|false|1",
                "paid|neq|true|1",
                "paid|gt|false|1",
                "paid|eq|'true'|0",
                "none|neq|'x'|0",
                "none|eq|false|0",
                "null|neq|'x'|0",
                "list|neq|'x'|1",
                "list|contains|'a'|0",
                "os|neq|'x'|0",
                "os|eq|1e3|0",
            })
    void values_are_compared_by_their_type(String property, String operator, String value, int found) {
        // Given
        tell("{'event':'e','properties':{'plan':'pro','path':'/ü','price':19.5,'paid':true,'null':null,'os':null}}");
        tell("{'event':'e','properties':{'plan':7,'path':8,'price':'19.5','paid':false,'list':['a'],'os':null}}");
        tell("{'event':'e','properties':{'os':null}}");
        // Then
        assertThat(count("properties." + property, operator, value)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "event|eq|'view'|2",
                "event|neq|'view'|1",
                "event|contains|'ig'|1",
                "event|eq|1|0",
                "event|neq|1|3",
                "event|gte|'view'|2",
                "user_id|eq|'ada'|1",
                "user_id|neq|'ada'|1",
                "session_id|lt|'s2'|1",
                "session_id|neq|'x'|2",
                "country|neq|'DE'|0",
                "date|eq|'2030-03-07'|1",
                "date|lt|'2030-03-07'|1",
                "date|gte|'2030-03-07'|2",
                "date|contains|'-03-0'|3",
                "date|neq|'2030-03-07'|2",
                "timestamp|eq|1899104400000|1",
                "timestamp|eq|1899104400000.5|0",
                "timestamp|gt|1899104400000|1",
                "timestamp|lte|1899104400000|2",
                "timestamp|lt|1e30|3",
                "timestamp|gte|'2030-03-07T09:00:00Z'|2",
                "timestamp|eq|'2030-03-07T10:00:00+01:00'|1",
                "timestamp|lt|'2030-03-07'|1",
                "timestamp|neq|'2030-03-07T09:00'|2",
            })
    void what_events_have_besides_is_compared_alike(String field, String operator, String value, int found) {
        // Given
        site.tell("2030-03-06T09:00:00Z", "view", "ada", "s1")
                .tell("2030-03-07T09:00:00Z", "view", "bob", null)
                .tell("2030-03-08T09:00:00Z", "sign", null, "s2");
        // Then
        assertThat(count(field, operator, value)).isEqualTo(found);
    }

    @Test
    void filters_must_all_hold() {
        site.tell(AT, "view", "ada", "s1", "plan", "pro").tell(AT, "view", "bob", "s1", "plan", "pro");

        assertThat(ask(
                                "filters",
                                List.of(
                                        Map.of("field", "properties.plan", "op", "eq", "value", "pro"),
                                        Map.of("field", "user_id", "op", "neq", "value", "bob")))
                        .getInt("rows[0].event_count"))
                .isEqualTo(1);
    }

    @Test
    void what_callers_say_is_never_part_of_the_statement() {
        site.tell(AT, "it's", "ada", "s1", "plan", "'; drop table event; --");

        assertThat(count("properties.plan", "contains", "'; drop table event; --'"))
                .isEqualTo(1);
        assertThat(ask("filters", List.of(Map.of("field", "event", "op", "eq", "value", "it's")))
                        .getInt("rows[0].event_count"))
                .isEqualTo(1);
    }

    @Test
    void days_are_counted_from_the_first_to_the_last() {
        // Given
        site.tell("2030-02-28T23:59:59.999Z", "a", null, null)
                .tell("2030-03-01T00:00:00Z", "a", null, null)
                .tell("2030-03-07T23:59:59.999Z", "a", null, null)
                .tell("2030-03-08T00:00:00Z", "a", null, null);
        // Then
        assertThat(ask().getInt("rows[0].event_count")).isEqualTo(3);
        assertThat(ask("date_to", "2030-03-07").getInt("rows[0].event_count")).isEqualTo(2);
        assertThat(ask("date_from", "8d", "date_to", "2030-02-28").getInt("rows[0].event_count"))
                .isEqualTo(1);
        assertThat(ask("date_from", "soon", "date_to", "never").getInt("rows[0].event_count"))
                .isEqualTo(3);
        assertThat(ask("date_from", "2030-03-08", "date_to", "2030-03-01").getInt("rows[0].event_count"))
                .isZero();
        assertThat(ask("date_from", "0000-01-01", "date_to", "9999-12-31").getInt("rows[0].event_count"))
                .isEqualTo(4);
        assertThat(ask("date_to", "0000-01-01").getInt("rows[0].event_count")).isZero();
    }

    @Test
    void rows_are_sorted_by_date_or_else_by_the_first_metric() {
        // Given
        site.tell("2030-03-06T09:00:00Z", "b", "ada", null)
                .tell("2030-03-06T09:00:00Z", "b", "ada", null)
                .tell("2030-03-06T09:00:00Z", "B", "ada", null)
                .tell("2030-03-07T09:00:00Z", "a", "ada", null)
                .tell("2030-03-07T09:00:00Z", "a", "bob", null);
        // Then
        assertThat(names("group_by", List.of("event"))).containsExactly("a", "b", "B");
        assertThat(names("group_by", List.of("event"), "order", "asc")).containsExactly("B", "a", "b");
        assertThat(names("group_by", List.of("event"), "order_by", "event")).containsExactly("b", "a", "B");
        assertThat(names("group_by", List.of("event"), "order_by", "bounce_rate"))
                .containsExactly("a", "b", "B");
        assertThat(names(
                        "group_by",
                        List.of("event"),
                        "order_by",
                        "unique_users",
                        "metrics",
                        List.of("event_count", "unique_users"),
                        "order",
                        "asc"))
                .containsExactly("B", "b", "a");
        assertThat(names("group_by", List.of("event", "date"))).containsExactly("a", "B", "b");
        assertThat(names("group_by", List.of("event", "date"), "order_by", "event_count", "limit", 2))
                .containsExactly("a", "b");
        assertThat(names("group_by", List.of("event"), "limit", 0)).hasSize(1);
        assertThat(names("group_by", List.of("event"), "limit", "2")).hasSize(2);
        assertThat(names("group_by", List.of("event"), "limit", List.of())).hasSize(3);
    }

    @Test
    void sessions_first_counts_each_visit_once() {
        // Given ada in two sessions and once without, bob without any, a session without user twice, and two strangers
        site.tell(AT, "a", "ada", "s1")
                .tell(AT, "a", "ada", "s1")
                .tell(AT, "a", "ada", "s2")
                .tell(AT, "a", "ada", null)
                .tell(AT, "a", "bob", null)
                .tell(AT, "b", "bob", null)
                .tell(AT, "a", null, "s3")
                .tell(AT, "a", null, "s3")
                .tell(AT, "a", null, null)
                .tell(AT, "a", null, null)
                .tell(AT, "b", "ada", null);
        // Then
        assertThat(ask("count_mode", "session_then_user").getInt("rows[0].event_count"))
                .isEqualTo(6);
        assertThat(ask("count_mode", "raw").getInt("rows[0].event_count")).isEqualTo(11);
        assertThat(ask(
                                "count_mode",
                                "session_then_user",
                                "group_by",
                                List.of("event"),
                                "metrics",
                                List.of("event_count", "unique_users"))
                        .<List<Map<String, Object>>>get("rows"))
                .containsExactly(
                        Map.of("event", "a", "event_count", 6, "unique_users", 2),
                        Map.of("event", "b", "event_count", 2, "unique_users", 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'metrics':['clicks']|INVALID_METRIC|metrics",
                "'metrics':[null]|INVALID_METRIC|metrics",
                "'metrics':'event_count'|INVALID_BODY|metrics",
                "'group_by':['path']|INVALID_GROUP_BY|group_by",
                "'group_by':['properties.path']|INVALID_GROUP_BY|group_by",
                "'count_mode':'twice'|INVALID_COUNT_MODE|count_mode",
                "'filters':{}|INVALID_BODY|filters",
                "'filters':[null]|INVALID_BODY|filters[0]",
                "'filters':[{'op':'eq','value':1}]|INVALID_BODY|filters[0].field",
                "'filters':[{'field':'event','value':1}]|INVALID_BODY|filters[0].op",
                "'filters':[{'field':'event','op':'eq'}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'event','op':'eq','value':null}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'event','op':'eq','value':{}}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'event','op':'eq','value':1e999}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'event','op':'eq','value':'a\\u0000'}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'event','op':'like','value':1}]|INVALID_FILTER_OP|filters[0].op",
                "'filters':[{'field':'event','op':'contains','value':1}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'timestamp','op':'contains','value':'1'}]|INVALID_FILTER_OP|filters[0].op",
                "'filters':[{'field':'timestamp','op':'eq','value':true}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'timestamp','op':'eq','value':'noon'}]|INVALID_BODY|filters[0].value",
                "'filters':[{'field':'path','op':'eq','value':1}]|INVALID_FILTER_FIELD|filters[0].field",
                "'filters':[{'field':'properties','op':'eq','value':1}]|INVALID_FILTER_FIELD|filters[0].field",
                "'filters':[{'field':'properties.a.b','op':'eq','value':1}]|INVALID_PROPERTY_KEY|filters[0].field",
            })
    void what_cannot_be_meant_is_refused_by_name(String member, String code, String named) {
        refused(member, code, named);
    }

    @Test
    void filters_are_bounded_in_number_and_length() {
        var filter = "{'field':'event','op':'eq','value':'a'},";
        refused("'filters':[" + filter.repeat(20) + "{'field':'event','op':'eq','value':'a'}]", "INVALID_BODY", "20");
        refused(
                "'filters':[{'field':'event','op':'eq','value':'" + "a".repeat(1_025) + "'}]",
                "INVALID_BODY",
                "filters[0].value");
    }

    private void refused(String member, String code, String named) {
        Api.as(site.organization().aak())
                .body(("{'project':'shop'," + member + "}").replace('\'', '"'))
                .post("/query")
                .then()
                .statusCode(400)
                .body("error", equalTo(code))
                .body("message", containsString(named));
    }

    private void tell(String event) {
        given().header("User-Agent", "my-shop/1.0")
                .contentType("application/json")
                .body(("{'token':'" + site.tracker().token() + "'," + event.substring(1)).replace('\'', '"'))
                .post("/track")
                .then()
                .statusCode(202);
    }

    private int count(String field, String operator, String value) {
        var json = value.startsWith("'") ? "\"" + value.substring(1, value.length() - 1) + "\"" : value;
        return Api.as(site.organization().aak())
                .body("{\"project\":\"shop\",\"filters\":[{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}]}"
                        .formatted(field, operator, json))
                .post("/query")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("rows[0].event_count");
    }

    private JsonPath ask(Object... members) {
        var asked = new HashMap<String, Object>();
        for (var at = 0; at < members.length; at += 2) {
            asked.put(members[at].toString(), members[at + 1]);
        }
        return site.post("/query", asked).then().statusCode(200).extract().jsonPath();
    }

    private List<String> names(Object... members) {
        return ask(members).get("rows.event");
    }
}
