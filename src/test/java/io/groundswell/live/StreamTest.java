package io.groundswell.live;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.EventId;
import io.groundswell.testing.Api;
import io.groundswell.testing.Listener;
import io.groundswell.testing.Listener.Message;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StreamTest extends SiteOnFriday {
    @Inject
    Rows rows;

    private final List<Listener> listeners = new ArrayList<>();

    @AfterEach
    void hangUp() {
        listeners.forEach(Listener::close);
    }

    private Listener listen(String... parameters) {
        return listenAfter(null, parameters);
    }

    private Listener listenAfter(String lastEventId, String... parameters) {
        var listener = Listener.open(site.organization().aak(), lastEventId, parameters);
        listeners.add(listener);
        return listener;
    }

    private void tell(String event, String user, Object... properties) {
        site.tell(NOW.toString(), event, user, "s1", properties);
    }

    private static String user(Message message) {
        return message.json().get("user_id");
    }

    @Test
    void what_an_erased_user_did_is_told_to_nobody_who_comes_back() {
        // Given somebody for whom the newest events are held in memory
        var stream = listen().connected();
        List.of("bob", "ada", "bob").forEach(user -> tell("page_view", user, "email", user + "@example.org"));
        var events = stream.events(3);
        assertThat(events).extracting(StreamTest::user).containsExactly("bob", "ada", "bob");
        // When
        var id = rows.texts("select id from site where organization_id = '%s'"
                        .formatted(site.organization().id()))
                .get(0);
        as(site.organization().aak())
                .delete("/projects/" + id + "/users/ada")
                .then()
                .statusCode(200);
        // Then, as soon as this instance has looked again
        var first = events.get(0).id();
        var told = toldAfter(first, events.get(2).id());
        for (var turn = 0; turn < 100 && told.contains("ada"); turn++) {
            told = toldAfter(first, events.get(2).id());
        }
        assertThat(told).containsExactly("bob");
    }

    private List<String> toldAfter(String lastEventId, String until) {
        var told = new ArrayList<String>();
        try (var listener =
                Listener.open(site.organization().aak(), lastEventId).connected()) {
            Message message;
            do {
                message = listener.events(1).get(0);
                told.add(user(message));
            } while (!message.id().equals(until));
        }
        return told;
    }

    @Test
    void a_stream_says_that_it_is_connected_and_then_tells_events() {
        // Given
        tell("page_view", "before");
        var stream = listen();
        // When
        var first = stream.next();
        site.tell("2030-03-08T11:59:30.250Z", "signup", "ada", "s1", "path", "/pricing", "plan", "pro", "seats", 5);
        site.tell(NOW.toString(), "ping", null, null);
        var events = stream.events(2);
        // Then
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.header("Cache-Control")).contains("no-cache");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(first.event()).isEqualTo("connected");
        assertThat(first.json().<Map<String, Object>>get())
                .isEqualTo(Map.of("project", "shop", "events", List.of(), "filter", Map.of(), "complete", true));
        var signup = events.get(0).json();
        assertThat(signup.<Map<String, Object>>get())
                .containsOnlyKeys("event", "properties", "user_id", "session_id", "timestamp", "country")
                .containsEntry("event", "signup")
                .containsEntry("user_id", "ada")
                .containsEntry("session_id", "s1")
                .containsEntry("timestamp", NOW.minusMillis(29_750).toEpochMilli())
                .containsEntry("country", null);
        assertThat(signup.<Map<String, Object>>get("properties"))
                .containsEntry("path", "/pricing")
                .containsEntry("plan", "pro")
                .containsEntry("seats", 5);
        assertThat(events.get(1).json().<Map<String, Object>>get())
                .containsEntry("user_id", null)
                .containsEntry("session_id", null);
        assertThat(events.get(0).id()).isLessThan(events.get(1).id());
        assertThat(site.ask("/events").getList("events.id"))
                .contains(events.get(0).id(), events.get(1).id());
    }

    @Test
    void a_reader_gets_what_it_asked_for() {
        // Given
        var named = listen("project", "shop", "events", "signup, login");
        var filtered = listen("filter", "path:/pricing;seats:5");
        var colon = listen("filter", "referrer:https://a.example/x:y");
        listeners.forEach(Listener::connected);
        // When
        tell("page_view", "u1", "path", "/pricing", "seats", 5);
        tell("signup", "u2", "path", "/pricing", "seats", "50", "referrer", "https://a.example/x:y");
        tell("login", "u3", "path", "/", "seats", "5");
        tell("logins", "u4", "path", "/pricing", "seats", "5", "referrer", "https://a.example/x");
        tell("login", "end", "path", "/pricing", "seats", "5", "referrer", "https://a.example/x:y");
        // Then
        assertThat(named.events(3)).extracting(StreamTest::user).containsExactly("u2", "u3", "end");
        assertThat(filtered.events(3)).extracting(StreamTest::user).containsExactly("u1", "u4", "end");
        assertThat(colon.events(2)).extracting(StreamTest::user).containsExactly("u2", "end");
    }

    @Test
    void a_semicolon_need_not_be_escaped() {
        var url = "http://localhost:" + RestAssured.port + "/stream?filter=path:/a;plan:x+y";
        try (var stream = Listener.to(url, site.organization().aak(), null)) {
            assertThat(stream.next().json().<Map<String, Object>>get("filter"))
                    .isEqualTo(Map.of("path", "/a", "plan", "x y"));
        }
    }

    @Test
    void the_first_message_repeats_what_was_asked_for() {
        var first =
                listen("events", "signup,login", "filter", "path:/a;country:DE").next();

        assertThat(first.json().<Map<String, Object>>get())
                .containsEntry("events", List.of("signup", "login"))
                .containsEntry("filter", Map.of("path", "/a", "country", "DE"));
    }

    @Test
    void a_country_is_where_the_visitor_is() {
        // Given
        var stream = listen("filter", "country:DE").connected();
        // When
        for (var country : List.of("FR", "DE")) {
            given().header("User-Agent", Tracker.BROWSER)
                    .header("CF-IPCountry", country)
                    .body(Tracker.json(site.tracker().event("visit", "properties", Map.of("country", "DE"))))
                    .post("/track")
                    .then()
                    .statusCode(202);
        }
        // Then
        assertThat(stream.events(1).get(0).json().getString("country")).isEqualTo("DE");
        assertThat(stream.poll(600)).isNull();
    }

    @Test
    void what_arrives_late_is_told_and_what_is_brought_in_is_not() {
        // Given
        var stream = listen().connected();
        var id = site.id();
        // When
        as(site.organization().aak())
                .contentType("text/plain")
                .body("{\"event\":\"old\",\"timestamp\":%d}"
                        .formatted(NOW.minusSeconds(5).toEpochMilli()))
                .post("/projects/" + id + "/import?name=a")
                .then()
                .statusCode(200);
        site.tell("2030-02-20T08:00:00Z", "late", "ada", "s0");
        // Then
        assertThat(stream.events(1).get(0).json().getString("event")).isEqualTo("late");
        assertThat(site.ask("/events", "since", "30d").getList("events.event")).contains("old");
    }

    @Test
    void a_stream_says_that_it_is_alive_and_ends_when_nothing_happens() {
        // Given
        var stream = listen("events", "signup").connected();
        var all = listen().connected();
        // When, then
        Api.setClock(NOW.plusSeconds(31));
        assertThat(stream.next()).isEqualTo(new Message(null, null, null, "heartbeat"));
        tell("page_view", "ada");
        assertThat(all.events(1)).extracting(StreamTest::user).containsExactly("ada");
        Api.setClock(NOW.plus(Duration.ofMinutes(29)));
        tell("signup", "ada");
        assertThat(stream.events(1)).extracting(StreamTest::user).containsExactly("ada");
        Api.setClock(NOW.plus(Duration.ofMinutes(58)));
        assertThat(stream.next().comment()).isEqualTo("heartbeat");
        Api.setClock(NOW.plus(Duration.ofMinutes(60)));
        assertThat(stream.ends()).isTrue();
        assertThat(listen().status()).isEqualTo(200);
    }

    @Test
    void an_account_has_ten_streams_and_a_closed_one_makes_room_at_once() throws Exception {
        // Given
        var opened = together(20, this::listen);
        // Then
        assertThat(opened.stream().filter(stream -> stream.status() == 200)).hasSize(10);
        assertThat(opened.stream().filter(stream -> stream.status() == 429)).hasSize(10);
        assertThat(opened.stream().filter(stream -> stream.status() == 429))
                .allSatisfy(stream -> assertThat(stream.header("Retry-After")).isNotNull());
        // When
        opened.stream()
                .filter(stream -> stream.status() == 200)
                .findFirst()
                .orElseThrow()
                .close();
        // Then
        assertThat(within(Duration.ofSeconds(2), () -> listen().status() == 200))
                .isTrue();
        assertThat(listen().status()).isEqualTo(429);
    }

    @Test
    void who_asks_for_headers_alone_takes_no_place() throws Exception {
        var asking = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/stream"))
                .header("X-API-Key", site.organization().aak())
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(10))
                .build();
        var http = HttpClient.newHttpClient();
        for (var time = 0; time < 11; time++) {
            assertThat(http.send(asking, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(together(10, this::listen))
                .allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (var one : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(n -> work).toList())) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static boolean within(Duration patience, Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (condition.call()) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Test
    void a_stream_ends_with_its_key() {
        // Given
        var stream = listen().connected();
        // When
        as(site.organization().aak()).post("/account/revoke-key").then().statusCode(200);
        // Then
        assertThat(stream.ends()).isTrue();
    }

    @Test
    void a_stream_ends_with_its_project() {
        // Given
        var stream = listen().connected();
        var id = site.id();
        // When
        as(site.organization().aak()).delete("/projects/" + id).then().statusCode(200);
        // Then
        assertThat(stream.ends()).isTrue();
        assertThat(listen().status()).isEqualTo(404);
    }

    @Test
    void the_oldest_project_is_meant_when_none_is_named() {
        // Given
        Api.setClock(NOW.plusSeconds(1));
        var other = Website.in(site.organization(), "blog");
        var stream = listen().connected();
        // When
        other.tell(NOW.toString(), "page_view", "bob", "s1");
        tell("page_view", "ada");
        // Then
        assertThat(stream.events(1)).extracting(StreamTest::user).containsExactly("ada");
    }

    private long number() {
        return rows.count("select number from site where organization_id = '%s'"
                .formatted(site.organization().id()));
    }

    @Test
    void who_names_no_event_of_the_site_is_told_what_is_held_and_that_something_may_be_missing() {
        // Given
        tell("page_view", "ada");
        var strange = List.of("what is this", EventId.of(number() + 1, NOW, 1), EventId.of(number(), NOW, 99));
        for (var id : strange) {
            // When
            var stream = listenAfter(id);
            // Then
            assertThat(stream.next().json().getBoolean("complete")).as(id).isFalse();
            assertThat(stream.events(1)).extracting(StreamTest::user).containsExactly("ada");
        }
    }

    @Test
    void a_stream_ends_when_events_that_it_told_are_gone_and_what_comes_afterwards_is_told_to_who_comes_back() {
        // Given
        var stream = listen().connected();
        tell("page_view", "u1");
        tell("page_view", "u2");
        var last = stream.events(2).get(1).id();
        // When an older state of the database is restored
        rows.change("delete from event where site_number = %d and seq = 2".formatted(number()));
        rows.change("update site set total_events = 1 where number = %d".formatted(number()));
        // Then
        assertThat(stream.ends()).isTrue();
        var again = listenAfter(last);
        assertThat(again.next().json().getBoolean("complete")).isFalse();
        tell("page_view", "u3");
        assertThat(again.events(2)).extracting(StreamTest::user).containsExactly("u1", "u3");
    }

    @Test
    void who_was_away_for_too_long_is_told_that_something_is_missing() {
        // Given
        var stream = listen().connected();
        tell("page_view", "u0");
        var last = stream.events(1).get(0).id();
        tell("page_view", "u1");
        Api.setClock(NOW.plus(Duration.ofMinutes(6)));
        tell("page_view", "u2");
        // When
        var again = listenAfter(last);
        var first = again.next();
        // Then
        assertThat(first.json().getBoolean("complete")).isFalse();
        assertThat(again.events(1)).extracting(StreamTest::user).containsExactly("u2");
    }

    @Test
    void streams_are_counted_as_reads() {
        listen().connected();

        assertThat(as(site.organization().aak()).get("/projects").<Integer>path("projects[0].total_reads"))
                .isEqualTo(1);
    }
}
