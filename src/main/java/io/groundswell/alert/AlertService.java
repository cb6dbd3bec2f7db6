package io.groundswell.alert;

import io.groundswell.account.AuditTrail;
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

/** Lists alerts, and stores how people triage them. */
@ApplicationScoped
public class AlertService {
    private final Alerts alerts;
    private final ProgramService programs;
    private final AuditTrail audit;
    private final Clock clock;

    AlertService(Alerts alerts, ProgramService programs, AuditTrail audit, Clock clock) {
        this.alerts = alerts;
        this.programs = programs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Page<Alert> list(Owner owner, AlertFilter filter, int limit, Edge edge) {
        if (filter.programId() != null) {
            programs.get(owner, filter.programId());
        }
        return alerts.page(owner, filter, limit, edge);
    }

    @Transactional
    public Alert get(Owner owner, UUID id) {
        return alerts.require(owner, id);
    }

    /** @param change maps the current triage to the new one */
    @Transactional
    public Alert triage(Caller caller, UUID id, UnaryOperator<Triage> change) {
        var alert = alerts.requireForChange(caller.owner(), id);
        if (alert.triage(change.apply(alert.triage()), clock.instant())) {
            audit.record(
                    caller.owner(),
                    caller.userId(),
                    "alert.changed",
                    id.toString(),
                    Map.of(
                            "kind",
                            alert.kind().toString(),
                            "status",
                            alert.triage().status().toString()));
        }
        return alert;
    }
}
