package io.groundswell.traffic;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class DistributionTest extends SiteOnFriday {
    private static final Instant BEGIN = Instant.parse("2030-03-07T09:00:00Z");

    private int sessions;

    private JsonPath ask() {
        return site.ask("/sessions/distribution");
    }

    private void tellSession(long millis, String lastEvent) {
        var session = "s" + sessions++;
        site.tell(BEGIN.toString(), "page_view", "ada", session);
        if (millis > 0) {
            site.tell(BEGIN.plusMillis(millis).toString(), lastEvent, "ada", session);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s, 0",
        "1, 1-10s, 0",
        "9999, 1-10s, 0",
        "10000, 10-30s, 0",
        "29999, 10-30s, 0",
        "30000, 30-60s, 100",
        "59999, 30-60s, 100",
        "60000, 1-3m, 100",
        "179999, 1-3m, 100",
        "180000, 3-10m, 100",
        "599999, 3-10m, 100",
        "600000, 10m+, 100",
        "86400000, 10m+, 100",
    })
    void a_length_belongs_where_its_lower_bound_is(long millis, String bucket, float engaged) {
        // Given
        tellSession(millis, "page_view");
        // When
        var answer = ask();
        // Then
        assertThat(answer.getList("distribution.bucket")).containsExactly(bucket);
        assertThat(answer.getString("median_bucket")).isEqualTo(bucket);
        assertThat(answer.getFloat("engaged_pct")).isEqualTo(engaged);
    }

    @Test
    void nine_sessions_come_to_what_a_person_would_count() {
        // Given two of a single event, three of about a quarter minute of which one signs up, three of a minute, and a
        // long one
        tellSession(0, null);
        tellSession(0, null);
        tellSession(12_000, "page_view");
        tellSession(15_000, "page_view");
        tellSession(20_000, "signup");
        tellSession(60_000, "page_view");
        tellSession(61_000, "page_view");
        tellSession(62_000, "signup");
        tellSession(900_000, "signup");
        // When
        var answer = ask();
        // Then
        assertThat(answer.<Map<String, Object>>getList("distribution"))
                .containsExactly(
                        part("0s", 2, 2, 1, 22.2f),
                        part("10-30s", 3, 2, 2, 33.3f),
                        part("1-3m", 3, 2, 2, 33.3f),
                        part("10m+", 1, 0, 2, 11.1f));
        assertThat(answer.getString("median_bucket")).isEqualTo("10-30s");
        assertThat(answer.getFloat("engaged_pct")).isEqualTo(44.4f);
    }

    @Test
    void the_median_is_where_exactly_half_of_the_sessions_are_reached() {
        tellSession(0, null);
        tellSession(60_000, "page_view");

        assertThat(ask().getString("median_bucket")).isEqualTo("0s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_distribution_is_that_of_a_plain_count(long seed) {
        // Given
        site.tell(Traffic.random(seed, NOW, 12));
        // When
        var answer = ask();
        // Then
        var all = PlainSession.since(LocalDate.of(2030, 3, 1), site.told());
        var expected = new TreeMap<>(all.stream().collect(groupingBy(session -> position(session.duration()))));
        var parts = answer.<Map<String, Object>>getList("distribution");
        assertThat(parts)
                .extracting(part -> part.get("sessions"))
                .containsExactlyElementsOf(
                        expected.values().stream().map(List::size).toList());
        assertThat(parts)
                .extracting(part -> part.get("bounces"))
                .containsExactlyElementsOf(expected.values().stream()
                        .map(there -> (int) PlainSession.bounces(there))
                        .toList());
        assertThat(parts).allSatisfy(part -> assertThat(number(part.get("pct")))
                .isCloseTo(100.0 * number(part.get("sessions")) / all.size(), within(0.0501)));
        var lengths = all.stream().mapToLong(PlainSession::duration).sorted().toArray();
        var median = position(lengths[(lengths.length - 1) / 2]);
        assertThat(answer.getString("median_bucket"))
                .isEqualTo(parts.get(expected.headMap(median).size()).get("bucket"));
        var engaged =
                all.stream().filter(session -> session.duration() >= 30_000).count();
        assertThat(answer.getDouble("engaged_pct")).isCloseTo(100.0 * engaged / all.size(), within(0.0501));
    }

    private static int position(long millis) {
        return (int) List.of(1, 10_000, 30_000, 60_000, 180_000, 600_000).stream()
                .filter(bound -> bound <= millis)
                .count();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static Map<String, Object> part(String bucket, int sessions, int bounces, Number events, Number percent) {
        return Map.of("bucket", bucket, "sessions", sessions, "bounces", bounces, "avg_events", events, "pct", percent);
    }
}
