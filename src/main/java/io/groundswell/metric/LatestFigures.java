package io.groundswell.metric;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the counters of videos and creators stand by their last snapshots. */
@ApplicationScoped
public class LatestFigures {
    private static final Sql FIGURES = Sql.file(LatestFigures.class, "latest-figures.sql");
    private static final Set<Counter> COUNTED = EnumSet.of(
            Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.SAVES, Counter.FOLLOWERS);

    private final AgroalDataSource database;

    LatestFigures(AgroalDataSource database) {
        this.database = database;
    }

    /** What was never told is missing. */
    public Map<UUID, Counters> of(Owner owner, Collection<UUID> ids) {
        var figures = new HashMap<UUID, Counters>();
        if (!ids.isEmpty()) {
            var values = Sql.owned(owner);
            values.put("ids", ids);
            FIGURES.list(database, values, row -> figures.put(row.getObject("id", UUID.class), counters(row)));
        }
        return figures;
    }

    private static Counters counters(ResultSet row) throws SQLException {
        var values = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : COUNTED) {
            var value = row.getObject(counter.column(), Long.class);
            if (value != null) {
                values.put(counter, value);
            }
        }
        return new Counters(values);
    }
}
