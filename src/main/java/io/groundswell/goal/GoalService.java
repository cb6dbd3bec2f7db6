package io.groundswell.goal;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes, lists, changes and deletes goals of creators. */
@ApplicationScoped
public class GoalService {
    private final Goals goals;
    private final CreatorService creators;
    private final ProgramService programs;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    GoalService(
            Goals goals,
            CreatorService creators,
            ProgramService programs,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.goals = goals;
        this.creators = creators;
        this.programs = programs;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Goal create(Caller caller, UUID creatorId, Aim aim) {
        var owner = caller.owner();
        var programId = creators.get(owner, creatorId).programId();
        programs.hold(owner, programId);
        var creator = creators.hold(owner, programId, creatorId);
        goals.beAlone(creatorId);
        var organization = organizations.get(owner.organizationId());
        organization.requireRoom(Limit.MAX_GOALS_PER_CREATOR, goals.countOf(creatorId), 1);
        var goal = new Goal(owner, creator, aim, organization.zone(), clock.instant());
        goals.persist(goal);
        audit(caller, "goal.created", goal);
        return goal;
    }

    @Transactional
    public Page<Goal> list(Owner owner, UUID creatorId, int limit, Edge edge) {
        creators.get(owner, creatorId);
        return goals.page(creatorId, limit, edge);
    }

    /** @param change maps the current aim to the new one */
    @Transactional
    public Goal change(Caller caller, UUID id, UnaryOperator<Aim> change) {
        var goal = goals.requireForChange(caller.owner(), id);
        var aim = change.apply(goal.aim());
        if (!aim.isSameAs(goal.aim())) {
            goal.become(aim, organizations.zone(caller.owner()), clock.instant());
            audit(caller, "goal.changed", goal);
        }
        return goal;
    }

    @Transactional
    public Goal delete(Caller caller, UUID id) {
        var goal = goals.requireForChange(caller.owner(), id);
        goals.delete(goal);
        audit(caller, "goal.deleted", goal);
        return goal;
    }

    private void audit(Caller caller, String action, Goal goal) {
        var aim = goal.aim();
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                goal.id().toString(),
                Map.of(
                        "creator_id", goal.creatorId().toString(),
                        "type", aim.type().toString(),
                        "period", aim.period().toString(),
                        "target", aim.target().toPlainString()));
    }
}
