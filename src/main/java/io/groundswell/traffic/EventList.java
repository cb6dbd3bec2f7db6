package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.EventId;
import io.groundswell.event.KeyHash;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The newest events of a site, one by one. */
@ApplicationScoped
public class EventList {
    private static final Sql EVENTS = Sql.file(EventList.class, "events.sql");

    private final AgroalDataSource database;

    EventList(AgroalDataSource database) {
        this.database = database;
    }

    /** Which events are wanted; null where it does not matter. */
    public record Wanted(String event, String userId, String sessionId) {}

    /**
     * @param properties as JSON; null when there are none
     * @param userId may be null, as may be the session's id and the country
     */
    public record Listed(
            String id, String event, String properties, String userId, String sessionId, Instant at, String country) {}

    /** The newest first, among those of the same time the one that came last. */
    public List<Listed> newest(AskedSite site, Window window, Wanted wanted, int most) {
        var values = window.of(site);
        values.put("event", wanted.event());
        values.put("user_key", KeyHash.number(wanted.userId()));
        values.put("session_key", KeyHash.number(wanted.sessionId()));
        values.put("most", (long) most);
        return EVENTS.list(database, values, row -> listed(site, row));
    }

    private static Listed listed(AskedSite site, ResultSet row) throws SQLException {
        var at = Sql.instant(row, "at");
        return new Listed(
                EventId.of(site.number(), at, row.getLong("seq")),
                row.getString("name"),
                row.getString("properties"),
                row.getString("user_id"),
                row.getString("session_id"),
                at,
                row.getString("country"));
    }
}
