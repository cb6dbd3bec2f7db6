package io.groundswell.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.HotProperty;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReceivedPropertiesTest extends SiteOnFriday {
    private static final Instant MORNING = Instant.parse("2030-03-07T09:00:00Z");
    private static final List<String> ADDED = List.of("browser", "device", "os");

    private JsonPath ask(Object... parameters) {
        return site.ask("/properties/received", parameters);
    }

    private static List<String> pairs(JsonPath answer) {
        return answer.<Map<String, String>>getList("properties").stream()
                .map(pair -> pair.get("key") + " " + pair.get("event"))
                .toList();
    }

    @Test
    void pairs_come_once_in_the_order_of_keys_then_events() {
        // Given
        site.tell("2030-03-07T09:00:00Z", "signup", "ada", "s1", "plan", "pro", "path", 7)
                .tell("2030-03-07T09:01:00Z", "signup", "bob", "s2", "plan", "free", "path", "/")
                .tell("2030-03-07T09:02:00Z", "Buy", "bob", "s2", "plan", null)
                .tell("2030-02-28T09:02:00Z", "Buy", "bob", "s2", "old", 1);
        // When
        var answer = ask();
        // Then
        assertThat(pairs(answer))
                .containsExactly(
                        "browser Buy",
                        "browser signup",
                        "device Buy",
                        "device signup",
                        "os Buy",
                        "os signup",
                        "path signup",
                        "plan Buy",
                        "plan signup");
        assertThat(answer.getString("since")).isEqualTo("2030-03-01");
    }

    @Test
    void every_key_that_has_a_column_is_told() {
        for (var hot : HotProperty.values()) {
            site.tell(MORNING.toString(), hot.name(), "ada", "s1", hot.toString(), "x");
        }

        assertThat(pairs(ask()))
                .containsAll(Arrays.stream(HotProperty.values())
                        .map(hot -> hot + " " + hot.name())
                        .toList());
    }

    @Test
    void only_the_newest_events_are_looked_at() {
        // Given one, and a hundred after it
        site.tell("2030-03-07T08:00:00Z", "signup", "ada", "s1", "plan", "pro");
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 100; n++) {
            visits.add(new Visit("page_view", "ada", "s1", MORNING, Map.of("path", "/")));
        }
        site.tell(visits);

        assertThat(pairs(ask("sample", 100)))
                .containsExactly("browser page_view", "device page_view", "os page_view", "path page_view");
        assertThat(pairs(ask("sample", 101))).contains("plan signup");
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "100, 100", "250, 250", "10000, 10000", "10001, 10000", "many, 5000", "-7, 100", "'', 5000"})
    void the_sample_is_moved_into_its_range(String asked, int applied) {
        assertThat(ask("sample", asked).getInt("sample_size")).isEqualTo(applied);
    }

    @Test
    void five_thousand_are_looked_at_unless_something_else_is_asked_for() {
        assertThat(ask().getInt("sample_size")).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pairs_are_those_of_a_plain_look(long seed) {
        // Given
        site.tell(Traffic.random(seed, NOW, 12));
        // When
        var answer = ask();
        // Then
        var expected = new TreeSet<String>();
        Traffic.between(LocalDate.of(2030, 3, 1), LocalDate.MAX, site.told()).forEach(visit -> {
            visit.properties().keySet().forEach(key -> expected.add(key + " " + visit.event()));
            ADDED.forEach(key -> expected.add(key + " " + visit.event()));
        });
        assertThat(pairs(answer)).containsExactlyElementsOf(expected);
    }
}
