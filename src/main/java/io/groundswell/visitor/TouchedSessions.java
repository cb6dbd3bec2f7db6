package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.SessionPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What becomes of sessions when events of one of their users are deleted: they are as if these had never come. Whoever is identified
 * in the midst of a session has it together with the id from before.
 */
@ApplicationScoped
class TouchedSessions {
    private static final Sql TOUCHED = Sql.file(TouchedSessions.class, "touched-sessions.sql");
    private static final Sql RECOUNT = Sql.file(TouchedSessions.class, "recount-sessions.sql");
    private static final Sql DELETE = Sql.file(TouchedSessions.class, "delete-sessions.sql");

    private final AgroalDataSource database;

    TouchedSessions(AgroalDataSource database) {
        this.database = database;
    }

    /** @param gone how many of its events are deleted */
    record Touched(long key, long gone) {}

    /**
     * @param events which are deleted, as the statements have them: site, key (the user's), until
     * @param mostOwn how many are taken along that are kept as the user's, also when none of the events is in them
     */
    List<Touched> by(Map<String, Object> events, int mostOwn) {
        var values = new HashMap<>(events);
        values.put("most", (long) mostOwn);
        return TOUCHED.list(database, values, row -> new Touched(row.getLong("key"), row.getLong("gone")));
    }

    /** Before the events are deleted, and after the sessions were noted for the figures. */
    void recount(Map<String, Object> events, List<Touched> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        var values = new HashMap<>(events);
        values.put("sessions", sessions.stream().map(Touched::key).toList());
        values.put("passive", SessionPart.PASSIVE);
        // Most sessions are the user's alone, and nobody has to look for what others did in them.
        delete(values, sessions, Touched::gone);
        RECOUNT.update(database, values);
        delete(values, sessions, left -> 0);
    }

    private void delete(Map<String, Object> values, List<Touched> sessions, ToLongFunction<Touched> events) {
        values.put("events", sessions.stream().mapToLong(events).boxed().toList());
        DELETE.update(database, values);
    }
}
