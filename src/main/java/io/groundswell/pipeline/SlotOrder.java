package io.groundswell.pipeline;

import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Owner;
import java.util.List;
import java.util.function.Function;

/** The order for a slot of the calendar, under the lease of its job. */
record SlotOrder(
        Lease lease,
        CalendarSlot slot,
        Direction direction,
        int run,
        List<String> givenUp,
        Leases leases,
        Briefs briefs)
        implements ItemOrder {
    @Override
    public Owner owner() {
        return lease.owner();
    }

    @Override
    public String contentId() {
        return slot.contentId();
    }

    @Override
    public String jobId() {
        return lease.jobId();
    }

    @Override
    public WritingBrief brief(Mission mission, int attempt) {
        return briefs.first(mission, direction, slot, run, attempt);
    }

    @Override
    public <T> T guarded(Function<Mission, T> change) {
        return leases.guarded(lease, (mission, job) -> change.apply(mission));
    }
}
