package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Who changed keys, settings and reviews, and when; written in the transaction of the change. */
@ApplicationScoped
public class AuditTrail {
    private static final Sql INSERT = Sql.text("""
            insert into audit_entry (organization_id, mode, user_id, action, subject_id, at)
            values (:organization, :mode, :user, :action, :subject, :at)""");

    private final AgroalDataSource database;
    private final Clock clock;

    AuditTrail(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void record(Owner owner, String userId, String action, String subjectId) {
        INSERT.update(
                database,
                Map.of(
                        "organization",
                        owner.organizationId(),
                        "mode",
                        owner.mode(),
                        "user",
                        userId,
                        "action",
                        action,
                        "subject",
                        subjectId,
                        "at",
                        clock.instant()));
    }
}
