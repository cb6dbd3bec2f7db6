package io.groundswell.event;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are kept as events come, and are the same as if they had been derived from all events at once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SessionsTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");
    private static final Set<String> PASSIVE = Set.of("page_view", "$scroll_depth", "$web_vitals");
    private static final List<String> NAMES =
            List.of("page_view", "page_view", "page_view", "$scroll_depth", "$web_vitals", "signup", "$click");

    @Inject
    Rows rows;

    private record Told(String session, String user, long at, String name, String path, String url) {
        Map<String, Object> by(Tracker tracker) {
            var event = new HashMap<>(tracker.event(name, "timestamp", at, "session_id", session, "user_id", user));
            var properties = new HashMap<String, Object>();
            properties.put("path", path);
            properties.put("url", url);
            event.put("properties", properties);
            return event;
        }

        String page() {
            return path == null ? url : path;
        }
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sessions_are_those_of_their_events_in_whatever_order_and_batches_they_come(long seed) {
        // Given
        Api.setClock(NOW);
        rows.clear();
        rows.change("delete from session");
        var random = new Random(seed);
        var tracker = SiteFixture.open(Api.organization());
        var told = new ArrayList<Told>();
        for (var n = 0; n < 60; n++) {
            told.add(any(random));
        }
        // When
        for (var from = 0; from < told.size(); ) {
            var until = Math.min(told.size(), from + 1 + random.nextInt(9));
            tracker.trackAll(told.subList(from, until).stream()
                            .map(one -> one.by(tracker))
                            .toList())
                    .then()
                    .statusCode(202);
            from = until;
        }
        // Then
        var expected =
                told.stream()
                        .filter(one -> one.session() != null)
                        .collect(groupingBy(Told::session))
                        .entrySet()
                        .stream()
                        .map(session -> derived(session.getKey(), session.getValue()))
                        .toList();
        assertThat(rows.texts("""
                        select concat_ws('|', session_id, coalesce(user_id, '-'),
                            round(1000 * extract(epoch from start_at)), round(1000 * extract(epoch from end_at)),
                            coalesce(entry_page, '-'), coalesce(exit_page, '-'), events, interactive) from session""")).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Few instants, so that many events share one. */
    private static Told any(Random random) {
        return new Told(
                random.nextInt(8) == 0 ? null : "s" + random.nextInt(6),
                random.nextInt(3) == 0 ? null : "u",
                NOW.toEpochMilli() - 1_000L * random.nextInt(40),
                NAMES.get(random.nextInt(NAMES.size())),
                random.nextInt(3) == 0 ? null : "/" + random.nextInt(4),
                random.nextInt(3) == 0 ? null : "https://shop.example/" + random.nextInt(4));
    }

    private static String derived(String id, List<Told> events) {
        var inOrder = new ArrayList<>(events);
        inOrder.sort(Comparator.comparingLong(Told::at));
        var first = inOrder.get(0);
        var last = inOrder.get(inOrder.size() - 1);
        return String.join(
                "|",
                id,
                events.stream()
                        .map(Told::user)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("-"),
                String.valueOf(first.at()),
                String.valueOf(last.at()),
                Objects.requireNonNullElse(first.page(), "-"),
                Objects.requireNonNullElse(last.page(), "-"),
                String.valueOf(events.size()),
                String.valueOf(events.stream()
                        .filter(one -> !PASSIVE.contains(one.name()))
                        .count()));
    }
}
