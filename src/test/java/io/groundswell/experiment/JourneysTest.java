package io.groundswell.experiment;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Results are those of a plain count, whatever visitors do in whatever order: several variants and exposures, ties, conversions
 * before exposures, nobody. The journeys are jqwik's; its engine cannot run inside the server's test, so drawing is done here.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class JourneysTest extends SiteOnFriday {
    private static final long SEED = 20_300_308;
    private static final int EXPERIMENTS = 40;
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final String EXPOSURE = "$experiment_exposure";

    @Inject
    Rows rows;

    /** @param goal which may also be the exposure itself */
    private record Drawn(int variants, String goal, List<Visit> visits) {}

    @Test
    void results_are_those_of_a_plain_count() {
        JqwikSession.run(() -> {
            var random = new Random(SEED);
            var experiments = experiments().generator(1000);
            for (var number = 0; number < EXPERIMENTS; number++) {
                var name = "e" + number;
                assertCounted(name, experiments.next(random).value());
            }
        });
    }

    private static Arbitrary<Drawn> experiments() {
        var events = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(EXPOSURE)),
                Tuple.of(4, Arbitraries.just("signup")),
                Tuple.of(1, Arbitraries.just("page_view")));
        var users = Arbitraries.integers().between(0, 7).map(user -> user == 0 ? null : "u" + user);
        // Few instants, so that many events share one; some of them in another week.
        var times = Arbitraries.integers().between(0, 9).map(step -> NOW.minusSeconds(step * 86_400L));
        var variants = Arbitraries.of("a", "b", "c", "d", "e", "forced");
        var visits = Combinators.combine(events, users, times, variants).as(JourneysTest::visit);
        return Combinators.combine(
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.of("signup", "signup", "signup", EXPOSURE, "nothing"),
                        visits.list().ofMinSize(0).ofMaxSize(60))
                .as(Drawn::new);
    }

    private static Visit visit(String event, String user, Instant at, String variant) {
        var properties = new HashMap<String, Object>();
        if (event.equals(EXPOSURE)) {
            properties.put("variant", variant.equals("forced") ? "a" : variant);
            properties.put("forced", variant.equals("forced") ? true : null);
        }
        return new Visit(event, user, null, at, properties);
    }

    private void assertCounted(String name, Drawn drawn) {
        // Given
        var keys = KEYS.subList(0, drawn.variants());
        var tried = Tried.begin(site, Map.of("name", name, "variants", keys, "goal_event", goal(name, drawn.goal())));
        var visits = drawn.visits().stream()
                .map(visit -> visit.event().equals(EXPOSURE) ? exposure(name, visit) : goal(name, visit))
                .toList();
        site.tell(visits);
        // When the site has little else, and when it has so much else that users are looked up one by one
        var counts = tried.counts();
        rows.change("update site set total_events = total_events + 1000 where token = '%s'"
                .formatted(site.tracker().token()));
        assertThat(tried.counts()).isEqualTo(counts);
        // Then
        assertThat(counts)
                .as("%s with %s", visits, keys)
                .isEqualTo(keys.stream()
                        .map(key -> plain(key, keys, visits, goal(name, drawn.goal())))
                        .toList());
    }

    private static Visit exposure(String name, Visit visit) {
        var properties = new HashMap<>(visit.properties());
        properties.put("experiment", name);
        return new Visit(visit.event(), user(name, visit), null, visit.at(), properties);
    }

    private static Visit goal(String name, Visit visit) {
        return new Visit(goal(name, visit.event()), user(name, visit), null, visit.at(), Map.of());
    }

    private static String user(String name, Visit visit) {
        return visit.user() == null ? null : visit.user() + name;
    }

    /** Events of one experiment are not those of the next. */
    private static String goal(String name, String event) {
        return event.equals(EXPOSURE) ? event : event + "_" + name;
    }

    /** As the definition reads; a sort keeps the order of arrival among equal times. */
    private static String plain(String key, List<String> keys, List<Visit> visits, String goal) {
        var exposures = visits.stream()
                .filter(visit -> visit.event().equals(EXPOSURE)
                        && keys.contains(visit.property("variant").toString())
                        && visit.property("forced") == null)
                .sorted(comparing(Visit::at))
                .toList();
        var users = exposures.stream()
                .map(Visit::user)
                .filter(Objects::nonNull)
                .distinct()
                .filter(user -> first(exposures, user).property("variant").equals(key))
                .toList();
        var conversions = users.stream()
                .filter(user -> visits.stream()
                        .anyMatch(visit -> visit.event().equals(goal)
                                && user.equals(visit.user())
                                && !visit.at().isBefore(first(exposures, user).at())))
                .count();
        return "%s %d %d %d"
                .formatted(
                        key,
                        exposures.stream()
                                .filter(visit -> visit.property("variant").equals(key))
                                .count(),
                        users.size(),
                        conversions);
    }

    private static Visit first(List<Visit> exposures, String user) {
        return exposures.stream()
                .filter(visit -> user.equals(visit.user()))
                .findFirst()
                .orElseThrow();
    }
}
