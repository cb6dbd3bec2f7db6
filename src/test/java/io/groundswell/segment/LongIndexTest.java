package io.groundswell.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LongIndexTest {
    @Property(tries = 200)
    void numbers_are_distinct_and_in_the_order_in_which_they_came(@ForAll List<Long> numbers) {
        var index = new LongIndex();
        for (var number : numbers) {
            assertThat(index.number(index.place(number))).isEqualTo(number);
        }
        var found = new ArrayList<Long>();
        index.each(found::add);
        assertThat(found).containsExactlyElementsOf(new LinkedHashSet<>(numbers));
        assertThat(index.size()).isEqualTo(found.size());
    }
}
