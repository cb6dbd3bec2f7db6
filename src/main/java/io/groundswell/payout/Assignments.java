package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Edge;
import io.groundswell.database.Pages;
import io.groundswell.database.Sql;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is paid by which structure. Whoever adds or changes one holds the structure. */
@ApplicationScoped
class Assignments {
    private static final Sql PAGE = Sql.file(Assignments.class, "assignments.sql");
    private static final String OWNED = "select * from payout_assignment where structure_id = :structure and id = :id";
    private static final Sql ONE = Sql.text(OWNED);
    private static final Sql HOLD = Sql.text(OWNED + " for update");
    private static final Sql COUNT = Sql.text("select count(*) from payout_assignment where structure_id = :structure");
    private static final Sql OVERLAPS = Sql.text("""
        select 1 from payout_assignment a
        where a.structure_id = :structure and a.creator_id = :creator and a.id <> :id
          and a.starts_on <= coalesce(cast(:ends as date), 'infinity') and coalesce(a.ends_on, 'infinity') >= :starts
        limit 1\
        """);
    private static final Sql ADD = Sql.text("""
        insert into payout_assignment (id, structure_id, creator_id, starts_on, ends_on, due_at, created_at)
        values (:id, :structure, :creator, :starts, :ends, :now, :now)\
        """);
    private static final Sql LAST_ACCRUED =
            Sql.text("select max(ends_on) as day from payout_accrual where assignment_id = :id");
    private static final Sql END =
            Sql.text("update payout_assignment set ends_on = :ends, due_at = :now where id = :id");

    private final AgroalDataSource database;

    Assignments(AgroalDataSource database) {
        this.database = database;
    }

    Page<Assignment> page(UUID structureId, int limit, Edge edge) {
        return Pages.page(database, PAGE, Map.of("structure", structureId), limit, edge, Assignment::of);
    }

    Assignment require(UUID structureId, UUID id) {
        return find(ONE, structureId, id);
    }

    Assignment requireForChange(UUID structureId, UUID id) {
        return find(HOLD, structureId, id);
    }

    private Assignment find(Sql query, UUID structureId, UUID id) {
        return query.first(database, Map.of("structure", structureId, "id", id), Assignment::of)
                .orElseThrow(() -> Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such assignment: %s", id));
    }

    long count(UUID structureId) {
        return COUNT.first(database, Map.of("structure", structureId), row -> row.getLong(1))
                .orElseThrow();
    }

    boolean overlaps(Assignment one) {
        return OVERLAPS.exists(database, values(one));
    }

    void add(Assignment one) {
        var values = values(one);
        values.put("now", one.createdAt());
        ADD.update(database, values);
    }

    private static Map<String, Object> values(Assignment one) {
        var values = new HashMap<String, Object>();
        values.put("id", one.id());
        values.put("structure", one.structureId());
        values.put("creator", one.creatorId());
        values.put("starts", one.startsOn());
        values.put("ends", one.endsOn());
        return values;
    }

    /** The last day that there is an accrual for: it may be later than a part that still waits for its goal. */
    Optional<LocalDate> lastAccrued(UUID id) {
        return LAST_ACCRUED.first(database, Map.of("id", id), row -> row.getObject("day", LocalDate.class));
    }

    void end(UUID id, LocalDate endsOn, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("ends", endsOn);
        values.put("now", now);
        END.update(database, values);
    }
}
