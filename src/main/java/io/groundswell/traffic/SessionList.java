package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.KeyHash;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The newest sessions of a site, one by one. A session belongs to the day in UTC on which it starts. */
@ApplicationScoped
public class SessionList {
    private static final Sql SESSIONS = Sql.file(SessionList.class, "sessions.sql");

    private final AgroalDataSource database;

    SessionList(AgroalDataSource database) {
        this.database = database;
    }

    /** Which sessions are wanted; null where it does not matter. */
    public record Wanted(String userId, Boolean bounce) {}

    /** @param userId may be null, as may be the pages */
    public record Listed(
            String id,
            String userId,
            Instant start,
            Instant end,
            String entryPage,
            String exitPage,
            long events,
            boolean bounce) {
        /** From a row of {@code session_id, user_id, start_at, end_at, entry_page, exit_page, events, bounce}. */
        public static Listed of(ResultSet row) throws SQLException {
            return new Listed(
                    row.getString("session_id"),
                    row.getString("user_id"),
                    Sql.instant(row, "start_at"),
                    Sql.instant(row, "end_at"),
                    row.getString("entry_page"),
                    row.getString("exit_page"),
                    row.getLong("events"),
                    row.getBoolean("bounce"));
        }
    }

    /** Those that started last first, among those of the same time by id. */
    public List<Listed> newest(AskedSite site, Window window, Wanted wanted, int most) {
        var values = window.of(site);
        values.put("user_key", KeyHash.number(wanted.userId()));
        values.put("bounce", wanted.bounce());
        values.put("most", (long) most);
        return SESSIONS.list(database, values, Listed::of);
    }
}
