package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds sites for those who store their events. It asks the database every time: a deleted site's token stops at once. */
@ApplicationScoped
public class MeasuredSites {
    private static final Sql HOLD = Sql.file(MeasuredSites.class, "hold-sites.sql");
    private static final List<Limit> LIMITS = List.of(Limit.SITE_REQUESTS_PER_MINUTE, Limit.SITE_EVENTS);

    private final AgroalDataSource database;

    MeasuredSites(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * By their tokens. A token is left out when it is none, or that of a deleted site, or of a suspended organization. Nobody else
     * holds, changes or deletes these sites until the transaction ends.
     */
    public Map<String, MeasuredSite> hold(Collection<String> tokens) {
        var sites = new HashMap<String, MeasuredSite>();
        HOLD.list(
                        database,
                        Map.of("tokens", tokens.stream().filter(SiteToken::is).toList()),
                        MeasuredSites::site)
                .forEach(site -> sites.put(site.token(), site));
        return sites;
    }

    private static MeasuredSite site(ResultSet row) throws SQLException {
        return new MeasuredSite(
                row.getLong("number"),
                row.getString("token"),
                row.getString("organization_id"),
                new AllowedOrigins(
                        List.of((String[]) row.getArray("allowed_origins").getArray())),
                row.getBoolean("aliased"),
                Plan.valueOf(row.getString("plan")),
                limits(row));
    }

    private static Map<String, Long> limits(ResultSet row) throws SQLException {
        var limits = new HashMap<String, Long>();
        for (var limit : LIMITS) {
            var value = row.getObject(limit.toString(), Long.class);
            if (value != null) {
                limits.put(limit.toString(), value);
            }
        }
        return limits;
    }
}
