package io.groundswell.rollup;

import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import java.util.Map;

/** What a question is about, and how far the figures of it go. */
record Extent(AskedSite site, Window window, Position position) {

    boolean isFolded() {
        return position.seq() >= position.last();
    }

    /** Events that are not in the figures, at most. */
    long unfolded() {
        return position.last() - position.seq();
    }

    /**
     * What statements need in order to count what is folded in days and the rest one by one: {@code :first} and {@code :end} of days,
     * {@code :from} and {@code :until} in time, {@code :folded} and {@code :last} events, and where sessions are {@code :open}.
     */
    Map<String, Object> values() {
        var values = window.of(site);
        values.put("first", window.from());
        values.put("end", window.until());
        values.put("folded", position.seq());
        values.put("last", position.last());
        values.put("open", position.openFrom(window.start()));
        return values;
    }
}
