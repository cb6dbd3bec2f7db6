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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds sites for those who store their events. It asks the database every time: a deleted site's token stops at once. */
@ApplicationScoped
public class MeasuredSites {
    private static final Sql HOLD = Sql.file(MeasuredSites.class, "hold-sites.sql");
    private static final Sql TRY = Sql.file(MeasuredSites.class, "try-hold-sites.sql");
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
        HOLD.list(database, tokens(tokens), MeasuredSites::site).forEach(site -> sites.put(site.token(), site));
        return sites;
    }

    /** @param busy tokens of sites that somebody else holds */
    public record Found(Map<String, MeasuredSite> held, Set<String> busy) {}

    /** The same of sites that nobody else holds. Does not wait for the others. */
    public Found tryHold(Collection<String> tokens) {
        var held = new HashMap<String, MeasuredSite>();
        var busy = new HashSet<String>();
        TRY.list(database, tokens(tokens), Seen::of).forEach(one -> {
            if (one.held() == null) {
                busy.add(one.token());
            } else {
                held.put(one.token(), one.held());
            }
        });
        return new Found(held, busy);
    }

    /** @param held null when somebody else holds it */
    private record Seen(String token, MeasuredSite held) {
        static Seen of(ResultSet row) throws SQLException {
            return new Seen(row.getString("token"), row.getBoolean("held") ? site(row) : null);
        }
    }

    private static Map<String, Object> tokens(Collection<String> some) {
        return Map.of("tokens", some.stream().filter(SiteToken::is).toList());
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
