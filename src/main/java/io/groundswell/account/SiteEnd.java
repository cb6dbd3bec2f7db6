package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Deletes sites of an organization that ends. Their events follow when there is time. */
@ApplicationScoped
class SiteEnd {
    private static final Sql NEXT =
            Sql.text("select number from site where organization_id = :organization order by number limit 1");
    /** Which may take a while, and is held before the row of the site, for which all events would wait. */
    private static final Sql HOLD = Sql.text("select site_number from site_fold where site_number = :site for update");

    private static final Sql DELETE = Sql.text("delete from site where number = :site");

    private final AgroalDataSource database;

    SiteEnd(AgroalDataSource database) {
        this.database = database;
    }

    /** In the transaction at hand. Returns whether there was one, as 1 or 0. */
    int deleteOne(String organizationId) {
        var site = NEXT.first(database, Map.of("organization", organizationId), row -> row.getLong("number"));
        site.ifPresent(number -> {
            HOLD.call(database, Map.of("site", number));
            DELETE.update(database, Map.of("site", number));
        });
        return site.isPresent() ? 1 : 0;
    }
}
