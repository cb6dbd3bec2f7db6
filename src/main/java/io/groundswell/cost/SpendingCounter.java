package io.groundswell.cost;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.UsageCounter;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What an organization spent, in cents. */
@ApplicationScoped
class SpendingCounter implements UsageCounter {
    private static final Sql SPENT = Sql.text("""
            select coalesce(sum(cost_cents), 0) as cents from ledger_entry
            where organization_id = :organization and mode = :mode and at >= :start""");

    private final AgroalDataSource database;

    SpendingCounter(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "cost_cents";
    }

    @Override
    public long since(Owner owner, Instant start) {
        var values = Sql.owned(owner);
        values.put("start", start);
        return SPENT.first(database, values, row -> row.getLong("cents")).orElseThrow();
    }
}
