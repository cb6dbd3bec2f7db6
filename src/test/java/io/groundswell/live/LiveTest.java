package io.groundswell.live;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class LiveTest extends SiteOnFriday {
    @Test
    void a_minute_on_a_site_is_counted() {
        // Given what came a minute ago, and then
        tell("page_view", "before", "s0", "path", "/");
        Api.setClock(NOW.plusSeconds(61));
        tell("page_view", "ada", "s1", "path", "/");
        tell("page_view", "bob", "s2", "path", "/");
        tell("page_view", "ada", "s1", "path", "/pricing");
        tell("page_view", "ada", "s3", "path", "/pricing");
        tell("page_view", null, null, "path", "/about");
        tell("signup", "ada", "s3", "plan", "pro");
        tell("ping", null, null);
        // When
        var live = site.ask("/live");
        // Then
        assertThat(live.<Map<String, Object>>get())
                .containsOnlyKeys(
                        "project",
                        "window_seconds",
                        "timestamp",
                        "active_visitors",
                        "active_sessions",
                        "events_per_minute",
                        "top_pages",
                        "top_events",
                        "recent_events")
                .containsEntry("project", "shop")
                .containsEntry("window_seconds", 60)
                .containsEntry("active_visitors", 2)
                .containsEntry("active_sessions", 3)
                .containsEntry("events_per_minute", 7);
        assertThat(live.getLong("timestamp"))
                .isBetween(
                        NOW.plusSeconds(61).toEpochMilli(), NOW.plusSeconds(90).toEpochMilli());
        assertThat(live.<List<Map<String, Object>>>get("top_pages"))
                .containsExactly(
                        Map.of("path", "/", "visitors", 2),
                        Map.of("path", "/pricing", "visitors", 1),
                        Map.of("path", "/about", "visitors", 0));
        assertThat(live.<List<Map<String, Object>>>get("top_events"))
                .containsExactly(
                        Map.of("event", "page_view", "count", 5),
                        Map.of("event", "ping", "count", 1),
                        Map.of("event", "signup", "count", 1));
        assertThat(live.getList("recent_events.event"))
                .containsExactly("ping", "signup", "page_view", "page_view", "page_view", "page_view", "page_view");
        assertThat(live.<Map<String, Object>>get("recent_events[1]"))
                .containsOnlyKeys("event", "properties", "user_id", "timestamp")
                .containsEntry("user_id", "ada")
                .containsEntry("timestamp", NOW.toEpochMilli());
        assertThat(live.<Map<String, Object>>get("recent_events[1].properties")).containsEntry("plan", "pro");
    }

    private void tell(String event, String user, String session, Object... properties) {
        site.tell(NOW.toString(), event, user, session, properties);
    }

    @Test
    void an_idle_site_has_nothing() {
        assertThat(site.ask("/live").<Map<String, Object>>get())
                .containsEntry("active_visitors", 0)
                .containsEntry("active_sessions", 0)
                .containsEntry("events_per_minute", 0)
                .containsEntry("top_pages", List.of())
                .containsEntry("top_events", List.of())
                .containsEntry("recent_events", List.of());
    }

    @ParameterizedTest
    @CsvSource({"1,10", "10,10", "45,45", "300,300", "301,300", "99999999999999,300", "-5,10", "x,60", "'',60"})
    void a_window_is_moved_into_its_range(String asked, int window) {
        assertThat(site.ask("/live", "window", asked).getInt("window_seconds")).isEqualTo(window);
    }

    @Test
    void what_happened_long_ago_counts_when_it_comes_and_what_is_brought_in_does_not() {
        // Given
        site.tell("2030-02-20T08:00:00Z", "late", "ada", "s0");
        var id = site.id();
        as(site.organization().aak())
                .body("{\"event\":\"old\",\"timestamp\":%d}".formatted(NOW.toEpochMilli()))
                .post("/projects/" + id + "/import?name=a")
                .then()
                .statusCode(200);
        // When
        var live = site.ask("/live");
        // Then
        assertThat(live.getList("top_events.event")).containsExactly("late");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_live_answer_is_that_of_a_plain_count(long seed) {
        // Given events that come in steps of some seconds, the first of them too early
        var random = new Random(seed);
        var came = new HashMap<Visit, Instant>();
        var order = new ArrayList<Visit>();
        for (var step = 0; step < 14; step++) {
            var now = NOW.plusSeconds(10L * step);
            Api.setClock(now);
            var some = some(random, step);
            site.tell(some);
            some.forEach(visit -> came.put(visit, now));
            order.addAll(some);
        }
        var end = NOW.plusSeconds(130);
        for (var window : List.of(15, 65, 95, 300)) {
            // When, with time for what the calls take
            Api.setClock(end);
            var live = site.ask("/live", "window", window);
            // Then
            var counted = order.stream()
                    .filter(visit ->
                            !came.get(visit).isBefore(end.minusSeconds(window).plusSeconds(3)))
                    .toList();
            same(live, counted, window);
        }
    }

    private static List<Visit> some(Random random, int step) {
        var some = new ArrayList<Visit>();
        for (var number = random.nextInt(90); number >= 0; number--) {
            some.add(new Visit(
                    List.of("page_view", "signup", "ping").get(random.nextInt(3)),
                    random.nextInt(4) == 0 ? null : "u" + random.nextInt(20),
                    random.nextInt(4) == 0 ? null : "s" + random.nextInt(30),
                    NOW.minusSeconds(random.nextInt(9_999)).plusMillis(step * 1_000L + number),
                    random.nextInt(4) == 0 ? Map.of("n", number) : Map.of("path", "/" + random.nextInt(14))));
        }
        return some;
    }

    private static void same(JsonPath live, List<Visit> counted, int window) {
        assertThat(live.getInt("active_visitors"))
                .isEqualTo(distinct(counted.stream().map(Visit::user).toList()));
        assertThat(live.getInt("active_sessions"))
                .isEqualTo(distinct(counted.stream().map(Visit::session).toList()));
        assertThat(live.getInt("events_per_minute")).isEqualTo((int) Math.round(counted.size() * 60.0 / window));
        var names = new TreeMap<String, Integer>();
        var pages = new TreeMap<String, Set<String>>();
        for (var visit : counted) {
            names.merge(visit.event(), 1, Integer::sum);
            if (visit.property("path") != null) {
                var users = pages.computeIfAbsent(visit.property("path").toString(), none -> new HashSet<>());
                if (visit.user() != null) {
                    users.add(visit.user());
                }
            }
        }
        assertThat(live.getList("top_events.event"))
                .isEqualTo(names.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(live.<Map<String, Object>>getList("top_pages"))
                .isEqualTo(pages.entrySet().stream()
                        .map(page -> Map.<String, Object>of(
                                "path",
                                page.getKey(),
                                "visitors",
                                page.getValue().size()))
                        .sorted(Comparator.comparing(page -> -(int) page.get("visitors")))
                        .limit(10)
                        .toList());
        var last = new ArrayList<>(counted.subList(Math.max(0, counted.size() - 10), counted.size()));
        Collections.reverse(last);
        assertThat(live.getList("recent_events.timestamp"))
                .isEqualTo(last.stream().map(visit -> visit.at().toEpochMilli()).toList());
    }

    private static int distinct(List<String> ids) {
        return (int) ids.stream().filter(Objects::nonNull).distinct().count();
    }
}
