package io.groundswell.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;

/** What database errors mean: which pass by themselves, so that whoever met them should try again, and which are the caller's. */
public final class DatabaseFaults {
    private static final String CANCELLED = "57014";
    private static final String OUT_OF_RANGE = "22003";
    private static final String CHECK_VIOLATION = "23514";
    /** What a standby answers, and a server that has no room left. */
    private static final String READ_ONLY = "25006";

    /** Deadlock, failed serialization, lock not available, statement cancelled by its timeout. */
    private static final Set<String> CONTENTION = Set.of("40P01", "40001", "55P03", CANCELLED);

    private DatabaseFaults() {}

    /**
     * Whether a failure comes from a database that is away, restarting, overloaded or takes no writes for now, or from somebody
     * else who changed the same at that moment.
     */
    public static boolean passes(Throwable failure) {
        return find(failure).filter(DatabaseFaults::passesByItself).isPresent()
                || find(failure, StaleStateException.class).isPresent();
    }

    /** Whether a statement took longer than it may, or several of them together did. */
    public static boolean ranOutOfTime(Throwable failure) {
        return failure instanceof OutOfTimeException
                || find(failure)
                        .filter(fault -> CANCELLED.equals(fault.getSQLState()))
                        .isPresent();
    }

    /** Whether a number is more than its type can hold. */
    public static boolean isTooMuch(Throwable failure) {
        return find(failure)
                .filter(fault -> OUT_OF_RANGE.equals(fault.getSQLState()))
                .isPresent();
    }

    /** Whether a row is in none of the partitions of its table, which the database tells as it tells that one breaks a check. */
    public static boolean fitsNowhere(Throwable failure) {
        return find(failure)
                .filter(fault -> CHECK_VIOLATION.equals(fault.getSQLState()))
                .isPresent();
    }

    private static Optional<SQLException> find(Throwable failure) {
        return find(failure, SQLException.class);
    }

    /** A commit that fails hides its reason among what it suppressed, so those are looked through, too. */
    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        if (failure == null || type.isInstance(failure)) {
            return Optional.ofNullable(type.cast(failure));
        }
        return Arrays.stream(failure.getSuppressed())
                .map(suppressed -> find(suppressed, type))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find(failure.getCause(), type));
    }

    private static boolean passesByItself(SQLException fault) {
        var state = fault.getSQLState();
        // The connection pool reports its own time-out without a state.
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || READ_ONLY.equals(state)
                || CONTENTION.contains(state);
    }
}
