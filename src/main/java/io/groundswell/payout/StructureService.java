package io.groundswell.payout;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
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
import java.util.function.UnaryOperator;

/** Makes, lists, changes and deletes payout structures. Another rule is another version, for days that have not begun. */
@ApplicationScoped
public class StructureService {
    static final int MOST_VERSIONS = 100;

    private final Structures structures;
    private final ProgramService programs;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    StructureService(
            Structures structures,
            ProgramService programs,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.structures = structures;
        this.programs = programs;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Structure create(Caller caller, UUID programId, StructureDetails details, Rule rule) {
        var owner = caller.owner();
        programs.hold(owner, programId);
        structures.beAlone(programId);
        organizations
                .get(owner.organizationId())
                .requireRoom(Limit.MAX_PAYOUT_STRUCTURES_PER_PROJECT, structures.count(programId), 1);
        var id = UUID.randomUUID();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        structures.add(owner, id, programId, details, now);
        structures.add(id, new Version(1, null, rule), now);
        audit(caller, "payout_structure.created", id, details);
        return structures.require(owner, id);
    }

    /** @param programId of the only programme that is wanted, which must be there; or null */
    @Transactional
    public Page<Structure> list(Owner owner, UUID programId, int limit, Edge edge) {
        if (programId != null) {
            programs.get(owner, programId);
        }
        return structures.page(owner, programId, limit, edge);
    }

    @Transactional
    public Structure get(Owner owner, UUID id) {
        return structures.require(owner, id);
    }

    /** @param rule maps the current rule to the new one; an equal rule makes no version */
    @Transactional
    public Structure change(Caller caller, UUID id, UnaryOperator<StructureDetails> details, UnaryOperator<Rule> rule) {
        var owner = caller.owner();
        var now = structures.requireForChange(owner, id);
        var other = details.apply(now.details());
        var next = rule.apply(now.newest().rule());
        var isOther = !next.equals(now.newest().rule());
        if (!isOther && other.equals(now.details())) {
            return now;
        }
        if (isOther) {
            add(owner, id, now.newest().number() + 1, next);
        }
        structures.describe(id, other, clock.instant());
        audit(caller, "payout_structure.changed", id, other);
        return structures.require(owner, id);
    }

    private void add(Owner owner, UUID id, int number, Rule rule) {
        if (number > MOST_VERSIONS) {
            throw Refusal.of(
                    PayoutError.TOO_MANY_VERSIONS,
                    "A structure has at most %d versions: make another one",
                    MOST_VERSIONS);
        }
        structures.add(id, new Version(number, firstOpenDay(owner, id), rule), clock.instant());
    }

    /** Tomorrow; later where the organization has moved to a zone whose day is behind what has been made for it. */
    private LocalDate firstOpenDay(Owner owner, UUID id) {
        var tomorrow =
                LocalDate.ofInstant(clock.instant(), organizations.zone(owner)).plusDays(1);
        var accrued = structures.accruedThrough(id);
        return accrued == null || accrued.isBefore(tomorrow) ? tomorrow : accrued.plusDays(1);
    }

    /** Refused once the structure has accruals. */
    @Transactional
    public Structure delete(Caller caller, UUID id) {
        var structure = structures.requireForChange(caller.owner(), id);
        if (structures.owes(id)) {
            throw Refusal.of(PayoutError.IN_USE, "The structure %s has accruals: end its assignments instead", id);
        }
        structures.delete(id);
        audit(caller, "payout_structure.deleted", id, structure.details());
        return structure;
    }

    private void audit(Caller caller, String action, UUID id, StructureDetails details) {
        audit.record(caller.owner(), caller.userId(), action, id.toString(), Map.of("name", details.name()));
    }
}
