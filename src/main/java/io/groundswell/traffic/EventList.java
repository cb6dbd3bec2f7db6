package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.EventId;
import io.groundswell.event.KeyHash;
import io.groundswell.rollup.EventFigures;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The newest events of a site, one by one. */
@ApplicationScoped
public class EventList {
    private static final Sql EVENTS = Sql.file(EventList.class, "events.sql");

    private final AgroalDataSource database;
    private final EventFigures figures;

    EventList(AgroalDataSource database, EventFigures figures) {
        this.database = database;
        this.figures = figures;
    }

    /** Which events are wanted; null where it does not matter. */
    public record Wanted(String event, String userId, String sessionId) {
        private boolean isByNameAlone() {
            return event != null && userId == null && sessionId == null;
        }
    }

    /**
     * @param properties as JSON; null when there are none
     * @param userId may be null, as may be the session's id and the country
     */
    public record Listed(
            String id, String event, String properties, String userId, String sessionId, Instant at, String country) {}

    /** The newest first, among those of the same time the one that came last. */
    public List<Listed> newest(AskedSite site, Window window, Wanted wanted, int most) {
        var days = wanted.isByNameAlone() ? days(site, window, wanted.event(), most) : Optional.of(window);
        return days.map(some -> read(site, some, wanted, most)).orElse(List.of());
    }

    /** No index leads to the events of a name, but on which days the newest ones are is known. Empty when there are none. */
    private Optional<Window> days(AskedSite site, Window window, String event, int most) {
        var counts = new TreeMap<>(figures.counts(site, window, event)).descendingMap();
        var found = 0L;
        for (var day : counts.entrySet()) {
            found += day.getValue();
            if (found >= most) {
                return Optional.of(site.between(day.getKey(), counts.firstKey().plusDays(1)));
            }
        }
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(site.between(counts.lastKey(), counts.firstKey().plusDays(1)));
    }

    private List<Listed> read(AskedSite site, Window window, Wanted wanted, int most) {
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
