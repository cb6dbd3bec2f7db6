package io.groundswell.payout;

import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Tells what an accrual would come to by the current snapshots, without changing it. */
@ApplicationScoped
public class RecomputationService {
    private final Accruals accruals;
    private final Assignments assignments;
    private final Structures structures;
    private final PassedVideos videos;
    private final OrganizationService organizations;
    private final Calculation calculation;
    private final Clock clock;

    RecomputationService(
            Accruals accruals,
            Assignments assignments,
            Structures structures,
            PassedVideos videos,
            OrganizationService organizations,
            Calculation calculation,
            Clock clock) {
        this.accruals = accruals;
        this.assignments = assignments;
        this.structures = structures;
        this.videos = videos;
        this.organizations = organizations;
        this.calculation = calculation;
        this.clock = clock;
    }

    /** @param now what it comes to now */
    public record Recomputation(Accrual accrual, Owed now) {
        public long differenceCents() {
            return now.cents() - accrual.calculatedCents();
        }
    }

    @Transactional
    public Recomputation of(Owner owner, UUID accrualId) {
        var accrual = accruals.require(owner, accrualId);
        var version = structures.versions(accrual.structureId()).get(accrual.version() - 1);
        var today = Today.of(organizations.get(owner.organizationId()), clock.instant());
        var part = accrual.part(version);
        if (!today.knows(part)) {
            throw Refusal.of(
                    PayoutError.HISTORY_GONE, "Snapshots from before %s are not kept any more", today.oldest());
        }
        return new Recomputation(
                accrual,
                accrual.kind() == RuleKind.VIEW_THRESHOLD
                        ? ofVideo(accrual, today)
                        : calculation.of(owner, accrual.creatorId(), part));
    }

    /** On whichever day of the assignment it passed. One that is gone did not. */
    private Owed ofVideo(Accrual accrual, Today today) {
        if (accrual.videoId() == null) {
            return Owed.NOTHING;
        }
        var assignment = assignments.require(accrual.structureId(), accrual.assignmentId());
        var passed = videos.of(
                        assignment, Set.of(accrual.videoId()), today.day().plusDays(1))
                .get(accrual.videoId());
        return passed == null ? Owed.NOTHING : passed.owed();
    }
}
