package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class InsightsTest extends SiteOnFriday {
    private JsonPath ask(Object... parameters) {
        return site.ask("/insights", parameters);
    }

    @Test
    void a_week_is_compared_with_the_one_before() {
        // Given before: ada looks around for a minute, and bob signs up at once
        site.tell("2030-02-25T09:00:00Z", "page_view", "ada", "s1")
                .tell("2030-02-25T09:01:00Z", "page_view", "ada", "s1")
                .tell("2030-02-26T09:00:00Z", "signup", "bob", "s2")
                // and now: ada, who buys after 90 seconds, and two who leave
                .tell("2030-03-05T09:00:00Z", "page_view", "ada", "s3")
                .tell("2030-03-05T09:01:30Z", "purchase", "ada", "s3")
                .tell("2030-03-06T09:00:00Z", "page_view", "cyd", "s4")
                .tell("2030-03-08T09:00:00Z", "page_view", "dan", "s5");
        // When
        var insights = ask();
        // Then
        assertThat(insights.getMap("current_period")).isEqualTo(Map.of("from", "2030-03-01", "to", "2030-03-08"));
        assertThat(insights.getMap("previous_period")).isEqualTo(Map.of("from", "2030-02-22", "to", "2030-02-28"));
        assertThat(insights.getMap("metrics"))
                .isEqualTo(Map.of(
                        "total_events", metric(4, 3, 1, 33),
                        "unique_users", metric(3, 2, 1, 50),
                        "total_sessions", metric(3, 2, 1, 50),
                        "bounce_rate", metric(0.667f, 0.5f, 0.167f, 33),
                        "avg_duration", metric(30_000, 30_000, 0, 0)));
        assertThat(insights.getString("trend")).isEqualTo("growing");
    }

    @Test
    void no_event_counts_in_both_periods() {
        // Given one each at the first instant of both, one at the last of the previous one, and one before it
        site.tell("2030-03-01T00:00:00Z", "page_view", "ada", "s1")
                .tell("2030-02-28T23:59:59.999Z", "page_view", "ada", "s2")
                .tell("2030-02-22T00:00:00Z", "page_view", "ada", "s3")
                .tell("2030-02-21T23:59:59.999Z", "page_view", "ada", "s4");
        // When
        var metrics = ask().getMap("metrics");
        // Then
        assertThat(metrics)
                .containsEntry("total_events", metric(1, 2, -1, -50))
                .containsEntry("total_sessions", metric(1, 2, -1, -50));
    }

    @Test
    void something_where_nothing_was_has_no_percentage_and_grows() {
        site.tell("2030-03-07T10:00:00Z", "page_view", "ada", "s1");

        var insights = ask();

        assertThat(insights.getMap("metrics.total_events")).isEqualTo(metric(1, 0, 1, null));
        assertThat(insights.getMap("metrics.avg_duration")).isEqualTo(metric(0, 0, 0, 0));
        assertThat(insights.getString("trend")).isEqualTo("growing");
    }

    @Test
    void nothing_where_something_was_declines() {
        site.tell("2030-02-25T10:00:00Z", "page_view", "ada", "s1");

        var insights = ask();

        assertThat(insights.getMap("metrics.total_events")).isEqualTo(metric(0, 1, -1, -100));
        assertThat(insights.getString("trend")).isEqualTo("declining");
    }

    @ParameterizedTest
    @CsvSource({
        "1d, 2030-03-07, 2030-03-06, 2030-03-06",
        "14d, 2030-02-22, 2030-02-08, 2030-02-21",
        "30d, 2030-02-06, 2030-01-07, 2030-02-05",
        "90d, 2029-12-08, 2029-09-09, 2029-12-07",
    })
    void a_period_may_have_other_lengths(String period, String from, String before, String until) {
        // When
        var insights = ask("period", period);
        // Then
        assertThat(insights.getString("current_period.from")).isEqualTo(from);
        assertThat(insights.getString("previous_period.from")).isEqualTo(before);
        assertThat(insights.getString("previous_period.to")).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"1, 7d, 7", "2, 14d, 14", "3, 1d, 1"})
    void insights_are_those_of_a_plain_count(long seed, String period, int days) {
        // Given
        site.tell(Traffic.random(seed, NOW, 29));
        // When
        var insights = ask("period", period);
        // Then
        var from = LocalDate.of(2030, 3, 8).minusDays(days);
        assertFigures(insights, "current", from, LocalDate.MAX);
        assertFigures(insights, "previous", from.minusDays(days), from);
    }

    private void assertFigures(JsonPath insights, String which, LocalDate from, LocalDate until) {
        var visits = Traffic.between(from, until, site.told());
        var sessions = PlainSession.since(from, site.told()).stream()
                .filter(session -> session.day().isBefore(until))
                .toList();
        assertThat(insights.getInt("metrics.total_events." + which)).isEqualTo(visits.size());
        assertThat(insights.getInt("metrics.unique_users." + which)).isEqualTo(Traffic.users(visits));
        assertThat(insights.getInt("metrics.total_sessions." + which)).isEqualTo(sessions.size());
        assertThat(insights.getDouble("metrics.bounce_rate." + which))
                .isCloseTo((double) PlainSession.bounces(sessions) / Math.max(1, sessions.size()), within(0.00051));
        assertThat(insights.getDouble("metrics.avg_duration." + which))
                .isCloseTo(PlainSession.averageDuration(sessions), within(0.501));
    }

    private static Map<String, Object> metric(Number current, Number previous, Number change, Integer percent) {
        var metric = new HashMap<String, Object>();
        metric.put("current", current);
        metric.put("previous", previous);
        metric.put("change", change);
        metric.put("change_pct", percent);
        return metric;
    }
}
