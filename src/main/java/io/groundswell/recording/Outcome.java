package io.groundswell.recording;

import io.groundswell.metric.Counters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What becomes of a thing.
 *
 * @param now the thing as it is then
 * @param since counters that are told for the first time, with the instant in microseconds since 1970
 * @param snapshots to be written
 * @param was days that were there, of those that are written or gone
 * @param days to be written
 */
record Outcome(
        Tracked now,
        Counters since,
        List<KeptSample> snapshots,
        Map<LocalDate, TrackedDay> was,
        SortedMap<LocalDate, TrackedDay> days) {}
