package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is really in the database. */
@ApplicationScoped
public class Rows {
    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    /** Rounds tell of what they leave out. */
    private static final Logger NOISE = Logger.getLogger("io.groundswell.work.OneByOne");

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    public long count(String query) {
        return Sql.text(query).first(database, Map.of(), row -> row.getLong(1)).orElseThrow();
    }

    public List<String> texts(String query) {
        return Sql.text(query).list(database, Map.of(), row -> row.getString(1));
    }

    public void change(String statement) {
        Sql.text(statement).update(database, Map.of());
    }

    /** Until somebody waits for rows that are held. */
    public void awaitWaiting() {
        awaitWaiting(1);
    }

    /** Until so many wait for rows that are held. */
    public void awaitWaiting(int many) {
        var deadline = Instant.now().plusSeconds(30);
        // Within one transaction the view stays as it is.
        while (QuarkusTransaction.requiringNew().call(() -> count(WAITING)) < many) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Nobody waits for rows that are held");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    /**
     * From now on the database takes no such change: what a bug would make of a thing that has something odd about it.
     *
     * @param change of a row, such as "update on content"
     * @param which of them, by {@code old} and {@code new}
     */
    public void refuse(String change, String which) {
        NOISE.setLevel(Level.OFF);
        change("create or replace function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''Planned by a test''; end'");
        change("create trigger refused before %s for each row when (%s) execute function refuse()"
                .formatted(change, which));
    }

    public void refuseNothing() {
        NOISE.setLevel(null);
        change("drop function if exists refuse() cascade");
    }

    /** Leaves no organization, and so nothing that is due in another test. */
    public void clear() {
        // Emptying eighty tables takes a fifth of a second, and most tests find them empty.
        if (count("select (select count(*) from organization) + (select count(*) from app_user)") > 0) {
            Sql.text("truncate organization, app_user cascade").call(database, Map.of());
        }
    }
}
