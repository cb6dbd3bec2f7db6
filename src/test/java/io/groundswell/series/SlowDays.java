package io.groundswell.series;

import io.groundswell.series.World.Snap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** From the snapshots of one video or creator to its days, word for word and slowly. */
final class SlowDays {
    private final List<Snap> snaps;
    private final ZoneId zone;

    SlowDays(List<Snap> written, ZoneId zone) {
        var byInstant = new TreeMap<Instant, Snap>();
        written.forEach(snap -> byInstant.put(snap.at(), snap));
        this.snaps = new ArrayList<>(byInstant.values());
        this.zone = zone;
    }

    private LocalDate day(Snap snap) {
        return snap.at().atZone(zone).toLocalDate();
    }

    /** A counter that is missing counts as unchanged since the snapshot before. */
    private Long counter(String name, int index) {
        for (var at = index; at >= 0; at--) {
            if (snaps.get(at).values().containsKey(name)) {
                return snaps.get(at).values().get(name);
            }
        }
        return null;
    }

    private long delta(String name, int index) {
        if (isBaseline(index) || counter(name, index - 1) == null) {
            return 0;
        }
        var difference = counter(name, index) - counter(name, index - 1);
        return name.equals("followers") ? difference : Math.max(0, difference);
    }

    private boolean isBaseline(int index) {
        return index == 0 || snaps.get(index).reset();
    }

    /** Null when there is no snapshot on the day. */
    Long gained(String name, LocalDate day) {
        Long sum = null;
        for (var index = 0; index < snaps.size(); index++) {
            if (day(snaps.get(index)).equals(day) && counter(name, index) != null) {
                sum = (sum == null ? 0 : sum) + delta(name, index);
            }
        }
        return sum;
    }

    /** In the last snapshot of this day or an earlier one. */
    Long level(String name, LocalDate day) {
        Long level = null;
        for (var index = 0; index < snaps.size(); index++) {
            if (!day(snaps.get(index)).isAfter(day)) {
                level = counter(name, index);
            }
        }
        return level;
    }

    record Baseline(Instant at, LocalDate day, String reason) {}

    List<Baseline> baselines() {
        var baselines = new ArrayList<Baseline>();
        for (var index = 0; index < snaps.size(); index++) {
            if (isBaseline(index)) {
                var snap = snaps.get(index);
                baselines.add(new Baseline(snap.at(), day(snap), index == 0 ? "tracking_started" : "tracking_reset"));
            }
        }
        return baselines;
    }

    /** The earliest day with a snapshot that is no baseline, or null. */
    LocalDate firstDataDay() {
        LocalDate first = null;
        for (var index = 0; index < snaps.size(); index++) {
            if (!isBaseline(index) && (first == null || day(snaps.get(index)).isBefore(first))) {
                first = day(snaps.get(index));
            }
        }
        return first;
    }
}
