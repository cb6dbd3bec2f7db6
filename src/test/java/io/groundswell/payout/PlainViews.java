package io.groundswell.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** The snapshots of one video, and what they come to by the day, the slow way. */
final class PlainViews {
    private final ZoneId zone;
    private final TreeMap<Instant, Long> snapshots = new TreeMap<>();

    PlainViews(ZoneId zone) {
        this.zone = zone;
    }

    /** The more the later. */
    long tell(Instant at, Instant begun) {
        snapshots.put(at, (at.getEpochSecond() - begun.getEpochSecond()) / 37);
        return snapshots.get(at);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    long on(LocalDate day) {
        var sum = 0L;
        for (var one : snapshots.entrySet()) {
            var before = snapshots.lowerEntry(one.getKey());
            if (before != null && day(one.getKey()).equals(day)) {
                sum += Math.max(0, one.getValue() - before.getValue());
            }
        }
        return sum;
    }

    /** The first day at whose end there are so many, if they were gained on it; else null. */
    LocalDate passes(long views) {
        for (var one : snapshots.entrySet()) {
            var day = day(one.getKey());
            if (one.getValue() >= views) {
                var gained = on(day);
                var level = snapshots.entrySet().stream()
                        .filter(other -> day(other.getKey()).equals(day))
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElseThrow();
                return gained > 0 && level - gained < views ? day : null;
            }
        }
        return null;
    }
}
