package io.groundswell.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events of a site that are in no segment, and have to be read row by row. */
public final class Rest {
    private final List<SeqRange> ranges;

    Rest(List<SeqRange> ranges) {
        this.ranges = ranges;
    }

    /** In the words of a statement, of an event {@code e}; {@link #values} has what it names. */
    public String condition() {
        return IntStream.range(0, ranges.size())
                .mapToObj("e.seq between :first%1$d and :last%1$d"::formatted)
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    public Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        for (var range : ranges) {
            var at = values.size() / 2;
            values.put("first" + at, range.first());
            values.put("last" + at, range.last());
        }
        return values;
    }
}
