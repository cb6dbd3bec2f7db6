package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Refusal;
import io.groundswell.site.AskedSite;
import io.groundswell.traffic.SessionList;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that is kept of one user, page by page: sessions first, in no order, then events, the oldest first. */
@ApplicationScoped
public class UserData {
    private static final Sql SESSIONS = Sql.file(UserData.class, "user-sessions.sql");
    private static final Sql EVENTS = Sql.file(UserData.class, "user-events.sql");

    private final KnownUsers users;
    private final AgroalDataSource database;

    UserData(KnownUsers users, AgroalDataSource database) {
        this.users = users;
        this.database = database;
    }

    /** @param key by which pages go on */
    public record Session(long key, SessionList.Listed listed) {}

    /** @param properties as JSON; null when there are none, as may be the session's id and the country */
    public record Event(
            Instant at, long seq, String name, String properties, String userId, String sessionId, String country) {}

    /** @param next where the next page begins; null after the last one */
    public record Page(
            String userId, List<String> previousIds, List<Session> sessions, List<Event> events, UserCursor next) {}

    /**
     * @param anyId the user's, or a former one
     * @param from where the page begins
     * @param most sessions and events together
     */
    public Page page(AskedSite site, String anyId, UserCursor from, int most) {
        var user = users.find(site.number(), anyId);
        var sessions = from.isAmongEvents() ? List.<Session>of() : sessions(user, from, most + 1);
        var room = most - sessions.size();
        var events = room >= 0 ? events(user, from, room + 1) : List.<Event>of();
        if (from.isBegin()
                && sessions.isEmpty()
                && events.isEmpty()
                && user.previousIds().isEmpty()) {
            throw Refusal.of(VisitorError.USER_NOT_FOUND, "Nothing is known of a user '%s'", anyId);
        }
        return new Page(
                user.id(),
                user.previousIds(),
                first(sessions, most),
                first(events, Math.max(0, room)),
                next(sessions, events, most));
    }

    /** One more was read than is shown, so that there is no next page without anything. */
    private static UserCursor next(List<Session> sessions, List<Event> events, int most) {
        var room = most - sessions.size();
        if (room < 0) {
            return UserCursor.after(sessions.get(most - 1).key());
        }
        if (events.size() <= room) {
            return null;
        }
        return room == 0
                ? UserCursor.atFirstEvent()
                : UserCursor.after(
                        events.get(room - 1).at(), events.get(room - 1).seq());
    }

    private static <T> List<T> first(List<T> rows, int most) {
        return rows.subList(0, Math.min(rows.size(), most));
    }

    private List<Session> sessions(KnownUser user, UserCursor from, int most) {
        return SESSIONS.list(
                database,
                values(user, most, "session_key", from.sessionKey()),
                row -> new Session(row.getLong("session_key"), SessionList.Listed.of(row)));
    }

    private List<Event> events(KnownUser user, UserCursor from, int most) {
        var values = values(user, most, "at", from.at());
        values.put("seq", from.seq());
        return EVENTS.list(database, values, UserData::event);
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                Sql.instant(row, "at"),
                row.getLong("seq"),
                row.getString("name"),
                row.getString("properties"),
                row.getString("user_id"),
                row.getString("session_id"),
                row.getString("country"));
    }

    private static Map<String, Object> values(KnownUser user, int most, String edge, Object after) {
        var values = new HashMap<String, Object>();
        values.put("site", user.siteNumber());
        values.put("keys", user.keys());
        values.put("most", (long) most);
        values.put(edge, after);
        return values;
    }
}
