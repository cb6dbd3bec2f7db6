package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.segment.SegmentedSite;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.groundswell.traffic.Breakdown.Question;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of properties from segments, and from what is in none, are those that rows alone give. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PropertyValuesTest extends SegmentedSite {
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final List<Object> VALUES = Arrays.asList(
            "7",
            7,
            7.0,
            1e20,
            "",
            "\uFF5E",
            "\uD83D\uDE00",
            true,
            "true",
            null,
            "null",
            List.of(1, 2),
            "[1, 2]",
            Map.of("k", "v"));

    @Inject
    Breakdown breakdown;

    @Inject
    PropertyValues byColumns;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void values_are_those_of_rows_alone(long seed) {
        // Given 200 events, of which 140 have users with numbers, and segments of 13 at most
        var random = new Random(seed);
        site.tell(visits(random));
        events.fold(number, 140);
        for (var n = 0; n < 10; n++) {
            assertThat(segments.make(number, 4 + random.nextInt(10))).isPositive();
        }
        // When
        ask(asked -> {
            for (var event : Arrays.asList(null, "buy", "unheard of")) {
                for (var days = 0; days < 9; days++) {
                    var window = asked.between(TODAY.minusDays(days), TODAY.plusDays(1 - random.nextInt(2)));
                    for (var key : List.of("plan", "unheard_of")) {
                        var question = new Question(key, event, 1 + random.nextInt(12));
                        // Then
                        assertThat(byColumns.of(asked, window, question))
                                .contains(breakdown.byRows(asked, window, question));
                    }
                }
            }
            return null;
        });
    }

    @Test
    void what_takes_too_much_memory_is_left_to_rows() {
        // Given 1,000 events in a segment and 1,500 in none, each with a value of its own of 2,000 letters
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 2_500; n++) {
            visits.add(new Visit("buy", "u" + n, "s", NOW, Map.of("plan", "x".repeat(2_000) + n, "few", n % 2)));
        }
        site.tell(visits);
        events.fold(number, 2_500);
        segments.make(number, 1_000);
        ask(asked -> {
            // When
            var window = asked.everything();
            // Then
            assertThat(byColumns.of(asked, window, new Question("few", null, 9)))
                    .isPresent();
            assertThat(byColumns.of(asked, window, new Question("plan", null, 9)))
                    .isEmpty();
            assertThat(breakdown
                            .of(asked, window, new Question("plan", null, 9))
                            .withProperty())
                    .isEqualTo(2_500);
            return null;
        });
    }

    private static List<Visit> visits(Random random) {
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 200; n++) {
            var properties = new HashMap<String, Object>();
            if (random.nextInt(4) > 0) {
                properties.put("plan", VALUES.get(random.nextInt(VALUES.size())));
            }
            visits.add(new Visit(
                    random.nextBoolean() ? "buy" : "page_view",
                    random.nextInt(4) == 0 ? null : "u" + random.nextInt(20),
                    "s" + random.nextInt(30),
                    NOW.minusSeconds(random.nextInt(9 * 24) * 3_600L),
                    properties));
        }
        return visits;
    }
}
