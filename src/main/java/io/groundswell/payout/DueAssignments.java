package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Assignments for which something may be due, each taken by one instance at a time. */
@ApplicationScoped
class DueAssignments {
    private static final Sql NEXT = Sql.file(DueAssignments.class, "next-due.sql");
    private static final Sql HOLD_PROGRAM = Sql.text("select 1 from program where id = :id for key share");
    private static final Sql HOLD_CREATOR =
            Sql.text("select 1 from creator where id = :id and removed_at is null for share");
    private static final Sql HOLD =
            Sql.text("select * from payout_assignment where id = :id and due_at <= :now for update skip locked");
    private static final Sql DONE =
            Sql.text("update payout_assignment set accrued_through = :through, due_at = :due where id = :id");
    private static final Sql POSTPONE =
            Sql.text("update payout_assignment set due_at = :due where id = :id and due_at < :due");

    private final AgroalDataSource database;
    private final Structures structures;

    DueAssignments(AgroalDataSource database, Structures structures) {
        this.database = database;
        this.structures = structures;
    }

    record Due(UUID assignmentId, UUID structureId, UUID programId, UUID creatorId, Owner owner) {
        private static Due of(ResultSet row) throws SQLException {
            return new Due(
                    row.getObject("id", UUID.class),
                    row.getObject("structure_id", UUID.class),
                    row.getObject("program_id", UUID.class),
                    row.getObject("creator_id", UUID.class),
                    Sql.owner(row));
        }
    }

    List<Due> next(Instant now, int most) {
        return NEXT.list(database, Map.of("now", now, "limit", most), Due::of);
    }

    /**
     * Empty when somebody else has it or was faster, or when there is nobody to be paid any more. Whoever edits or deletes what it
     * depends on waits until the transaction at hand ends; all of them hold things in this order.
     */
    Optional<Assignment> take(Due due, Instant now) {
        HOLD_PROGRAM.call(database, Map.of("id", due.programId()));
        if (!HOLD_CREATOR.exists(database, Map.of("id", due.creatorId()))) {
            return Optional.empty();
        }
        structures.keep(due.structureId());
        return HOLD.first(database, Map.of("id", due.assignmentId(), "now", now), Assignment::of);
    }

    /** @param through the last day for which all is made; null when there is none */
    void done(UUID id, LocalDate through, Instant due) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("through", through);
        values.put("due", due);
        DONE.update(database, values);
    }

    void postpone(UUID id, Instant due) {
        POSTPONE.update(database, Map.of("id", id, "due", due));
    }
}
