package io.groundswell.work;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Tells operators how things stand in the database. All instances see the same rows, and tell the same of them. Those that extend it
 * are singletons: the proxy of another scope would need constructors without arguments.
 */
public abstract class Gauges implements Round {
    private final AgroalDataSource database;
    private final Clock clock;
    private final Sql state;

    /** @param state finds one row; it may take {@code :now} */
    protected Gauges(AgroalDataSource database, Clock clock, Sql state) {
        this.database = database;
        this.clock = clock;
        this.state = state;
    }

    protected abstract void tell(ResultSet row, Instant now) throws SQLException;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    /** Looks and does nothing, so there is never more to do. */
    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        state.list(database, Map.of("now", now), row -> {
            tell(row, now);
            return null;
        });
        return 0;
    }

    /** For how long what is in the column has been due: 0 when nothing is. */
    protected static long seconds(ResultSet row, String due, Instant now) throws SQLException {
        var since = Sql.instant(row, due);
        return since == null || since.isAfter(now)
                ? 0
                : Duration.between(since, now).toSeconds();
    }
}
