package io.groundswell.performance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stretches in which zones kept one distance to UTC. The database's own zones may have other names and other rules. */
final class LocalClock {
    private final Map<String, List<Object>> columns = new HashMap<>();

    private LocalClock() {
        List.of("zones", "begins", "ends", "seconds").forEach(name -> columns.put(name, new ArrayList<>()));
    }

    static LocalClock of(Collection<ZoneId> zones, Period.Stretch stretch) {
        var clock = new LocalClock();
        zones.forEach(zone -> clock.add(zone, stretch));
        return clock;
    }

    private void add(ZoneId zone, Period.Stretch stretch) {
        var rules = zone.getRules();
        var begins = stretch.from();
        while (begins.isBefore(stretch.until())) {
            var change = rules.nextTransition(begins);
            var ends = change == null || change.getInstant().isAfter(stretch.until())
                    ? stretch.until()
                    : change.getInstant();
            add(zone, begins, ends, rules.getOffset(begins));
            begins = ends;
        }
    }

    private void add(ZoneId zone, Instant begins, Instant ends, ZoneOffset offset) {
        columns.get("zones").add(zone.getId());
        columns.get("begins").add(begins);
        columns.get("ends").add(ends);
        columns.get("seconds").add(offset.getTotalSeconds());
    }

    /** A list of equal length for each column. */
    Map<String, List<Object>> columns() {
        return columns;
    }
}
