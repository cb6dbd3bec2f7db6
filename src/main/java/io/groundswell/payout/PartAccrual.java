package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

/** Keeps what is owed for one part that is over. */
@ApplicationScoped
class PartAccrual {
    private static final Sql ACCRUE = Sql.file(PartAccrual.class, "accrue.sql");

    private final AgroalDataSource database;
    private final Calculation calculation;
    private final VideoAccrual videos;

    PartAccrual(AgroalDataSource database, Calculation calculation, VideoAccrual videos) {
        this.database = database;
        this.calculation = calculation;
        this.videos = videos;
    }

    void accrue(Owner owner, Assignment assignment, Part part, Instant now) {
        if (part.version().rule().kind() == RuleKind.VIEW_THRESHOLD) {
            videos.accrue(assignment, part, now);
        } else {
            save(assignment, part, calculation.of(owner, assignment.creatorId(), part), now);
        }
    }

    private void save(Assignment assignment, Part part, Owed owed, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", UUID.randomUUID());
        values.put("assignment", assignment.id());
        values.put("version", part.version().number());
        values.put("kind", part.version().rule().kind());
        values.put("starts", part.from());
        values.put("ends", part.to().minusDays(1));
        values.put("quantity", owed.quantity());
        values.put("cents", owed.cents());
        values.put("reason", part.reason());
        values.put("now", now);
        ACCRUE.update(database, values);
    }
}
