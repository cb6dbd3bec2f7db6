package io.groundswell.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RetentionTest extends SiteOnFriday {
    @Inject
    Rows rows;

    @Test
    void larger_cohorts_count_for_more_in_the_average() {
        // Given three who came in the week of February 18 and one of March 4; of the three, two came back a week later
        // and one two weeks later
        site.tell("2030-02-18T00:00:00Z", "page_view", "ada", "s1")
                .tell("2030-02-20T09:00:00Z", "page_view", "bob", "s2")
                .tell("2030-02-24T23:59:59.999Z", "page_view", "cy", "s3")
                .tell("2030-02-25T00:00:00Z", "page_view", "cy", "s4")
                .tell("2030-02-26T10:00:00Z", "page_view", "ada", "s5")
                .tell("2030-02-27T10:00:00Z", "page_view", "dee", "s6")
                .tell("2030-03-04T10:00:00Z", "page_view", "ada", "s7")
                .tell("2030-03-08T10:00:00Z", "page_view", "eve", "s8")
                .tell("2030-03-08T11:00:00Z", "page_view", null, "s9");
        // When
        var answer = site.get("/retention").then().statusCode(200).extract();
        // Then
        assertThat(answer.<String>path("period")).isEqualTo("week");
        assertThat(answer.<List<Map<String, Object>>>path("cohorts"))
                .containsExactly(
                        cohort("2030-02-18", List.of(3, 2, 1), List.of(1f, 0.667f, 0.333f)),
                        cohort("2030-02-25", List.of(1, 0), List.of(1f, 0f)),
                        cohort("2030-03-04", List.of(1), List.of(1f)));
        assertThat(answer.<List<Object>>path("average_rates")).containsExactly(1f, 0.5f, 0.333f);
        assertThat(answer.<Integer>path("users_analyzed")).isEqualTo(5);
    }

    @Test
    void who_was_there_before_the_oldest_cohort_is_in_none() {
        site.tell("2030-02-10T10:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-06T10:00:00Z", "page_view", "ada", "s2")
                .tell("2030-03-07T10:00:00Z", "page_view", "bob", "s3");

        assertThat(site.get("/retention", "cohorts", 2).<List<Map<String, Object>>>path("cohorts"))
                .containsExactly(cohort("2030-03-04", List.of(1), List.of(1f)));
        assertThat(site.get("/retention", "since", "2030-03-07").<List<Map<String, Object>>>path("cohorts"))
                .containsExactly(cohort("2030-03-04", List.of(1), List.of(1f)));
    }

    @Test
    void an_event_arrives_and_another_returns() {
        site.tell("2030-02-18T00:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-06T10:00:00Z", "signup", "ada", "s1")
                .tell("2030-03-07T10:00:00Z", "purchase", "ada", "s2")
                .tell("2030-03-08T10:00:00Z", "signup", "ada", null);

        assertThat(site.get("/retention", "period", "day", "event", "signup", "returning_event", "purchase")
                        .<List<Map<String, Object>>>path("cohorts"))
                .containsExactly(cohort("2030-03-06", List.of(1, 1, 0), List.of(1f, 1f, 0f)));
        assertThat(site.get("/retention", "period", "day", "event", "signup")
                        .<List<Map<String, Object>>>path("cohorts"))
                .containsExactly(cohort("2030-03-06", List.of(1, 0, 1), List.of(1f, 0f, 1f)));
    }

    @Test
    void months_begin_on_their_first() {
        site.tell("2030-02-28T23:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-01T00:00:00Z", "page_view", "ada", "s2")
                .tell("2030-03-01T00:00:00Z", "page_view", "bob", "s3");

        assertThat(site.get("/retention", "period", "month").<List<Map<String, Object>>>path("cohorts"))
                .containsExactly(
                        cohort("2030-02-01", List.of(1, 1), List.of(1f, 1f)),
                        cohort("2030-03-01", List.of(1), List.of(1f)));
    }

    @Test
    void of_too_many_users_each_cohort_keeps_its_share() {
        // Given 9,000 new sessions today and 6,000 yesterday
        site.tell("2030-03-08T10:00:00Z", "page_view", null, null);
        rows.change("""
                insert into session (site_number, session_key, session_id, user_key, user_id, start_at, end_at, events, interactive)
                select s.number, n, 's' || n, n, 'u' || n, at, at, 1, 0
                from site s, generate_series(1, 15000) n,
                    lateral (select timestamptz '2030-03-08 10:00Z' - case when n <= 9000 then 0 else 1 end * interval '1 day' as at) t
                where s.token = '%s'""".formatted(site.tracker().token()));

        site.get("/retention", "period", "day")
                .then()
                .body("users_analyzed", equalTo(10_000), "cohorts.users", equalTo(List.of(4_000, 6_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "period, year, INVALID_PERIOD",
        "cohorts, 0, INVALID_COHORTS",
        "cohorts, 13, INVALID_COHORTS",
        "cohorts, many, INVALID_COHORTS",
        "returning_event, signup, MISSING_FIELDS"
    })
    void what_cannot_be_answered_is_refused(String parameter, String value, String code) {
        site.get("/retention", parameter, value).then().statusCode(400).body("error", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void cohorts_are_those_of_a_plain_count(long seed) {
        // Given
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 150; n++) {
            visits.add(new Visit(
                    random.nextBoolean() ? "signup" : "purchase",
                    random.nextInt(6) == 0 ? null : "u" + random.nextInt(12),
                    random.nextInt(4) == 0 ? null : "s" + n,
                    NOW.minusSeconds(random.nextInt(29 * 86_400)),
                    Map.of()));
        }
        site.tell(visits);
        var period = List.of("day", "week", "month").get(random.nextInt(3));
        var cohorts = 1 + random.nextInt(12);
        var byEvent = random.nextBoolean();
        // When
        var answer = byEvent
                ? site.get(
                        "/retention",
                        "period",
                        period,
                        "cohorts",
                        cohorts,
                        "event",
                        "signup",
                        "returning_event",
                        "purchase")
                : site.get("/retention", "period", period, "cohorts", cohorts);
        // Then
        var expected = new PlainRetention(visits, period, NOW).cohorts(cohorts, byEvent);
        assertThat(answer.<List<Map<String, Object>>>path("cohorts"))
                .extracting(cohort -> cohort.get("date") + " " + cohort.get("retained"))
                .isEqualTo(expected);
    }

    private static Map<String, Object> cohort(String date, List<Integer> retained, List<Float> rates) {
        return Map.of("date", date, "users", retained.get(0), "retained", retained, "rates", rates);
    }
}
