package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items that could not go out at their time keep to the days and times of their mission. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LateItemsTest {
    @Inject
    Rows rows;

    private String key;

    @BeforeEach
    void begin() {
        rows.clear();
        Api.setClock(Instant.parse("2027-03-01T06:00:00Z"));
        key = Api.organization().test();
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    @Test
    void a_week_approved_on_its_fifth_day_follows_day_by_day_and_the_next_week_after_it() {
        // Given
        start(List.of("twitter"), 30, Map.of("posting_times", List.of("09:00"), "require_approval", true));
        Api.work();
        var items = rows.texts("select id from content where status = 'PENDING_REVIEW' order by planned_for");
        assertThat(items).hasSize(7);
        // When, a day before the next week is planned
        now("2027-03-05T12:00:00Z");
        approve(items);
        Api.work();
        // Then two are in time, and the others follow them in their order
        assertThat(rows.texts("select id from content where status = 'SCHEDULED' order by scheduled_for"))
                .containsExactly(
                        items.get(5),
                        items.get(6),
                        items.get(0),
                        items.get(1),
                        items.get(2),
                        items.get(3),
                        items.get(4));
        assertThat(times())
                .containsExactly(
                        "2027-03-06 09:00",
                        "2027-03-07 09:00",
                        "2027-03-08 09:00",
                        "2027-03-09 09:00",
                        "2027-03-10 09:00",
                        "2027-03-11 09:00",
                        "2027-03-12 09:00");
        // When the next week is planned, and approved in time
        now("2027-03-06T08:00:00Z");
        Api.work();
        approve(rows.texts("select id from content where status = 'PENDING_REVIEW'"));
        Api.work();
        // Then
        assertThat(times()).hasSize(9).endsWith("2027-03-13 09:00", "2027-03-14 09:00");
        assertThat(perDay()).hasSize(9).allSatisfy((day, posts) -> assertThat(posts)
                .isEqualTo(1));
    }

    @Test
    void what_an_outage_of_days_made_late_does_not_crowd_the_days_after_it() {
        // Given
        start(List.of("twitter"), 30, Map.of("posting_times", List.of("09:00")));
        Api.work();
        var items = rows.texts("select id from content order by planned_for");
        // When
        now("2027-03-05T10:00:00Z");
        Api.work();
        // Then the fifth went out an hour late, and the four before it follow the two after it
        assertThat(rows.texts("select id from content where cycle = 1 order by coalesce(published_at, scheduled_for)"))
                .containsExactly(
                        items.get(4),
                        items.get(5),
                        items.get(6),
                        items.get(0),
                        items.get(1),
                        items.get(2),
                        items.get(3));
        assertThat(times()).allMatch(time -> time.endsWith("09:00"));
        // When the days after those are planned
        now("2027-03-06T10:00:00Z");
        Api.work();
        // Then
        assertThat(rows.count("select count(*) from content where cycle = 2")).isEqualTo(3);
        assertThat(perDay()).allSatisfy((day, posts) -> assertThat(posts).isEqualTo(1));
    }

    @Test
    void after_a_pause_of_most_of_a_day_items_keep_to_the_times_of_their_mission() {
        // Given
        var mission = start(
                List.of("twitter", "linkedin"),
                14,
                Map.of("posting_times", List.of("10:00", "20:00"), "posts_per_day", 2));
        Api.work();
        now("2027-03-01T09:30:00Z");
        as(key).post("/v1/missions/" + mission + "/pause").then().statusCode(200);
        // When
        now("2027-03-02T07:00:00Z");
        as(key).post("/v1/missions/" + mission + "/resume").then().statusCode(200);
        Api.work();
        // Then
        assertThat(times()).hasSize(14).doesNotHaveDuplicates().allMatch(time -> time.matches(".* (10|20):00"));
        assertThat(times()).startsWith("2027-03-02 10:00").endsWith("2027-03-08 10:00", "2027-03-08 20:00");
        // When the next days are planned
        for (var day = 2; day <= 7; day++) {
            now("2027-03-0" + day + "T21:00:00Z");
            Api.work();
        }
        // Then they have as many posts as the two late ones leave
        assertThat(rows.count("select count(*) from content where cycle = 2")).isEqualTo(12);
        assertThat(times()).startsWith("2027-03-08 10:00").doesNotHaveDuplicates();
        assertThat(perDay()).allSatisfy((day, posts) -> assertThat(posts).isLessThanOrEqualTo(2));
    }

    @Test
    void a_planned_slot_is_kept_for_an_item_that_is_still_to_be_made() {
        // Given
        start(List.of("twitter"), 30, Map.of("posting_times", List.of("09:00")));
        Api.work();
        var first = rows.texts("select id from content order by planned_for").get(0);
        rows.change("insert into calendar_slot select mission_id, 2, 0, organization_id, mode, '2027-03-08T09:00Z', 0,"
                + " platform, type, pillar, topic, 7, 'cnt_yet_to_come', null from calendar_slot where slot = 0");
        // When
        now("2027-03-02T09:30:00Z");
        Api.work();
        // Then
        assertThat(rows.texts("select scheduled_for::text from content where id = '" + first + "'"))
                .containsExactly("2027-03-09 09:00:00+00");
    }

    private String start(List<String> platforms, int days, Map<String, Object> constraints) {
        return as(key).body(Map.of(
                        "name",
                        "Spring launch",
                        "objectives",
                        List.of("Show developers how simple self-hosting can be"),
                        "platforms",
                        platforms,
                        "duration_days",
                        days,
                        "start_immediately",
                        true,
                        "constraints",
                        constraints))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void now(String time) {
        Api.setClock(Instant.parse(time));
    }

    private void approve(List<String> items) {
        as(key).body(Map.of("content_ids", items))
                .post("/v1/content/bulk/approve")
                .then()
                .statusCode(200);
    }

    /** When posts go out that are scheduled. */
    private List<String> times() {
        return rows.texts("select to_char(scheduled_for at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from content"
                + " where status = 'SCHEDULED' order by scheduled_for");
    }

    /** How many posts each day has, scheduled and published. */
    private Map<String, Long> perDay() {
        return rows
                .texts("select to_char(coalesce(published_at, scheduled_for) at time zone 'UTC', 'YYYY-MM-DD')"
                        + " from content where status in ('SCHEDULED', 'PUBLISHED')")
                .stream()
                .collect(groupingBy(day -> day, counting()));
    }
}
