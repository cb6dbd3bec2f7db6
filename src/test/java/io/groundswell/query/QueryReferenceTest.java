package io.groundswell.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, the rows are those of a plain count. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class QueryReferenceTest extends SiteOnFriday {
    private static final Instant FROM = Instant.parse("2030-03-02T00:00:00Z");
    private static final List<String> METRICS =
            List.of("event_count", "unique_users", "session_count", "bounce_rate", "avg_duration");
    private static final Map<String, Function<Visit, Object>> GROUPINGS = Map.of(
            "event", Visit::event,
            "user_id", Visit::user,
            "session_id", Visit::session,
            "date", visit -> visit.at().atOffset(ZoneOffset.UTC).toLocalDate().toString());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rows_are_those_of_a_plain_count(long seed) {
        // Given
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 300; n++) {
            var properties = new HashMap<String, Object>();
            if (random.nextInt(4) > 0) {
                properties.put("path", "/" + random.nextInt(3));
            }
            if (random.nextInt(4) > 0) {
                properties.put("price", random.nextInt(5));
            }
            visits.add(new Visit(
                    List.of("page_view", "signup", "buy").get(Math.max(0, random.nextInt(6) - 3)),
                    random.nextInt(4) == 0 ? null : "u" + random.nextInt(4),
                    random.nextInt(4) == 0 ? null : "s" + random.nextInt(30),
                    NOW.minusSeconds(random.nextInt(9 * 24) * 3_600L),
                    properties));
        }
        site.tell(visits);
        for (var question = 0; question < 10; question++) {
            var metrics = some(METRICS, random);
            var groupings = some(GROUPINGS.keySet().stream().sorted().toList(), random);
            var path = random.nextInt(3) > 0 ? null : "/" + random.nextInt(3);
            var price = random.nextInt(3) > 0 ? null : random.nextInt(5);
            var sessionsFirst = random.nextBoolean();
            // When
            var rows = site.post("/query", asked(metrics, groupings, path, price, sessionsFirst))
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<Map<String, Object>>>path("rows");
            // Then
            var matching = visits.stream()
                    .filter(visit -> !visit.at().isBefore(FROM))
                    .filter(visit ->
                            path == null || visit.property("path") != null && !path.equals(visit.property("path")))
                    .filter(visit ->
                            price == null || visit.property("price") != null && (int) visit.property("price") >= price)
                    .toList();
            assertThat(plain(rows))
                    .containsExactlyInAnyOrderElementsOf(expected(visits, matching, metrics, groupings, sessionsFirst));
        }
    }

    private static Map<String, Object> asked(
            List<String> metrics, List<String> groupings, String path, Integer price, boolean sessionsFirst) {
        var filters = new ArrayList<Map<String, Object>>();
        if (path != null) {
            filters.add(Map.of("field", "properties.path", "op", "neq", "value", path));
        }
        if (price != null) {
            filters.add(Map.of("field", "properties.price", "op", "gte", "value", price));
        }
        return Map.of(
                "metrics",
                metrics,
                "group_by",
                groupings,
                "filters",
                filters,
                "date_from",
                "2030-03-02",
                "limit",
                1_000,
                "count_mode",
                sessionsFirst ? "session_then_user" : "raw");
    }

    private static List<String> some(List<String> all, Random random) {
        var some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(some.size()));
    }

    private static List<Map<String, Object>> plain(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    var plain = new HashMap<String, Object>();
                    row.forEach((name, value) -> plain.put(name, plain(value)));
                    return (Map<String, Object>) plain;
                })
                .toList();
    }

    private static Object plain(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }

    private static List<Map<String, Object>> expected(
            List<Visit> all,
            List<Visit> matching,
            List<String> metrics,
            List<String> groupings,
            boolean sessionsFirst) {
        var groups = new LinkedHashMap<List<Object>, List<Visit>>();
        if (groupings.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (var visit : matching) {
            var key = groupings.stream()
                    .map(grouping -> GROUPINGS.get(grouping).apply(visit))
                    .collect(Collectors.toCollection(ArrayList::new));
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(visit);
        }
        var rows = new ArrayList<Map<String, Object>>();
        groups.forEach((key, visits) -> {
            var row = new HashMap<String, Object>();
            for (var at = 0; at < groupings.size(); at++) {
                row.put(groupings.get(at), key.get(at));
            }
            for (var metric : metrics.isEmpty() ? List.of("event_count") : metrics) {
                row.put(metric, plain(count(metric, all, visits, sessionsFirst)));
            }
            rows.add(row);
        });
        return rows;
    }

    private static Object count(String metric, List<Visit> all, List<Visit> group, boolean sessionsFirst) {
        var sessions = group.stream()
                .map(Visit::session)
                .filter(Objects::nonNull)
                .distinct()
                .map(id ->
                        all.stream().filter(visit -> id.equals(visit.session())).toList())
                .toList();
        return switch (metric) {
            case "event_count" -> sessionsFirst ? visits(group) : group.size();
            case "unique_users" ->
                group.stream()
                        .map(Visit::user)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
            case "session_count" -> sessions.size();
            case "bounce_rate" ->
                ratio(
                        sessions.stream()
                                .filter(session -> session.stream()
                                        .allMatch(visit -> visit.event().equals("page_view")))
                                .count(),
                        sessions.size(),
                        3);
            default ->
                ratio(sessions.stream().mapToLong(QueryReferenceTest::duration).sum(), sessions.size(), 0);
        };
    }

    private static long visits(List<Visit> group) {
        var withSession =
                group.stream().filter(visit -> visit.session() != null).toList();
        var known = withSession.stream().map(Visit::user).collect(Collectors.toSet());
        return withSession.stream()
                        .map(visit -> List.of(String.valueOf(visit.user()), visit.session()))
                        .distinct()
                        .count()
                + group.stream()
                        .filter(visit -> visit.session() == null && visit.user() != null)
                        .map(Visit::user)
                        .filter(user -> !known.contains(user))
                        .distinct()
                        .count()
                + group.stream()
                        .filter(visit -> visit.session() == null && visit.user() == null)
                        .count();
    }

    private static long duration(List<Visit> session) {
        var times = session.stream().map(Visit::at).sorted().toList();
        return Duration.between(times.get(0), times.get(times.size() - 1)).toMillis();
    }

    private static BigDecimal ratio(long part, long whole, int decimals) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
