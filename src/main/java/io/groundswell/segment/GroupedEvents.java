package io.groundswell.segment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events of a segment, grouped by one column after the other. */
final class GroupedEvents {
    private final int[] events;
    /** The group of each event. */
    private final int[] groups;
    /** What those of each group have in the columns. */
    private List<List<String>> values = List.of(List.of());

    /** @param events by their places in the segment */
    GroupedEvents(int[] events) {
        this.events = events;
        this.groups = new int[events.length];
    }

    void by(Column column) {
        var places = column.places();
        var found = new LongIndex();
        for (var at = 0; at < events.length; at++) {
            groups[at] = found.place((long) groups[at] << Integer.SIZE | places[events[at]]);
        }
        var before = values;
        values = IntStream.range(0, found.size())
                .mapToObj(found::number)
                .map(key -> Stream.concat(
                                before.get((int) (key >>> Integer.SIZE)).stream(),
                                Stream.of(column.values()[(int) (long) key]))
                        .toList())
                .toList();
    }

    int[] groups() {
        return groups;
    }

    List<List<String>> values() {
        return values;
    }
}
