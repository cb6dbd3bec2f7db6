package io.groundswell.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that was answered is in the database, once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackTest {
    @Inject
    Rows rows;

    private Tracker tracker;

    @BeforeEach
    void open() {
        rows.clear();
        rows.change("delete from event");
        rows.change("delete from event_key");
        rows.change("delete from session");
        tracker = SiteFixture.open(Api.organization());
    }

    @AfterEach
    void resetClock() {
        rows.refuseNothing();
        Api.resetClock();
    }

    @Test
    void what_is_answered_is_in_the_database() {
        var at = Instant.parse("2030-03-08T12:00:00.123Z");
        Api.setClock(at);
        tracker.track(tracker.event(
                        "signup",
                        "user_id",
                        "u1",
                        "session_id",
                        "s1",
                        "timestamp",
                        at.toEpochMilli(),
                        "properties",
                        Map.of("path", "/pricing", "plan", "pro", "price", 9.5)))
                .then()
                .statusCode(202)
                .body("ok", equalTo(true), "queued", equalTo(true));
        assertThat(rows.texts("""
                        select concat_ws('|', name, user_id, session_id, path, browser, os, device, properties,
                            to_char(at at time zone 'UTC', 'HH24:MI:SS.MS'), seq) from event"""))
                .containsExactly(
                        "signup|u1|s1|/pricing|Chrome|Android|mobile|{\"plan\": \"pro\", \"price\": 9.5}|12:00:00.123|1");
        assertThat(rows.texts("select total_events::text from site")).containsExactly("1");
        assertThat(rows.texts("select events::text from site_usage")).containsExactly("1");
    }

    @Test
    void an_event_without_a_time_has_that_of_its_arrival_to_the_millisecond() {
        for (var n = 0; n < 5; n++) {
            tracker.track(tracker.event("signup")).then().statusCode(202);
        }

        assertThat(rows.count("select count(*) from event where at = date_trunc('milliseconds', at)"))
                .isEqualTo(5);
    }

    @Test
    void a_batch_is_taken_whole_or_not_at_all() {
        var good = tracker.event("signup", "user_id", "u1");
        var bad = tracker.event("signup", "user_id", "u".repeat(257));
        tracker.trackAll(List.of(good, bad)).then().statusCode(400).body("error", equalTo("INVALID_BODY"));
        assertThat(rows.count("select count(*) from event")).isZero();
        tracker.trackAll(List.of(good, good)).then().statusCode(202).body("count", equalTo(2));
        assertThat(rows.texts("select seq::text from event order by seq")).containsExactly("1", "2");
    }

    @Test
    void an_event_with_an_id_counts_once_however_often_it_is_sent() throws Exception {
        var event = tracker.event("signup", "event_id", "e1");
        tracker.trackAll(List.of(event, event)).then().statusCode(202);
        all(IntStream.range(0, 20)
                .<Callable<Object>>mapToObj(
                        n -> () -> tracker.track(event).then().statusCode(202))
                .toList());
        assertThat(rows.count("select count(*) from event")).isEqualTo(1);
        assertThat(rows.texts("select total_events::text from site")).containsExactly("1");
    }

    @Test
    void the_same_id_at_another_site_is_another_event() {
        tracker.track(tracker.event("signup", "event_id", "e1")).then().statusCode(202);
        var other = SiteFixture.open(Api.organization());
        other.track(other.event("signup", "event_id", "e1")).then().statusCode(202);
        assertThat(rows.count("select count(*) from event")).isEqualTo(2);
    }

    @Test
    void automata_are_thanked_and_counted_but_not_kept() {
        given().header("User-Agent", "curl/8.5.0")
                .contentType("application/json")
                .body(tracker.event("signup"))
                .post("/track")
                .then()
                .statusCode(202)
                .body("ok", equalTo(true));
        assertThat(rows.count("select count(*) from event")).isZero();
        assertThat(rows.texts("select concat_ws('|', category, name, requests, events) from automaton_day"))
                .containsExactly("SCRIPT|curl/|1|1");
        assertThat(rows.texts("select total_events::text from site")).containsExactly("0");
    }

    @Test
    void crawlers_take_no_place_of_visitors() {
        tracker = SiteFixture.open(Api.organization("pro", Map.of("site_requests_per_minute", 2)));
        for (var crawl = 0; crawl < 5; crawl++) {
            given().header("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")
                    .contentType("application/json")
                    .body(tracker.event("signup"))
                    .post("/track")
                    .then()
                    .statusCode(202);
        }
        tracker.track(tracker.event("signup")).then().statusCode(202);
        tracker.track(tracker.event("signup")).then().statusCode(202);
        tracker.track(tracker.event("signup")).then().statusCode(429);
    }

    @Test
    void an_id_of_no_characters_is_none() {
        var strangers = tracker.event(
                "page_view",
                "user_id",
                "",
                "session_id",
                "",
                "event_id",
                "",
                "properties",
                Map.of("path", "", "url", "https://example.com/x"));
        tracker.trackAll(List.of(strangers, strangers)).then().statusCode(202);
        assertThat(rows.count("select count(*) from event where user_id is null and user_key is null"
                        + " and session_id is null and session_key is null"))
                .isEqualTo(2);
        assertThat(rows.count("select count(*) from session")).isZero();
        tracker.track(tracker.event(
                        "page_view",
                        "session_id",
                        "s1",
                        "properties",
                        Map.of("path", "", "url", "https://example.com/x")))
                .then()
                .statusCode(202);
        assertThat(rows.texts("select entry_page from session")).containsExactly("https://example.com/x");
    }

    @Test
    void a_lifetime_limit_holds_exactly_under_a_race() throws Exception {
        var organization = Api.organization("free", Map.of("site_requests_per_minute", -1, "site_events", 25));
        tracker = SiteFixture.open(organization);
        var answers = all(IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(n -> () -> tracker.track(tracker.event("signup", "user_id", "u" + n))
                        .statusCode())
                .toList());
        assertThat(answers).filteredOn(status -> status == 202).hasSize(25);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(15);
        assertThat(rows.count("select count(*) from event")).isEqualTo(25);
        tracker.track(tracker.event("signup")).then().statusCode(429).body("reason", equalTo("lifetime_event_limit"));
    }

    @Test
    void what_is_told_again_is_taken_at_the_lifetime_limit_too() {
        tracker = SiteFixture.open(Api.organization("free", Map.of("site_requests_per_minute", -1, "site_events", 4)));
        var all = List.of(named("a"), named("b"), named("c"), tracker.event("signup"));
        tracker.trackAll(all).then().statusCode(202);
        tracker.trackAll(all.subList(0, 3)).then().statusCode(202);
        tracker.track(named("b")).then().statusCode(202);
        tracker.trackAll(all).then().statusCode(429).body("reason", equalTo("lifetime_event_limit"));
        tracker.trackAll(List.of(named("a"), named("new"))).then().statusCode(429);
        assertThat(rows.count("select count(*) from event")).isEqualTo(4);
        assertThat(rows.count("select sum(total_events) from site")).isEqualTo(4);
    }

    @Test
    void what_is_told_again_leaves_room_for_the_rest_of_a_request() {
        tracker = SiteFixture.open(Api.organization("free", Map.of("site_events", 2)));
        tracker.track(named("a")).then().statusCode(202);
        tracker.trackAll(List.of(named("a"), named("b"), named("b"))).then().statusCode(202);
        tracker.trackAll(List.of(named("a"), named("b"), named("c"))).then().statusCode(429);
        assertThat(rows.count("select count(*) from event")).isEqualTo(2);
    }

    private Map<String, Object> named(String id) {
        return tracker.event("signup", "event_id", id);
    }

    @Test
    void requests_beyond_those_of_a_minute_wait_for_the_next() {
        Api.setClock(Instant.parse("2030-03-08T12:00:10Z"));
        tracker = SiteFixture.open(Api.organization("free", Map.of("site_events", -1)));
        for (var request = 0; request < 10; request++) {
            tracker.track(tracker.event("signup")).then().statusCode(202);
        }
        tracker.track(tracker.event("signup"))
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[345][0-9]"))
                .body("error", equalTo("RATE_LIMITED"), "reason", equalTo("rate_limit"));
        Api.setClock(Instant.parse("2030-03-08T12:01:00Z"));
        tracker.track(tracker.event("signup")).then().statusCode(202);
    }

    @Test
    void old_and_new_weeks_are_there_when_they_are_needed() {
        Api.setClock(Instant.parse("2031-01-01T00:00:00Z"));
        var thirtyDays = 30L * 24 * 3600 * 1000;
        var now = Instant.parse("2031-01-01T00:00:00Z").toEpochMilli();
        tracker.track(tracker.event("signup", "timestamp", now - thirtyDays + 60_000))
                .then()
                .statusCode(202);
        tracker.track(tracker.event("signup", "timestamp", now + 299_000))
                .then()
                .statusCode(202);
        assertThat(rows.texts("select (at at time zone 'UTC')::date::text from event order by at"))
                .containsExactly("2030-12-02", "2031-01-01");
    }

    /** Questions are answered by indexes alone once the database has seen that everybody sees the rows. */
    @Test
    void a_week_is_looked_through_after_a_fiftieth_of_its_events_is_new() {
        Api.setClock(Instant.parse("2031-02-05T00:00:00Z"));
        tracker.track(tracker.event("signup")).then().statusCode(202);
        assertThat(rows.texts("select unnest(reloptions) from pg_class where relname = 'event_2031w06'"))
                .containsExactly("autovacuum_vacuum_insert_scale_factor=0.02");
    }

    @Test
    void properties_come_back_as_they_came() {
        var properties = new HashMap<String, Object>();
        properties.put("path", 7);
        properties.put("title", null);
        properties.put("big", new java.math.BigDecimal("12345678901234567890.123"));
        properties.put("nested", Map.of("a", List.of(1, "x", true)));
        properties.put("words", "snow ☃ 😀");
        tracker.track(tracker.event("signup", "properties", properties)).then().statusCode(202);
        assertThat(rows.texts("select properties::text from event"))
                .containsExactly(
                        "{\"big\": 12345678901234567890.123, \"path\": 7, \"title\": null, \"words\": \"snow ☃ 😀\", \"nested\": {\"a\": [1, \"x\", true]}}");
    }

    @Test
    void what_was_measured_goes_with_its_organization() {
        var other = SiteFixture.open(Api.organization());
        other.track(other.event("signup", "session_id", "s1", "event_id", "e1"))
                .then()
                .statusCode(202);
        tracker.track(tracker.event("signup", "session_id", "s1", "event_id", "e1"))
                .then()
                .statusCode(202);
        rows.change("delete from organization o using site s where s.organization_id = o.id and s.token = '%s'"
                .formatted(tracker.token()));
        Api.work();
        for (var table : List.of("event", "session", "event_key")) {
            assertThat(rows.count("select count(*) from " + table)).as(table).isEqualTo(1);
        }
        assertThat(rows.count("select count(*) from event join site on site.number = event.site_number"))
                .isEqualTo(1);
        assertThat(rows.count("select count(*) from forgotten_site")).isZero();
    }

    @Test
    void a_site_that_cannot_be_forgotten_holds_up_none_behind_it() {
        var other = SiteFixture.open(Api.organization());
        for (var site : List.of(tracker, other)) {
            site.track(site.event("signup", "session_id", "s1", "event_id", "e1"))
                    .then()
                    .statusCode(202);
        }
        var first = rows.count("select min(number) from site");
        rows.refuse("delete on event_key", "old.site_number = " + first);
        rows.change("delete from organization");
        Api.work();
        assertThat(rows.texts("select distinct site_number::text from event_key"))
                .containsExactly(String.valueOf(first));
        assertThat(rows.count("select number from forgotten_site")).isEqualTo(first);
        rows.refuseNothing();
        Api.work();
        assertThat(rows.count("select count(*) from event_key")).isZero();
        assertThat(rows.count("select count(*) from forgotten_site")).isZero();
    }

    @Test
    void many_at_once_all_get_in() throws Exception {
        var calls = new ArrayList<Callable<Object>>();
        for (var n = 0; n < 200; n++) {
            var event = tracker.event("signup", "event_id", UUID.randomUUID().toString(), "user_id", "u" + n % 7);
            calls.add(() -> tracker.track(event).then().statusCode(202));
        }
        all(calls);
        assertThat(rows.texts("select min(seq) || ' ' || max(seq) || ' ' || count(distinct seq) from event"))
                .containsExactly("1 200 200");
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
