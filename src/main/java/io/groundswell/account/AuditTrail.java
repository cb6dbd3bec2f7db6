package io.groundswell.account;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;

/** Who changed keys, settings, integrations and reviews, and when; written in the transaction of the change. */
@ApplicationScoped
public class AuditTrail {
    /** Acts when nobody asks it to. */
    public static final String SYSTEM = "system";

    public static final String OPERATOR = "operator";

    private final AuditEntries entries;
    private final Origin.Source origins;
    private final Clock clock;

    AuditTrail(AuditEntries entries, Origin.Source origins, Clock clock) {
        this.entries = entries;
        this.origins = origins;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void record(Owner owner, String userId, String action, String subject) {
        record(owner, userId, action, subject, Map.of());
    }

    /** @param details what a reader wants to know besides; never a secret */
    @Transactional(TxType.MANDATORY)
    public void record(Owner owner, String userId, String action, String subject, Map<String, String> details) {
        // What the server does by itself may happen to be done within somebody's request.
        var origin = userId.equals(SYSTEM) ? Origin.NOWHERE : origins.current();
        entries.persist(new AuditEntry(owner, userId, action, subject, details, origin, clock.instant()));
    }

    /** For what both modes share, such as settings: each has it in its own list. */
    @Transactional(TxType.MANDATORY)
    public void recordInBoth(
            String organizationId, String userId, String action, String subject, Map<String, String> details) {
        for (var mode : Mode.values()) {
            record(new Owner(organizationId, mode), userId, action, subject, details);
        }
    }

    /** Newest first. */
    @Transactional
    public Page<AuditEntry> list(Owner owner, AuditFilter filter, Page.Request request) {
        return entries.page(owner, filter, request);
    }
}
