package io.groundswell.export;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes down what became of the work on exports. */
@ApplicationScoped
class Outcomes {
    private static final Sql ADVANCE = Sql.file(Outcomes.class, "advance.sql");
    private static final Sql END = Sql.file(Outcomes.class, "end.sql");
    private static final Sql MAILED = Sql.text("""
            update export set mail_status = :status, work = null, due_at = null, claim = null, attempts = 0
            where id = :id and claim = :claim""");

    private final AgroalDataSource database;

    Outcomes(AgroalDataSource database) {
        this.database = database;
    }

    void advance(String id, Progress progress, Instant now) {
        var values = new HashMap<>(progress.values());
        values.put("id", id);
        values.put("lease", now.plus(Claims.LEASE));
        ADVANCE.update(database, values);
    }

    /** @param failure null when the file is there */
    void end(String id, Failure failure, Instant now, Instant expires) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("status", failure == null ? ExportStatus.COMPLETED : ExportStatus.FAILED);
        values.put("failure", failure == null ? null : failure.code());
        values.put("failure_reason", failure == null ? null : failure.reason());
        values.put("now", now);
        values.put("expires", expires);
        END.update(database, values);
    }

    /** Says whether the claim was still good. */
    boolean mailed(String id, String claim, MailStatus status) {
        return MAILED.update(database, Map.of("id", id, "claim", claim, "status", status)) == 1;
    }
}
