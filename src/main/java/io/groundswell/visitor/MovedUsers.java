package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.KeyHash;
import io.groundswell.rollup.Corrections;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives what users did before they were identified to the ids by which they are known now, some rows at a time. Nothing new has a
 * former id: events are kept under the other one as they come.
 */
@ApplicationScoped
class MovedUsers implements Round {
    private static final int AT_ONCE = 1_000;
    /** What is to be deleted is given to nobody, or it would be out of reach of whoever deletes it. */
    private static final String NOT_ERASED = " and not exists (select from user_erasure r"
            + " where r.site_number = a.site_number and r.user_key = a.previous_key)";
    /** In no order, so that one that fails stops no other for long. */
    private static final Sql NEXT =
            Sql.text("select a.site_number, a.previous_key from user_alias a where a.moves_to_key is not null"
                    + NOT_ERASED + " order by random() limit :most");

    private static final Sql OF_USER = Sql.text("""
            select site_number, previous_key from user_alias
            where site_number = :site and user_key = :key and moves_to_key <> :key order by previous_key limit 100""");
    private static final Sql CURRENT = Sql.text("select a.moves_to_key, a.moves_to_id from user_alias a"
            + " where a.site_number = :site and a.previous_key = :from_key and a.moves_to_key is not null" + NOT_ERASED
            + " for update");
    private static final Sql MOVE_EVENTS = Sql.file(MovedUsers.class, "move-events.sql");
    private static final Sql SESSIONS =
            Sql.text("select session_key from session where site_number = :site and user_key = :from_key limit :most");
    private static final Sql MOVE_SESSIONS = Sql.file(MovedUsers.class, "move-sessions.sql");
    private static final Sql DONE = Sql.text("""
            update user_alias set moves_to_key = null, moves_to_id = null
            where site_number = :site and previous_key = :from_key""");

    private final FirstEvents first;
    private final Corrections corrections;
    private final OneByOne oneByOne;
    private final AgroalDataSource database;

    MovedUsers(FirstEvents first, Corrections corrections, OneByOne oneByOne, AgroalDataSource database) {
        this.first = first;
        this.corrections = corrections;
        this.oneByOne = oneByOne;
        this.database = database;
    }

    @Override
    public String name() {
        return "moved_users";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int run(Instant deadline) {
        return oneByOne.allOf(
                this, this::pending, one -> "user " + one, deadline, one -> QuarkusTransaction.requiringNew()
                        .call(() -> step(one)));
    }

    /** The same at once, a step for each, of what is still to be given to others who had ids of a user before. */
    void settle(KnownUser user) {
        var key = Map.of("site", user.siteNumber(), "key", KeyHash.number(user.id()));
        OF_USER.list(database, key, MovedUsers::pending)
                .forEach(one -> oneByOne.attempt(this, "user " + one, () -> QuarkusTransaction.requiringNew()
                        .call(() -> step(one))));
    }

    private List<Map<String, Object>> pending() {
        return NEXT.list(database, Map.of("most", AT_ONCE), MovedUsers::pending);
    }

    private static Map<String, Object> pending(ResultSet row) throws SQLException {
        return new HashMap<>(Map.of("site", row.getLong("site_number"), "from_key", row.getLong("previous_key")));
    }

    private int step(Map<String, Object> values) {
        corrections.hold((long) values.get("site"));
        var to = current(values);
        if (to.isEmpty()) {
            // Another instance was faster, or the user is being erased.
            return 0;
        }
        values.putAll(to.get());
        values.put("most", (long) FirstEvents.MOST);
        var until = first.until((long) values.get("site"), (long) values.get("from_key"));
        values.put("until", until.orElse(Long.MAX_VALUE));
        return until.isPresent() ? moveFirst(values) : moveLast(values);
    }

    private int moveFirst(Map<String, Object> values) {
        corrections.moveFirst(
                (long) values.get("site"), (long) values.get("from_key"), (long) values.get("to_key"), (long)
                        values.get("until"));
        return MOVE_EVENTS.update(database, values);
    }

    private int moveLast(Map<String, Object> values) {
        var sessions = SESSIONS.list(database, values, row -> row.getLong("session_key"));
        values.put("sessions", sessions);
        corrections.move(
                (long) values.get("site"), (long) values.get("from_key"), (long) values.get("to_key"), sessions);
        var events = MOVE_EVENTS.update(database, values);
        MOVE_SESSIONS.update(database, values);
        if (sessions.size() < FirstEvents.MOST) {
            DONE.update(database, values);
        }
        return events + sessions.size() + 1;
    }

    private Optional<Map<String, Object>> current(Map<String, Object> values) {
        return CURRENT.first(
                database,
                values,
                row -> Map.of("to_key", row.getLong("moves_to_key"), "to_id", row.getString("moves_to_id")));
    }
}
