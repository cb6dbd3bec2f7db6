package io.groundswell.visitor;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.retention.PlainRetention;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import io.groundswell.traffic.PlainSession;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
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
        id = site.id();
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
        assertThat(cohorts()).isEqualTo(new PlainRetention(starts(), "day", now).cohorts(30, false));
        assertThat(cohorts("event", "signup", "returning_event", "purchase"))
                .isEqualTo(new PlainRetention(visits, "day", now).cohorts(30, true));
        assertThat(sessions()).isEqualTo(plainSessions());
        assertThat(pages("entry_pages")).isEqualTo(plainPages(PlainSession::entryPage));
        assertThat(pages("exit_pages")).isEqualTo(plainPages(PlainSession::exitPage));
        assertThat(rows.count("select count(*) from session_figure where sessions <= 0"))
                .isZero();
    }

    private void tell(Random random) {
        var some = new ArrayList<Visit>();
        for (var n = 0; n < 1 + random.nextInt(12); n++) {
            some.add(new Visit(
                    List.of("signup", "purchase", "page_view").get(random.nextInt(3)),
                    random.nextInt(6) == 0 ? null : "u" + random.nextInt(7),
                    random.nextInt(4) == 0 ? null : "s" + session(random),
                    NOW.minusSeconds(random.nextInt(9 * 86_400)),
                    Map.of("path", "/" + random.nextInt(5))));
        }
        site.tell(some);
        some.forEach(visit -> visits.add(by(visit, known.getOrDefault(visit.user(), visit.user()))));
    }

    /** Now and then one that others have as well. */
    private int session(Random random) {
        return sessions > 0 && random.nextInt(3) == 0 ? random.nextInt(sessions) : sessions++;
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

    private List<String> cohorts(Object... parameters) {
        var all = new ArrayList<Object>(List.of("period", "day", "cohorts", 30));
        all.addAll(List.of(parameters));
        return site.get("/retention", all.toArray()).<List<Map<String, Object>>>path("cohorts").stream()
                .map(cohort -> cohort.get("date") + " " + cohort.get("retained"))
                .toList();
    }

    private List<PlainSession> told() {
        return PlainSession.since(LocalDate.EPOCH, visits);
    }

    private List<Visit> starts() {
        return told().stream()
                .map(session -> new Visit("start", session.user(), "any", session.start(), Map.of()))
                .toList();
    }

    private List<String> sessions() {
        return site
                .get("/sessions", "since", "30d", "limit", 1_000)
                .<List<Map<String, Object>>>path("sessions")
                .stream()
                .map(session -> "%s %s %s %s %s %s %s %s"
                        .formatted(
                                session.get("start_time"),
                                session.get("session_id"),
                                session.get("user_id"),
                                session.get("duration"),
                                session.get("entry_page"),
                                session.get("exit_page"),
                                session.get("event_count"),
                                session.get("is_bounce")))
                .sorted()
                .toList();
    }

    private List<String> plainSessions() {
        return told().stream()
                .map(session -> "%s %s %s %s %s %s %s %s"
                        .formatted(
                                session.start().toEpochMilli(),
                                session.visits().get(0).session(),
                                session.user(),
                                session.duration(),
                                session.entryPage(),
                                session.exitPage(),
                                session.visits().size(),
                                session.isBounce() ? 1 : 0))
                .sorted()
                .toList();
    }

    private Map<Object, String> pages(String type) {
        var pages = new HashMap<Object, String>();
        site.get("/pages", "since", "30d", "type", "both")
                .<List<Map<String, Object>>>path(type)
                .forEach(page -> pages.put(page.get("page"), page.get("sessions") + " " + page.get("bounces")));
        return pages;
    }

    private Map<Object, String> plainPages(Function<PlainSession, Object> page) {
        return told().stream()
                .collect(groupingBy(
                        page, collectingAndThen(toList(), some -> some.size() + " " + PlainSession.bounces(some))));
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
