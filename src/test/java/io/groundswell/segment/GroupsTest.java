package io.groundswell.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final String ORDER = Columns.property("order");
    private static final int EVENTS = 1_000;

    /** As much as was measured of groups of one event each: about 340 bytes, and 425 with what is made of them for the answer. */
    @Test
    void groups_count_for_what_they_take_up() {
        var groups = new Groups(new Count(List.of(), List.of(ORDER), true, false));
        var orders = 0;
        while (groups.hasRoom()) {
            groups.add(segment(orders));
            orders += EVENTS;
        }
        assertThat(orders).isBetween(25_000, 40_000);
    }

    private static Map<String, Column> segment(int first) {
        var day = new NewColumn();
        var order = new NewColumn();
        var user = new NewColumn();
        for (var event = 0; event < EVENTS; event++) {
            day.put(event, "2032-03-05");
            order.put(event, "order-" + (first + event));
            user.put(event, String.valueOf(first + event));
        }
        return new HashMap<>(Map.of(Columns.DAY, read(day), ORDER, read(order), Columns.USER, read(user)));
    }

    private static Column read(NewColumn column) {
        return Column.read(column.stored(EVENTS));
    }
}
