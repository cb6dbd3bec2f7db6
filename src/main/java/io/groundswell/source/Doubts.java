package io.groundswell.source;

import io.groundswell.metric.Counters;

/**
 * What falls deep at once is believed when it is told a second time in a row. A source that errs once would otherwise bring gains that
 * nobody had, as soon as it tells the truth again.
 */
final class Doubts {
    /** Counters below this are never doubted. */
    private static final long FEW = 100;

    private Doubts() {}

    /** @param level where the counters stand; what is not known is not doubted */
    static boolean about(Counters told, Counters level) {
        return told.values().entrySet().stream()
                .anyMatch(counted -> fallsDeep(level.get(counted.getKey()), counted.getValue()));
    }

    /** By more than half. */
    static boolean fallsDeep(Long before, Long now) {
        return before != null && now != null && before >= FEW && now < before / 2;
    }
}
