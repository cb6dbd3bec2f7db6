package io.groundswell.visitor;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.retention.PlainRetention;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However users are told of, identified and erased, and whenever that is folded: answers are those of a plain list. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class UsersOverTimeTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    @Inject
    Rows rows;

    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private Website site;
    private String id;
    private Instant now = NOW;
    private int sessions;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answers_are_those_of_a_plain_list(long seed) {
        // Given
        Api.setClock(now);
        rows.clear();
        site = Website.open();
        id = rows.texts("select id from site").get(0);
        var random = new Random(seed);
        // When
        for (var step = 0; step < 25; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> work();
                case 2, 3 -> identify("u" + random.nextInt(7), "u" + random.nextInt(7));
                case 4 -> erase("u" + random.nextInt(7));
                default -> tell(random);
            }
        }
        // Then also before all is done: what does not depend on who is who
        assertThat(events()).isEqualTo(visits.size());
        // And afterwards all the rest
        work();
        assertThat(heatmap()).isEqualTo(plainHeatmap());
        assertThat(site.get("/retention", "period", "day", "cohorts", 30).<List<Map<String, Object>>>path("cohorts"))
                .extracting(cohort -> cohort.get("date") + " " + cohort.get("retained"))
                .isEqualTo(new PlainRetention(visits, "day", now).cohorts(30, false));
        assertThat(site.get(
                                "/retention",
                                "period",
                                "day",
                                "cohorts",
                                30,
                                "event",
                                "signup",
                                "returning_event",
                                "purchase")
                        .<List<Map<String, Object>>>path("cohorts"))
                .extracting(cohort -> cohort.get("date") + " " + cohort.get("retained"))
                .isEqualTo(new PlainRetention(visits, "day", now).cohorts(30, true));
    }

    private void tell(Random random) {
        var some = new ArrayList<Visit>();
        for (var n = 0; n < 1 + random.nextInt(12); n++) {
            some.add(new Visit(
                    random.nextBoolean() ? "signup" : "purchase",
                    random.nextInt(6) == 0 ? null : "u" + random.nextInt(7),
                    random.nextInt(4) == 0 ? null : "s" + sessions++,
                    NOW.minusSeconds(random.nextInt(9 * 86_400)),
                    Map.of()));
        }
        site.tell(some);
        some.forEach(visit -> visits.add(by(visit, known.getOrDefault(visit.user(), visit.user()))));
    }

    private static Visit by(Visit visit, String user) {
        return new Visit(visit.event(), user, visit.session(), visit.at(), visit.properties());
    }

    private void identify(String previousId, String userId) {
        if (previousId.equals(userId)) {
            return;
        }
        given().header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("token", site.tracker().token(), "previous_id", previousId, "user_id", userId))
                .post("/identify")
                .then()
                .statusCode(202);
        var user = known.getOrDefault(userId, userId);
        if (!user.equals(previousId)) {
            known.replaceAll((id, now) -> now.equals(previousId) ? user : now);
            known.put(previousId, user);
            visits.replaceAll(visit -> previousId.equals(visit.user()) ? by(visit, user) : visit);
        }
    }

    private void erase(String anyId) {
        as(site.organization().aak()).delete("/projects/{id}/users/{user}", id, anyId);
        var user = known.getOrDefault(anyId, anyId);
        known.values().removeIf(user::equals);
        visits.removeIf(visit -> user.equals(visit.user()));
    }

    /** Some time passes, so that what waits is folded. */
    private void work() {
        now = now.plusSeconds(60);
        Api.setClock(now);
        Api.work();
    }

    private long events() {
        return site.get("/heatmap", "since", "30d").<List<Integer>>path("heatmap.events").stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private Map<Integer, String> heatmap() {
        var cells = new TreeMap<Integer, String>();
        site.get("/heatmap", "since", "30d")
                .<List<Map<String, Integer>>>path("heatmap")
                .forEach(cell -> cells.put(
                        24 * cell.get("day") + cell.get("hour"), cell.get("events") + " " + cell.get("users")));
        return cells;
    }

    private Map<Integer, String> plainHeatmap() {
        var cells = new TreeMap<Integer, String>();
        visits.stream()
                .collect(groupingBy(visit -> {
                    var at = visit.at().atOffset(ZoneOffset.UTC);
                    return 24 * (at.getDayOfWeek().getValue() % 7) + at.getHour();
                }))
                .forEach((cell, there) -> cells.put(
                        cell,
                        there.size() + " "
                                + there.stream()
                                        .map(Visit::user)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .count()));
        return cells;
    }
}
