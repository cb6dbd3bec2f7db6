package io.groundswell.program;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Edge;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Makes, lists, changes and deletes programmes of creators. */
@ApplicationScoped
public class ProgramService {
    private final Programs programs;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    ProgramService(Programs programs, OrganizationService organizations, AuditTrail audit, Clock clock) {
        this.programs = programs;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Program create(Caller caller, String name, String readme) {
        var owner = caller.owner();
        programs.beAlone(owner);
        organizations.get(owner.organizationId()).requireRoom(Limit.MAX_PROJECTS_PER_ORG, programs.count(owner), 1);
        var program = new Program(owner, name, readme, clock.instant());
        programs.persist(program);
        audit(caller, "program.created", program);
        return program;
    }

    @Transactional
    public Page<Program> list(Owner owner, int limit, Edge edge) {
        return programs.page(owner, limit, edge);
    }

    @Transactional
    public Program get(Owner owner, UUID id) {
        return programs.require(owner, id);
    }

    /** Locks the programme until the current transaction, which adds to it, ends. */
    @Transactional(TxType.MANDATORY)
    public Program hold(Owner owner, UUID id) {
        return programs.requireToStay(owner, id);
    }

    /** Changes to a programme; a null leaves the field as it is. */
    public record Change(String name, Note readme) {}

    /** @param text null for none */
    public record Note(String text) {}

    @Transactional
    public Program change(Caller caller, UUID id, Change change) {
        var program = programs.requireForChange(caller.owner(), id);
        if (change.name() != null) {
            program.rename(change.name(), clock.instant());
        }
        if (change.readme() != null) {
            program.note(change.readme().text(), clock.instant());
        }
        audit(caller, "program.changed", program);
        return program;
    }

    /** Deletes the programme and all that it contains for good. */
    @Transactional
    public Program delete(Caller caller, UUID id) {
        var program = programs.requireForChange(caller.owner(), id);
        programs.delete(program);
        audit(caller, "program.deleted", program);
        return program;
    }

    private void audit(Caller caller, String action, Program program) {
        audit.record(caller.owner(), caller.userId(), action, program.id().toString(), Map.of("name", program.name()));
    }
}
