package io.groundswell.series;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** On which days videos were posted; one of which nobody knows that was posted on none. */
final class Posts {
    /** How many had been posted when a day ended, for each on which one was. */
    private final TreeMap<LocalDate, Long> through = new TreeMap<>();

    private Posts() {}

    static Posts of(List<TrackedVideo> videos, ZoneId zone) {
        var posts = new Posts();
        videos.stream()
                .map(TrackedVideo::postedAt)
                .filter(Objects::nonNull)
                .map(at -> LocalDate.ofInstant(at, zone))
                .forEach(day -> posts.through.merge(day, 1L, Long::sum));
        var sum = 0L;
        for (var day : posts.through.entrySet()) {
            sum += day.getValue();
            day.setValue(sum);
        }
        return posts;
    }

    /** Null when there is none. */
    LocalDate first() {
        return through.isEmpty() ? null : through.firstKey();
    }

    long on(Span span) {
        return through(span.last()) - through(span.first().minusDays(1));
    }

    long through(LocalDate day) {
        var last = through.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }
}
