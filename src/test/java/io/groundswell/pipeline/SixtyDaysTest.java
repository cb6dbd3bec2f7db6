package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two months with readers who prefer threads, evenings and the least of the pillars, which nobody has told the planner. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SixtyDaysTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final int DAYS = 60;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;
    private String favourite;
    private final List<Post> told = new ArrayList<>();

    private record Post(String id, String type, String pillar, Instant at) {
        boolean isThread() {
            return type.equals("THREAD");
        }

        int hour() {
            return at.atOffset(ZoneOffset.UTC).getHour();
        }

        boolean isEvening() {
            return hour() >= 18;
        }

        /** Of a thousand who see it. */
        int likes(String favourite) {
            return (isThread() ? 40 : 20)
                    + (isEvening() ? 30 : 0)
                    + (pillar.equals(favourite) ? 30 : 0)
                    + Math.floorMod(at.hashCode(), 7);
        }
    }

    @BeforeEach
    void begin() {
        rows.clear();
        organization = Api.organization();
        Api.setClock(START);
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    private String start() {
        var id = as(organization.test())
                .body(Map.of(
                        "name",
                        "Spring launch",
                        "objectives",
                        List.of("Show developers how simple self-hosting can be"),
                        "platforms",
                        List.of("twitter"),
                        "duration_days",
                        DAYS,
                        "start_immediately",
                        true,
                        "constraints",
                        Map.of(
                                "posts_per_day",
                                2,
                                "content_types",
                                List.of("post", "thread"),
                                "use_optimal_times",
                                true)))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        // Test mode would forget it after a month.
        rows.change("update mission set created_at = created_at + interval '60 days'");
        Api.work();
        favourite = pipeline(id).path(output("strategy") + "content_pillars.min { it.weight }.name");
        return id;
    }

    private ExtractableResponse<Response> pipeline(String mission) {
        return as(organization.test())
                .get("/v1/missions/" + mission + "/pipeline")
                .then()
                .statusCode(200)
                .extract();
    }

    private static String output(String stage) {
        return "stages.find { it.stage == '" + stage + "' }.output.";
    }

    /** Each post goes out at its hour; its figures are there soon after. */
    private void live(int fromDay, int untilDay) {
        for (var day = fromDay; day < untilDay; day++) {
            var night = START.plus(Duration.ofDays(day + 1L));
            for (var due = next(night); due != null; due = next(night)) {
                Api.setClock(due);
                Api.work();
                tellOfTheNew();
            }
            Api.setClock(night);
            Api.work();
        }
    }

    private Instant next(Instant before) {
        return Sql.text("""
                        select min(scheduled_for) as at from content
                        where status = 'SCHEDULED' and scheduled_for < :before""")
                .list(database, Map.of("before", before), row -> Sql.instant(row, "at"))
                .get(0);
    }

    private void tellOfTheNew() {
        var known = told.stream().map(Post::id).toList();
        Sql.text("""
                        select id, type, metadata ->> 'pillar' as pillar, published_at from content
                        where status = 'PUBLISHED' and id <> all (:known)""")
                .list(
                        database,
                        Map.of("known", known),
                        row -> new Post(
                                row.getString("id"),
                                row.getString("type"),
                                row.getString("pillar"),
                                Sql.instant(row, "published_at")))
                .forEach(this::tell);
    }

    private void tell(Post post) {
        told.add(post);
        var counters = new HashMap<String, Integer>(Map.of("impressions", 1_000, "likes", post.likes(favourite)));
        List.of("comments", "shares", "saves", "link_clicks").forEach(counter -> counters.put(counter, 0));
        as(organization.test())
                .body(counters)
                .post("/v1/content/" + post.id() + "/metrics")
                .then()
                .statusCode(200);
    }

    private int percent(Predicate<Post> wanted, int fromDay, int untilDay) {
        var some = told.stream()
                .filter(post -> !post.at().isBefore(START.plus(Duration.ofDays(fromDay)))
                        && post.at().isBefore(START.plus(Duration.ofDays(untilDay))))
                .toList();
        assertThat(some).hasSizeGreaterThan(untilDay - fromDay);
        return (int) (100 * some.stream().filter(wanted).count() / some.size());
    }

    private ExtractableResponse<Response> report(String mission) {
        return as(organization.test())
                .get("/v1/analytics/missions/" + mission)
                .then()
                .statusCode(200)
                .extract();
    }

    private static Condition<Map<String, Object>> says(String type, String finding, String action) {
        return new Condition<>(
                insight -> insight.get("type").equals(type)
                        && insight.get("finding").equals(insight.get("insight"))
                        && ((String) insight.get("finding")).contains(finding)
                        && ((String) insight.get("finding")).contains(" % more engagement")
                        && ((Number) insight.get("confidence")).doubleValue() >= 0.8
                        && action.equals(insight.get("action_taken")),
                "%s: %s, so: %s",
                type,
                finding,
                action);
    }

    @Test
    void the_second_half_follows_what_the_first_has_shown_and_says_why() {
        var mission = start();
        var learned = new ArrayList<Map<String, Object>>();
        var trials = new ArrayList<List<String>>();
        for (var day = 0; day < DAYS; day += 6) {
            live(day, day + 6);
            learned.addAll(report(mission).path("optimization_insights"));
            trials.add(pipeline(mission).path(output("strategy") + "trial_times.twitter"));
        }

        // Then it has its two posts a day, and says what it made of them
        assertThat(told).hasSize(2 * DAYS);
        assertThat(told.stream()
                        .collect(groupingBy(
                                post -> Duration.between(START, post.at()).toDays(), counting()))
                        .values())
                .containsOnly(2L);
        assertThat(learned)
                .haveAtLeastOne(says(
                        "content",
                        "type thread gets",
                        "The next cycle gives thread 30 % of what would go to other types"))
                .haveAtLeastOne(says(
                        "content",
                        favourite,
                        "The next cycle gives %s 30 %% of what would go to other pillars".formatted(favourite)))
                .haveAtLeastOne(says(
                        "timing",
                        "in the evening get",
                        "The next cycle gives the evening 30 % of what would go out at other times of the day"))
                .haveAtLeastOne(
                        says("timing", "in the hour from ", "The next cycle weighs its hours by measured engagement"));
        assertThat(trials).isNotEmpty().allSatisfy(times -> assertThat(times).hasSizeBetween(2, 4));
        // And did so
        assertThat(percent(Post::isThread, 30, DAYS)).isGreaterThan(percent(Post::isThread, 0, 7) + 10);
        assertThat(percent(post -> post.pillar().equals(favourite), 30, DAYS))
                .isGreaterThan(percent(post -> post.pillar().equals(favourite), 0, 7) + 5);
        assertThat(percent(Post::isEvening, 0, 7)).isLessThan(15);
        assertThat(percent(Post::isEvening, 30, DAYS)).isGreaterThan(40);
        assertThat(percent(Post::isEvening, 42, DAYS)).isGreaterThan(55);
        // And goes on trying the rest
        assertThat(percent(post -> post.hour() < 12, 30, DAYS)).isBetween(3, 20);
        assertThat(report(mission).<String>path("summary.best_performing_time")).isGreaterThanOrEqualTo("18:00");
    }
}
