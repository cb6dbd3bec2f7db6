package io.groundswell.recording;

import io.groundswell.metric.Counters;
import io.groundswell.metric.DailySeries;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A video or creator whose row is held, and what its snapshots come to.
 *
 * @param zone whose days its days are
 * @param countsFor the creator that a video counts towards, or null
 * @param firstAt null, as the next three are, while there is no snapshot
 * @param comparedAt the first snapshot that is no baseline, or null
 * @param lastDay the latest of its days
 * @param level where its counters stand
 */
record Tracked(
        UUID id,
        Subject.Kind kind,
        ZoneId zone,
        UUID countsFor,
        Instant firstAt,
        Instant lastAt,
        Instant comparedAt,
        LocalDate lastDay,
        Counters level) {

    /** Whether all that is known stays as it is when these come, which are in order of time. */
    boolean endsBefore(List<Sample> samples) {
        return lastAt == null
                || samples.get(0).at().isAfter(lastAt)
                        && samples.stream().noneMatch(sample -> DailySeries.date(sample, zone)
                                .isBefore(lastDay));
    }

    Tracked in(ZoneId other) {
        return new Tracked(id, kind, other, countsFor, firstAt, lastAt, comparedAt, lastDay, level);
    }

    /** The creators that some count towards. */
    static Set<UUID> creators(Collection<Tracked> things) {
        return things.stream().map(Tracked::countsFor).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    Subject subject() {
        return new Subject(kind, id.toString());
    }
}
