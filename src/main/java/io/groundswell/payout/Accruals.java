package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Edge;
import io.groundswell.database.Pages;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What creators are owed. */
@ApplicationScoped
class Accruals {
    private static final Sql PAGE = Sql.file(Accruals.class, "accruals.sql");
    private static final Sql PAY = Sql.file(Accruals.class, "pay.sql");
    private static final String OWNED =
            "select * from payout_accrual where organization_id = :organization and mode = :mode and id = :id";
    private static final Sql ONE = Sql.text(OWNED);
    private static final Sql HOLD = Sql.text(OWNED + " for update");
    private static final Sql MISSING = Sql.text("""
        select w.id from unnest(cast(cast(:ids as text[]) as uuid[])) as w (id)
        where not exists (
            select from payout_accrual a
            where a.id = w.id and a.organization_id = :organization and a.mode = :mode and a.creator_id = :creator)
        limit 1\
        """);
    private static final Sql DECIDE = Sql.text("""
        update payout_accrual set status = :status, adjustment_cents = :adjustment, readme = :readme, updated_at = :now
        where id = :id\
        """);
    private static final Sql FREE = Sql.text("""
        with held as (select a.id from payout_accrual a where a.payment_id = :payment order by a.id for update)
        update payout_accrual a set status = 'APPROVED', payment_id = null, updated_at = :now
        from held h
        where a.id = h.id\
        """);

    private final AgroalDataSource database;

    Accruals(AgroalDataSource database) {
        this.database = database;
    }

    Page<Accrual> page(Owner owner, AccrualFilter filter, int limit, Edge edge) {
        var values = Sql.owned(owner);
        values.put("program", filter.programId());
        values.put("structure", filter.structureId());
        values.put("creator", filter.creatorId());
        values.put("status", filter.status());
        return Pages.page(database, PAGE, values, limit, edge, Accrual::of);
    }

    Accrual require(Owner owner, UUID id) {
        return find(ONE, owner, id);
    }

    Accrual requireForChange(Owner owner, UUID id) {
        return find(HOLD, owner, id);
    }

    private Accrual find(Sql query, Owner owner, UUID id) {
        var values = Sql.owned(owner);
        values.put("id", id);
        return query.first(database, values, Accrual::of)
                .orElseThrow(() -> Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such accrual: %s", id));
    }

    void decide(UUID id, AccrualStatus status, long adjustment, String readme, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("status", status);
        values.put("adjustment", adjustment);
        values.put("readme", readme);
        values.put("now", now);
        DECIDE.update(database, values);
    }

    /** Refuses what is not there for this creator. */
    void requireAll(Owner owner, UUID creatorId, Collection<UUID> ids) {
        var values = Sql.owned(owner);
        values.put("creator", creatorId);
        values.put("ids", ids);
        MISSING.first(database, values, row -> row.getObject("id", UUID.class)).ifPresent(id -> {
            throw Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such accrual of this creator: %s", id);
        });
    }

    /** What each of those comes to that could be paid; the others are not approved, or paid already. */
    List<Long> pay(Owner owner, UUID creatorId, Collection<UUID> ids, UUID paymentId, Instant now) {
        var values = Sql.owned(owner);
        values.put("creator", creatorId);
        values.put("ids", ids);
        values.put("payment", paymentId);
        values.put("now", now);
        return PAY.list(database, values, row -> row.getLong("cents"));
    }

    /** Held in the order of their ids, as whoever pays holds them. */
    void free(UUID paymentId, Instant now) {
        FREE.update(database, Map.of("payment", paymentId, "now", now));
    }
}
