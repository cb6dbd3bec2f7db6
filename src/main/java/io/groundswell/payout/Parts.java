package io.groundswell.payout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which parts of periods a creator is paid for. */
final class Parts {
    private final List<Version> versions;

    /** @param versions of one structure, in the order of their numbers */
    Parts(List<Version> versions) {
        this.versions = versions;
    }

    /**
     * In the order of their days. All days of the assignment before {@code end} are in exactly one of them, and each ends where
     * its period, its version or the assignment does, or else at {@code end}.
     *
     * @param after how far back they are wanted: those that end on this day or before are left out
     * @param end the day after the last one that is looked at
     */
    List<Part> of(LocalDate startsOn, LocalDate endsOn, LocalDate after, LocalDate end) {
        var until = endsOn == null || !endsOn.isBefore(end) ? end : endsOn.plusDays(1);
        var parts = new ArrayList<Part>();
        for (var at = 0; at < versions.size(); at++) {
            var version = versions.get(at);
            var from = latest(startsOn, version.effectiveFrom());
            var to = at + 1 < versions.size()
                    ? earliest(until, versions.get(at + 1).effectiveFrom())
                    : until;
            cut(version, from, to, after, parts);
        }
        return parts;
    }

    private static void cut(Version version, LocalDate from, LocalDate to, LocalDate after, List<Part> parts) {
        var period = version.rule().period();
        if (period == null) {
            if (from.isBefore(to) && to.isAfter(after)) {
                parts.add(new Part(version, null, from, to));
            }
            return;
        }
        var first = latest(from, period.holding(after).start());
        for (var day = first; day.isBefore(to); ) {
            var whole = period.holding(day);
            var part = new Part(version, whole, latest(day, from), earliest(whole.end(), to));
            if (part.to().isAfter(after)) {
                parts.add(part);
            }
            day = whole.end();
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
