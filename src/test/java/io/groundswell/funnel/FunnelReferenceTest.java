package io.groundswell.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Funnels are those that the rules give, word for word, for anything that visitors may do. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FunnelReferenceTest extends SiteOnFriday {
    private static final Instant FROM = Instant.parse("2030-03-06T00:00:00Z");

    /** A step, with the path that it wants; null for any. */
    private record Wanted(String event, String path) {
        boolean fits(Visit visit) {
            return visit.event().equals(event) && (path == null || path.equals(visit.property("path")));
        }

        Map<String, Object> form() {
            return path == null
                    ? Map.of("event", event)
                    : Map.of("event", event, "filters", List.of(Map.of("property", "path", "op", "eq", "value", path)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_funnel_is_that_of_the_rules(long seed) {
        // Given few minutes, so that many things happen at the same time
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 400; n++) {
            visits.add(new Visit(
                    "e" + random.nextInt(3),
                    random.nextInt(5) == 0 ? null : "u" + random.nextInt(25),
                    random.nextInt(5) == 0 ? null : "s" + random.nextInt(40),
                    NOW.minusSeconds(random.nextInt(200) * 1_800L),
                    random.nextInt(4) == 0 ? Map.of() : Map.of("path", "/" + random.nextInt(3))));
        }
        site.tell(visits);
        for (var question = 0; question < 8; question++) {
            var steps = new ArrayList<Wanted>();
            for (var n = 2 + random.nextInt(3); n > 0; n--) {
                steps.add(new Wanted("e" + random.nextInt(3), random.nextBoolean() ? null : "/" + random.nextInt(3)));
            }
            var hours = 1 + random.nextInt(40);
            var bySession = random.nextBoolean();
            // When
            var answer = site.post(
                            "/funnel",
                            Map.of(
                                    "steps",
                                    steps.stream().map(Wanted::form).toList(),
                                    "since",
                                    "2030-03-06",
                                    "conversion_window_hours",
                                    hours,
                                    "count_by",
                                    bySession ? "session_id" : "user_id",
                                    "breakdown",
                                    "path"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            // Then
            var ways = ways(visits, steps, Duration.ofHours(hours), bySession ? Visit::session : Visit::user);
            assertThat(answer.<List<Integer>>get("steps.users")).isEqualTo(users(ways, steps.size()));
            assertThat(answer.<List<Integer>>get("steps.avg_time_to_next_ms")).isEqualTo(times(ways, steps.size()));
            var parts = answer.<List<Map<String, Object>>>get("breakdowns");
            for (var at = 0; at < parts.size(); at++) {
                var value = (String) parts.get(at).get("value");
                var part = ways.stream()
                        .filter(way -> value == null
                                ? way.get(0).property("path") == null
                                : value.equals(way.get(0).property("path")))
                        .toList();
                assertThat(answer.<List<Integer>>get("breakdowns[" + at + "].steps.users"))
                        .isEqualTo(users(part, steps.size()));
            }
            assertThat(parts.stream().map(part -> part.get("value")).distinct().count())
                    .isEqualTo(ways.stream()
                            .map(way -> way.get(0).property("path"))
                            .distinct()
                            .count());
        }
    }

    /** The events with which each entity took its steps. */
    private static List<List<Visit>> ways(
            List<Visit> visits, List<Wanted> steps, Duration window, Function<Visit, String> entity) {
        var inOrder = visits.stream()
                .filter(visit -> !visit.at().isBefore(FROM))
                .sorted(Comparator.comparing(Visit::at))
                .toList();
        var byEntity = new LinkedHashMap<String, List<Visit>>();
        for (var visit : inOrder) {
            if (entity.apply(visit) != null) {
                byEntity.computeIfAbsent(entity.apply(visit), any -> new ArrayList<>())
                        .add(visit);
            }
        }
        var ways = new ArrayList<List<Visit>>();
        for (var own : byEntity.values()) {
            var way = new ArrayList<Visit>();
            for (var visit : own) {
                var inTime =
                        way.isEmpty() || !visit.at().isAfter(way.get(0).at().plus(window));
                if (way.size() < steps.size() && inTime && steps.get(way.size()).fits(visit)) {
                    way.add(visit);
                }
            }
            if (!way.isEmpty()) {
                ways.add(way);
            }
        }
        return ways;
    }

    private static List<Integer> users(List<List<Visit>> ways, int steps) {
        var users = new ArrayList<Integer>();
        for (var step = 0; step < steps; step++) {
            var at = step;
            users.add((int) ways.stream().filter(way -> way.size() > at).count());
        }
        return users;
    }

    private static List<Integer> times(List<List<Visit>> ways, int steps) {
        var times = new ArrayList<Integer>();
        for (var step = 0; step < steps; step++) {
            var at = step;
            var average = ways.stream()
                    .filter(way -> way.size() > at + 1)
                    .mapToLong(way -> Duration.between(
                                    way.get(at).at(), way.get(at + 1).at())
                            .toMillis())
                    .average();
            times.add(average.isPresent() ? (int) Math.round(average.getAsDouble()) : null);
        }
        return times;
    }
}
