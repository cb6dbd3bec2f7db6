package io.groundswell.upload.envelope;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.wire.envelope.Query;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The counters of a row. */
final class UploadCounters {
    private static final Set<Counter> OF_VIDEOS = Counter.ofVideos();
    private static final Set<Counter> OF_CREATORS = EnumSet.of(Counter.FOLLOWERS);
    private static final List<Counter> ALL =
            List.of(Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.SAVES, Counter.FOLLOWERS);
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,16}");
    private static final String A_COUNT = "must be a whole number from 0 to %,d".formatted(Sample.MOST);

    private final Query query;
    private final Map<String, String> cells;

    UploadCounters(Query query, Map<String, String> cells) {
        this.query = query;
        this.cells = cells;
    }

    Counters of(boolean ofVideo) {
        var own = ofVideo ? OF_VIDEOS : OF_CREATORS;
        var values = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : ALL) {
            var text = cells.get(counter.column());
            if (text != null) {
                query.that(
                        own.contains(counter),
                        counter.column(),
                        "is not a counter of a " + (ofVideo ? "video" : "creator"));
                values.put(counter, count(counter.column(), text));
            }
        }
        query.that(!values.isEmpty(), "at", "must come with a counter at least");
        return new Counters(values);
    }

    private long count(String column, String text) {
        var count = WHOLE.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
        query.that(count <= Sample.MOST, column, A_COUNT);
        return count;
    }
}
