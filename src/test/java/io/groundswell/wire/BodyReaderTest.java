package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private final ObjectMapper json = new ObjectMapper();
    private final BodyReader reader = new BodyReader(json);

    record Item(String name, Integer count) {}

    record Form(List<Item> items, String note) {}

    BodyReaderTest() {
        new Json().customize(json);
    }

    private List<String> wrong(int items, String note) {
        var item = Map.of("name", 5, "count", "many");
        var body =
                Map.of("items", IntStream.range(0, items).mapToObj(at -> item).toList(), "note", note);
        var refusal = catchThrowableOfType(
                Refusal.class, () -> reader.read(json.valueToTree(body), Form.class, read -> List.of()));
        return refusal.violations().stream().map(Violation::param).sorted().toList();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(wrong(2, "")).containsExactly("items[0].count", "items[0].name", "items[1].count", "items[1].name");
        assertThat(wrong(100, "")).hasSize(51);
        assertThat(wrong(100, "x".repeat(30_000))).hasSize(51);
    }

    record Numbers(int small, Integer whole, long large, Long total, List<Long> all) {}

    private Numbers numbers(String body) throws JsonProcessingException {
        return reader.read(json.readTree(body), Numbers.class, read -> List.of());
    }

    @Test
    void a_number_without_a_fraction_is_whole_however_it_is_written() throws JsonProcessingException {
        assertThat(
                        numbers(
                                "{\"small\":7.0,\"whole\":1e3,\"large\":-2.50e1,\"total\":9223372036854775807.000,\"all\":[1.0,0e9]}"))
                .isEqualTo(new Numbers(7, 1_000, -25, Long.MAX_VALUE, List.of(1L, 0L)));
        assertThat(numbers("{\"small\":null,\"total\":null}")).isEqualTo(new Numbers(0, null, 0, null, null));
        // What is not read from a tree first is read by the same rule.
        assertThat(json.readValue("{\"whole\":1e3}", Numbers.class).whole()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "1e-1", "1e10", "1e999999999", "\"7.0\"", "\"7\"", "true", "[7.0]", "\" \""})
    void nothing_else_is_a_whole_number(String value) {
        var refusal = catchThrowableOfType(Refusal.class, () -> numbers("{\"whole\":" + value + "}"));

        assertThat(refusal.violations()).extracting(Violation::param).containsExactly("whole");
    }

    @Test
    void the_longest_bodies_are_read_thrice_and_not_once_for_each_fault() {
        assertThat(wrong(100, "x".repeat(1_040_000))).hasSize(3);
    }
}
