package io.groundswell.traffic;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class HeatmapTest extends SiteOnFriday {
    @Test
    void the_busiest_day_and_hour_need_not_meet_in_the_peak() {
        // Given three on Monday at nine, and two each on Tuesday at eight and at ten, one of them of another week's
        // Tuesday
        site.tell("2030-03-04T09:00:00Z", "page_view", "ada", "s1")
                .tell("2030-03-04T09:59:59.999Z", "page_view", "ada", "s1")
                .tell("2030-03-04T09:30:00Z", "page_view", "bob", "s2")
                .tell("2030-03-05T08:00:00Z", "page_view", "ada", "s3")
                .tell("2030-03-05T08:01:00Z", "page_view", null, null)
                .tell("2030-03-05T10:00:00Z", "page_view", "ada", "s4")
                .tell("2030-02-26T10:00:00Z", "page_view", "ada", "s5");
        // When
        var answer = site.get("/heatmap", "since", "14d").then().statusCode(200).extract();
        // Then
        assertThat(answer.<List<Map<String, Object>>>path("heatmap"))
                .containsExactly(cell(1, "Monday", 9, 3, 2), cell(2, "Tuesday", 8, 2, 1), cell(2, "Tuesday", 10, 2, 1));
        assertThat(answer.<Map<String, Object>>path("peak")).isEqualTo(cell(1, "Monday", 9, 3, 2));
        assertThat(answer.<String>path("busiest_day")).isEqualTo("Tuesday");
        assertThat(answer.<Integer>path("busiest_hour")).isEqualTo(9);
    }

    @Test
    void midnight_belongs_to_the_day_that_begins() {
        site.tell("2030-03-02T23:59:59.999Z", "page_view", "ada", "s1")
                .tell("2030-03-03T00:00:00Z", "page_view", "ada", "s1");

        assertThat(site.get("/heatmap").<List<Map<String, Object>>>path("heatmap"))
                .containsExactly(cell(0, "Sunday", 0, 1, 1), cell(6, "Saturday", 23, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cells_are_those_of_a_plain_count(long seed) {
        // Given
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 150; n++) {
            visits.add(new Visit(
                    "page_view",
                    random.nextInt(4) == 0 ? null : "u" + random.nextInt(5),
                    null,
                    NOW.minusSeconds(random.nextInt(20 * 86_400)),
                    Map.of()));
        }
        site.tell(visits);
        // When
        var cells = site.get("/heatmap", "since", "2030-02-20").<List<Map<String, Object>>>path("heatmap");
        // Then
        var expected = visits.stream()
                .filter(visit -> !visit.at().isBefore(Instant.parse("2030-02-20T00:00:00Z")))
                .collect(groupingBy(visit ->
                        visit.at().atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() % 7 * 24
                                + visit.at().atOffset(ZoneOffset.UTC).getHour()));
        assertThat(cells).hasSameSizeAs(expected.entrySet());
        assertThat(cells).allSatisfy(cell -> {
            var there = expected.get((int) cell.get("day") * 24 + (int) cell.get("hour"));
            assertThat(cell.get("events")).isEqualTo(there.size());
            assertThat(cell.get("users")).isEqualTo((int) there.stream()
                    .map(Visit::user)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count());
        });
    }

    private static Map<String, Object> cell(int day, String name, int hour, int events, int users) {
        return new HashMap<>(Map.of("day", day, "day_name", name, "hour", hour, "events", events, "users", users));
    }
}
