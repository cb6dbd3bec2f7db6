package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds sites for those who store their events. It asks the database every time: a deleted site's token stops at once. */
@ApplicationScoped
public class MeasuredSites {
    private static final Sql BY_TOKEN = Sql.file(MeasuredSites.class, "site-by-token.sql");
    private static final List<Limit> LIMITS =
            List.of(Limit.SITE_REQUESTS_PER_MINUTE, Limit.SITE_EVENTS, Limit.SITE_RETENTION_DAYS);

    private final AgroalDataSource database;

    MeasuredSites(AgroalDataSource database) {
        this.database = database;
    }

    /** Empty when the token is none, or that of a deleted site, or of a suspended organization. */
    public Optional<MeasuredSite> byToken(String token) {
        return SiteToken.is(token)
                ? BY_TOKEN.first(database, Map.of("token", token), MeasuredSites::site)
                : Optional.empty();
    }

    private static MeasuredSite site(ResultSet row) throws SQLException {
        return new MeasuredSite(
                row.getString("id"),
                row.getString("organization_id"),
                row.getString("name"),
                new AllowedOrigins(
                        List.of((String[]) row.getArray("allowed_origins").getArray())),
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
