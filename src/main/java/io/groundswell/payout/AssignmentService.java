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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Has creators paid by structures, from a day until a day. */
@ApplicationScoped
public class AssignmentService {
    static final int MOST = 1_000;

    private final Structures structures;
    private final Assignments assignments;
    private final ProgramService programs;
    private final CreatorService creators;
    private final AuditTrail audit;
    private final Clock clock;

    AssignmentService(
            Structures structures,
            Assignments assignments,
            ProgramService programs,
            CreatorService creators,
            AuditTrail audit,
            Clock clock) {
        this.structures = structures;
        this.assignments = assignments;
        this.programs = programs;
        this.creators = creators;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Page<Assignment> list(Owner owner, UUID structureId, int limit, Edge edge) {
        structures.require(owner, structureId);
        return assignments.page(structureId, limit, edge);
    }

    /** @param endsOn null for no end */
    @Transactional
    public Assignment add(Caller caller, UUID structureId, UUID creatorId, LocalDate startsOn, LocalDate endsOn) {
        var owner = caller.owner();
        var program = structures.require(owner, structureId).programId();
        programs.hold(owner, program);
        creators.hold(owner, program, creatorId);
        structures.requireForChange(owner, structureId);
        if (assignments.count(structureId) >= MOST) {
            throw Refusal.of(PayoutError.TOO_MANY_ASSIGNMENTS, "A structure has at most %,d assignments", MOST);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var added = new Assignment(UUID.randomUUID(), structureId, creatorId, startsOn, endsOn, null, now);
        if (assignments.overlaps(added)) {
            throw overlap(added);
        }
        assignments.add(added);
        audit(caller, "payout_assignment.created", added);
        return added;
    }

    /** @param endsOn null for no end */
    @Transactional
    public Assignment end(Caller caller, UUID structureId, UUID id, LocalDate endsOn) {
        structures.requireForChange(caller.owner(), structureId);
        var now = assignments.requireForChange(structureId, id);
        var other = new Assignment(
                id, structureId, now.creatorId(), now.startsOn(), endsOn, now.accruedThrough(), now.createdAt());
        if (endsOn != null && endsOn.isBefore(now.startsOn())) {
            throw Refusal.invalid("ends_on", "ends_on must not be before %s", now.startsOn());
        }
        var accrued = assignments
                .lastAccrued(id)
                .filter(last -> now.accruedThrough() == null || last.isAfter(now.accruedThrough()))
                .orElse(now.accruedThrough());
        if (now.isOver() || endsOn != null && accrued != null && endsOn.isBefore(accrued)) {
            throw Refusal.of(
                    PayoutError.ALREADY_ACCRUED,
                    "There are accruals for days up to %s, which stay as they are",
                    accrued);
        }
        if (assignments.overlaps(other)) {
            throw overlap(other);
        }
        assignments.end(id, endsOn, clock.instant());
        audit(caller, "payout_assignment.changed", other);
        return other;
    }

    private static Refusal overlap(Assignment one) {
        return Refusal.of(
                PayoutError.DUPLICATE, "The creator %s has the structure on some of these days", one.creatorId());
    }

    private void audit(Caller caller, String action, Assignment one) {
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                one.id().toString(),
                Map.of(
                        "structure_id", one.structureId().toString(),
                        "creator_id", one.creatorId().toString(),
                        "starts_on", one.startsOn().toString(),
                        "ends_on", String.valueOf(one.endsOn())));
    }
}
