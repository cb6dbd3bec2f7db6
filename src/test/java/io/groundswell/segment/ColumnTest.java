package io.groundswell.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class ColumnTest {
    @Property(tries = 200)
    void what_is_stored_is_what_was_put(@ForAll @Size(max = 200) List<@WithNull(0.3) String> values) {
        // Half of a pair of surrogates is in no text that was stored.
        var whole = values.stream()
                .map(value ->
                        value == null || value.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? null : value)
                .toList();
        assertThat(read(whole)).isEqualTo(whole);
    }

    @Property(tries = 20)
    void many_different_values_keep_their_places(@ForAll @IntRange(min = 250, max = 70_000) int different) {
        var values = new ArrayList<String>();
        for (var event = 0; event < SegmentFolding.WORTH; event++) {
            values.add("v" + event % different);
        }
        assertThat(read(values)).isEqualTo(values);
    }

    @Test
    void events_before_and_after_the_only_value_have_none() {
        var column = new NewColumn();
        column.put(100, "a");
        var read = Column.read(column.stored(300));
        assertThat(read.events()).isEqualTo(300);
        assertThat(Arrays.stream(read.places()).filter(place -> place > 0).count())
                .isEqualTo(1);
        assertThat(read.values()[read.places()[100]]).isEqualTo("a");
    }

    private static List<String> read(List<String> values) {
        var made = new NewColumn();
        for (var event = 0; event < values.size(); event++) {
            if (values.get(event) != null) {
                made.put(event, values.get(event));
            }
        }
        var column = Column.read(made.stored(values.size()));
        return Arrays.stream(column.places())
                .mapToObj(place -> column.values()[place])
                .toList();
    }
}
