package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Keeps writers of a site apart: whoever changes its rows or figures takes turns with whoever adds events. */
@ApplicationScoped
public class HeldSite {
    private static final Sql HOLD = Sql.text("select number from site where number = :site for no key update");
    private static final Sql HOLD_NAMED = Sql.text("select number from site where id = :id for no key update");

    private final AgroalDataSource database;

    HeldSite(AgroalDataSource database) {
        this.database = database;
    }

    /** Waits for its turn, which ends with the transaction. Says whether there is such a site. */
    public boolean hold(long siteNumber) {
        return HOLD.exists(database, Map.of("site", siteNumber));
    }

    /** The same, and says by which number its rows know the site. */
    public long hold(String siteId) {
        return HOLD_NAMED
                .first(database, Map.of("id", siteId), row -> row.getLong("number"))
                .orElseThrow();
    }
}
