package io.groundswell.event;

import io.groundswell.database.Sql;
import io.groundswell.site.AllowedOrigins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A site that events are written for; nobody else writes for it until the transaction ends. */
record ClaimedSite(long number, String token, String organizationId, AllowedOrigins origins) {
    private static final Sql CLAIM = Sql.file(ClaimedSite.class, "claim-sites.sql");

    /** By their tokens; unknown tokens are left out. */
    static Map<String, ClaimedSite> claim(DataSource database, Collection<String> tokens) {
        var sites = new TreeMap<String, ClaimedSite>();
        CLAIM.list(database, Map.of("tokens", List.copyOf(tokens)), ClaimedSite::of)
                .forEach(site -> sites.put(site.token(), site));
        return sites;
    }

    private static ClaimedSite of(ResultSet row) throws SQLException {
        return new ClaimedSite(
                row.getLong("number"),
                row.getString("token"),
                row.getString("organization_id"),
                AllowedOrigins.of(row.getString("allowed_origins")));
    }
}
