package io.groundswell.cost;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** What missions were called at last, in the ledger, which outlives them. */
@ApplicationScoped
public class LastNames {
    private static final Sql KEEP = Sql.text("""
            update ledger_entry set mission_name = :name
            where organization_id = :organization and mode = :mode and mission_id = :mission and mission_name <> :name""");

    private final AgroalDataSource database;

    LastNames(AgroalDataSource database) {
        this.database = database;
    }

    /** To be called when a mission goes: nobody can be asked any more what it is called. */
    @Transactional(TxType.MANDATORY)
    public void keep(Owner owner, String missionId, String name) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        values.put("name", name);
        KEEP.update(database, values);
    }
}
