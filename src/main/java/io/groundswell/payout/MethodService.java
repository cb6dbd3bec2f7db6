package io.groundswell.payout;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Edge;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes, lists, changes and deletes ways to pay creators. */
@ApplicationScoped
public class MethodService {
    private final Methods methods;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    MethodService(Methods methods, OrganizationService organizations, AuditTrail audit, Clock clock) {
        this.methods = methods;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Method create(Caller caller, MethodDetails details) {
        var owner = caller.owner();
        methods.beAlone(owner);
        organizations
                .get(owner.organizationId())
                .requireRoom(Limit.MAX_PAYOUT_METHODS_PER_ORG, methods.count(owner), 1);
        var method = new Method(owner, details, clock.instant());
        methods.persist(method);
        audit(caller, "payout_method.created", method);
        return method;
    }

    @Transactional
    public Page<Method> list(Owner owner, boolean alsoDisabled, int limit, Edge edge) {
        return methods.page(owner, alsoDisabled, limit, edge);
    }

    @Transactional
    public Method get(Owner owner, UUID id) {
        return methods.require(owner, id);
    }

    @Transactional
    public Method change(Caller caller, UUID id, UnaryOperator<MethodDetails> change) {
        var method = methods.requireForChange(caller.owner(), id);
        if (method.describe(change.apply(method.details()), clock.instant())) {
            audit(caller, "payout_method.changed", method);
        }
        return method;
    }

    /** Payments keep its name. */
    @Transactional
    public Method delete(Caller caller, UUID id) {
        var method = methods.requireForChange(caller.owner(), id);
        if (method.isDefault()) {
            throw Refusal.of(
                    PayoutError.DEFAULT_METHOD,
                    "%s is a default method: deactivate it instead",
                    method.details().name());
        }
        methods.delete(method);
        audit(caller, "payout_method.deleted", method);
        return method;
    }

    private void audit(Caller caller, String action, Method method) {
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                method.id().toString(),
                Map.of("name", method.details().name()));
    }
}
