package io.groundswell.traffic;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.Api;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StatsTest extends SiteOnFriday {
    private JsonPath ask(Object... parameters) {
        return site.ask("/stats", parameters);
    }

    @Test
    void a_week_comes_to_what_a_person_would_count() {
        // Given ada who comes twice and signs up the second time, bob who looks at two pages, and somebody without a
        // name or a session
        site.tell("2030-03-05T09:00:00Z", "page_view", "ada", "s1", "path", "/")
                .tell("2030-03-06T10:00:00Z", "page_view", "ada", "s2", "path", "/pricing")
                .tell("2030-03-06T10:00:45Z", "signup", "ada", "s2", "path", "/pricing")
                .tell("2030-03-06T11:00:00Z", "page_view", "bob", "s3", "path", "/")
                .tell("2030-03-06T11:01:00Z", "page_view", "bob", "s3", "path", "/docs")
                .tell("2030-03-08T08:00:00Z", "page_view", null, null);
        // When
        var stats = ask();
        // Then
        assertThat(stats.getMap("period"))
                .isEqualTo(Map.of("from", "2030-03-01", "to", "2030-03-08", "groupBy", "day"));
        assertThat(stats.getMap("totals")).isEqualTo(Map.of("unique_users", 2, "total_events", 6));
        assertThat(stats.<Map<String, Object>>getList("timeSeries"))
                .containsExactly(bucket("2030-03-05", 1, 1), bucket("2030-03-06", 2, 4), bucket("2030-03-08", 0, 1));
        assertThat(stats.<Map<String, Object>>getList("events"))
                .containsExactly(
                        Map.of("event", "page_view", "count", 5, "unique_users", 2),
                        Map.of("event", "signup", "count", 1, "unique_users", 1));
        assertThat(stats.getMap("sessions"))
                .isEqualTo(Map.of(
                        "total_sessions",
                        3,
                        "bounce_rate",
                        0.667f,
                        "avg_duration",
                        35_000,
                        "pages_per_session",
                        1.7f,
                        "sessions_per_user",
                        1.5f));
    }

    @Test
    void ten_views_of_pages_bounce_and_a_lone_signup_does_not() {
        for (var minute = 10; minute < 20; minute++) {
            site.tell("2030-03-07T09:%d:00Z".formatted(minute), "page_view", "ada", "s1");
        }
        assertThat(ask().getFloat("sessions.bounce_rate")).isEqualTo(1);

        site.tell("2030-03-07T10:00:00Z", "signup", "bob", "s2");
        assertThat(ask().getFloat("sessions.bounce_rate")).isEqualTo(0.5f);
    }

    @Test
    void a_session_counts_on_the_day_on_which_it_starts() {
        // Given one that begins a second before the first day, and ends within it
        site.tell("2030-02-28T23:59:59Z", "page_view", "ada", "s1")
                .tell("2030-03-01T00:00:00Z", "page_view", "ada", "s1");
        // When
        var stats = ask();
        // Then
        assertThat(stats.getInt("totals.total_events")).isEqualTo(1);
        assertThat(stats.getInt("totals.unique_users")).isEqualTo(1);
        assertThat(stats.getInt("sessions.total_sessions")).isZero();
        assertThat(ask("since", "2030-02-28").getInt("sessions.total_sessions")).isEqualTo(1);
    }

    @Test
    void sessions_of_nobody_known_are_divided_among_one() {
        site.tell("2030-03-07T10:00:00Z", "page_view", null, "s1")
                .tell("2030-03-07T11:00:00Z", "page_view", null, "s2");

        assertThat(ask().getFloat("sessions.sessions_per_user")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "hour, hour, 2030-02-24T23:00 1 1, 2030-02-25T00:00 1 1, 2030-03-03T10:00 2 2, 2030-03-04T00:00 1 1",
        "day, day, 2030-02-24 1 1, 2030-02-25 1 1, 2030-03-03 2 2, 2030-03-04 1 1",
        // ada comes twice in the week of the 25th, and is one user of it
        "week, week, 2030-02-18 1 1, 2030-02-25 2 3, 2030-03-04 1 1,",
        "month, month, 2030-02 1 2, 2030-03 2 3,,",
        "year, day, 2030-02-24 1 1, 2030-02-25 1 1, 2030-03-03 2 2, 2030-03-04 1 1",
        "'', day, 2030-02-24 1 1, 2030-02-25 1 1, 2030-03-03 2 2, 2030-03-04 1 1",
    })
    void the_series_goes_by_hours_days_weeks_from_monday_or_months(
            String asked, String told, String first, String second, String third, String fourth) {
        // Given the last hour of a Sunday, a Monday, a Sunday, and the Monday after it
        site.tell("2030-02-24T23:59:59.999Z", "page_view", "ada", "s1")
                .tell("2030-02-25T00:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-03T10:00:00Z", "page_view", "ada", "s2")
                .tell("2030-03-03T10:30:00Z", "page_view", "bob", "s3")
                .tell("2030-03-04T00:00:00Z", "page_view", "bob", "s3");
        // When
        var stats = ask("since", "20d", "groupBy", asked);
        // Then
        assertThat(stats.getString("period.groupBy")).isEqualTo(told);
        assertThat(stats.<Map<String, Object>>getList("timeSeries").stream()
                        .map(part ->
                                part.get("bucket") + " " + part.get("unique_users") + " " + part.get("total_events")))
                .containsExactlyElementsOf(List.of(
                                first,
                                second,
                                Objects.requireNonNullElse(third, ""),
                                Objects.requireNonNullElse(fourth, ""))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        assertThat(stats.getMap("totals")).isEqualTo(Map.of("unique_users", 2, "total_events", 5));
    }

    @Test
    void twenty_names_are_listed_among_equals_by_name() {
        // Given 21 names, of which the last is the most frequent
        for (var name = 'a'; name <= 'u'; name++) {
            site.tell("2030-03-07T10:00:00Z", String.valueOf(name), "ada", "s1");
        }
        site.tell("2030-03-07T10:00:00Z", "u", "ada", "s1");
        // When
        var names = ask().getList("events.event", String.class);
        // Then
        assertThat(String.join("", names)).isEqualTo("uabcdefghijklmnopqrs");
    }

    @Test
    void early_clients_name_the_days_in_another_way() {
        site.tell("2030-02-20T10:00:00Z", "page_view", "ada", "s1");

        assertThat(ask().getInt("totals.total_events")).isZero();
        assertThat(ask("days", 30).getInt("totals.total_events")).isEqualTo(1);
        assertThat(ask("days", 30).getString("period.from")).isEqualTo("2030-02-06");
        assertThat(ask("days", 30, "since", "1d").getString("period.from")).isEqualTo("2030-03-07");
    }

    @Test
    void what_is_older_than_the_plan_keeps_is_not_counted() {
        // Given a free account, which keeps seven days
        site = Website.in(Api.organization("free", Map.of("site_requests_per_minute", -1)), "blog");
        site.tell("2030-02-28T23:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-01T00:00:00Z", "page_view", "bob", "s2");
        // When
        var stats = ask("since", "30d");
        // Then
        assertThat(stats.getInt("totals.total_events")).isEqualTo(1);
        assertThat(stats.getInt("sessions.total_sessions")).isEqualTo(1);
        assertThat(stats.getString("period.from")).isEqualTo("2030-03-01");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stats_are_those_of_a_plain_count(long seed) {
        // Given
        site.tell(Traffic.random(seed, NOW, 12));
        var from = LocalDate.of(2030, 3, 1);
        // When
        var stats = ask();
        // Then
        var visits = Traffic.between(from, LocalDate.MAX, site.told());
        assertThat(stats.getMap("totals"))
                .isEqualTo(Map.of("unique_users", Traffic.users(visits), "total_events", visits.size()));
        var days = new TreeMap<>(visits.stream().collect(groupingBy(Traffic::day)));
        assertThat(stats.<Map<String, Object>>getList("timeSeries"))
                .containsExactlyElementsOf(days.entrySet().stream()
                        .map(day -> bucket(
                                day.getKey().toString(),
                                Traffic.users(day.getValue()),
                                day.getValue().size()))
                        .toList());
        assertThat(stats.<Map<String, Object>>getList("events"))
                .containsExactlyInAnyOrderElementsOf(
                        visits.stream().collect(groupingBy(Visit::event)).entrySet().stream()
                                .map(name -> Map.<String, Object>of(
                                        "event",
                                        name.getKey(),
                                        "count",
                                        name.getValue().size(),
                                        "unique_users",
                                        Traffic.users(name.getValue())))
                                .toList());
        var sessions = PlainSession.since(from, site.told());
        var users = sessions.stream()
                .map(PlainSession::user)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        assertThat(stats.getInt("sessions.total_sessions")).isEqualTo(sessions.size());
        assertThat(stats.getDouble("sessions.bounce_rate"))
                .isCloseTo((double) PlainSession.bounces(sessions) / sessions.size(), within(0.00051));
        assertThat(stats.getDouble("sessions.avg_duration"))
                .isCloseTo(PlainSession.averageDuration(sessions), within(0.501));
        assertThat(stats.getDouble("sessions.pages_per_session"))
                .isCloseTo(PlainSession.averageEvents(sessions), within(0.0501));
        assertThat(stats.getDouble("sessions.sessions_per_user"))
                .isCloseTo((double) sessions.size() / users, within(0.0501));
    }

    private static Map<String, Object> bucket(String bucket, int users, int events) {
        return Map.of("bucket", bucket, "unique_users", users, "total_events", events);
    }
}
