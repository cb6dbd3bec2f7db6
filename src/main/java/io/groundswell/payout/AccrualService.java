package io.groundswell.payout;

import io.groundswell.account.AuditTrail;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Lists what creators are owed, and notes what people decide about it. */
@ApplicationScoped
public class AccrualService {
    private final Accruals accruals;
    private final Structures structures;
    private final ProgramService programs;
    private final CreatorService creators;
    private final AuditTrail audit;
    private final Clock clock;

    AccrualService(
            Accruals accruals,
            Structures structures,
            ProgramService programs,
            CreatorService creators,
            AuditTrail audit,
            Clock clock) {
        this.accruals = accruals;
        this.structures = structures;
        this.programs = programs;
        this.creators = creators;
        this.audit = audit;
        this.clock = clock;
    }

    /** Entities that the filter names must exist; a removed creator may still be owed something. */
    @Transactional
    public Page<Accrual> list(Owner owner, AccrualFilter filter, int limit, Edge edge) {
        if (filter.programId() != null) {
            programs.get(owner, filter.programId());
        }
        if (filter.structureId() != null) {
            structures.require(owner, filter.structureId());
        }
        if (filter.creatorId() != null) {
            creators.getKnown(owner, filter.creatorId());
        }
        return accruals.page(owner, filter, limit, edge);
    }

    @Transactional
    public Accrual get(Owner owner, UUID id) {
        return accruals.require(owner, id);
    }

    /**
     * A decision on an accrual; a null leaves the field as it is.
     *
     * @param readme is taken when {@code noted}
     */
    public record Decision(AccrualStatus status, Long adjustmentCents, boolean noted, String readme) {}

    @Transactional
    public Accrual decide(Caller caller, UUID id, Decision decision) {
        var now = accruals.requireForChange(caller.owner(), id);
        var status = decision.status() == null ? now.status() : decision.status();
        if (status != now.status() && !now.status().mayBecome(status)) {
            throw refused("Nothing that is %s becomes %s this way", now.status(), status);
        }
        var adjustment = decision.adjustmentCents() == null ? now.adjustmentCents() : decision.adjustmentCents();
        if (adjustment != now.adjustmentCents() && now.status() != AccrualStatus.PENDING) {
            throw refused("Only what is pending is adjusted; this is %s", now.status());
        }
        if (adjustment != now.adjustmentCents()) {
            Rule.requireFitting("adjustment_cents", now.calculatedCents() + adjustment);
        }
        accruals.decide(id, status, adjustment, decision.noted() ? decision.readme() : now.readme(), clock.instant());
        audit.record(
                caller.owner(),
                caller.userId(),
                "payout_accrual.changed",
                id.toString(),
                Map.of("status", status.toString(), "adjustment_cents", Long.toString(adjustment)));
        return accruals.require(caller.owner(), id);
    }

    private static Refusal refused(String why, Object... arguments) {
        return Refusal.of(PayoutError.INVALID_TRANSITION, why, arguments);
    }
}
