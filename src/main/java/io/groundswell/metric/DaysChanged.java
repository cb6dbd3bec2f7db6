package io.groundswell.metric;

import io.groundswell.shared.Owner;
import java.time.LocalDate;
import java.util.List;

/** Days that come to something else than before. Told in the transaction of the change, so that sums of days can follow. */
public record DaysChanged(Owner owner, List<Change> changes) {

    /** @param more by how much each counter gained more than was known; below 0 for less */
    public record Change(Subject subject, LocalDate day, Counters more) {}
}
