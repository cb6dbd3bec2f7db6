package io.groundswell.database;

import java.sql.SQLException;
import java.util.Set;

/** Which database errors pass by themselves, so that whoever met them should try again. */
public final class DatabaseFaults {
    /** Deadlock, failed serialization, lock not available, statement cancelled by its timeout. */
    private static final Set<String> CONTENTION = Set.of("40P01", "40001", "55P03", "57014");

    private DatabaseFaults() {}

    /** Whether a failure comes from a database that is away, restarting or overloaded. */
    public static boolean passes(Throwable failure) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException fault) {
                return passes(fault);
            }
        }
        return false;
    }

    public static boolean passes(SQLException fault) {
        var state = fault.getSQLState();
        // The connection pool reports its own time-out without a state.
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || CONTENTION.contains(state);
    }
}
