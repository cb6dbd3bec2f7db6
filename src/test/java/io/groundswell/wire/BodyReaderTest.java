package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    @Test
    void the_longest_bodies_are_read_thrice_and_not_once_for_each_fault() {
        assertThat(wrong(100, "x".repeat(1_040_000))).hasSize(3);
    }
}
