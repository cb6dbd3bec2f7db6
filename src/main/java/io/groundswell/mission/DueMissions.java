package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Moves missions whose time has come, each in a transaction of its own. */
@ApplicationScoped
class DueMissions {
    private static final Logger LOG = Logger.getLogger(DueMissions.class);

    private final AgroalDataSource database;
    private final Clock clock;

    DueMissions(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param due asks for ids, given {@code :now}
     * @param move moves one mission and says whether it did
     */
    int each(Sql due, Instant deadline, Predicate<String> move) {
        var moved = 0;
        for (var id : due.list(database, Map.of("now", clock.instant()), row -> row.getString("id"))) {
            if (clock.instant().isAfter(deadline)) {
                break;
            }
            moved += attempt(id, move) ? 1 : 0;
        }
        return moved;
    }

    private static boolean attempt(String id, Predicate<String> move) {
        try {
            return move.test(id);
        } catch (RuntimeException e) {
            // One that cannot be moved must not keep the others from their time.
            LOG.warnf("Mission %s was due but could not be moved: %s", id, e);
            return false;
        }
    }
}
