package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.rollup.Ranking.Ranked;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the most frequent values by their counts, and then looks up the users of these alone. */
@ApplicationScoped
class Rankings {
    private static final Map<Dimension, Sql> RANKING = each("ranking.sql");
    private static final Map<Dimension, Sql> USERS = each("ranked-users.sql");

    private final AgroalDataSource database;

    Rankings(AgroalDataSource database) {
        this.database = database;
    }

    /** The statement for each dimension, which looks at its column alone. */
    private static Map<Dimension, Sql> each(String file) {
        var names = Sql.read(Rankings.class, file);
        var statements = new EnumMap<Dimension, Sql>(Dimension.class);
        for (var dimension : Dimension.values()) {
            statements.put(dimension, Sql.text(names.replace("e.name/* value */", "e." + dimension.column())));
        }
        return statements;
    }

    private record Found(UUID key, String value, long events, LocalDate first, LocalDate last, long total) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    row.getObject("value_key", UUID.class),
                    row.getString("value"),
                    row.getLong("events"),
                    row.getObject("first", LocalDate.class),
                    row.getObject("last", LocalDate.class),
                    row.getLong("total"));
        }

        Ranked with(Users users) {
            return new Ranked(value, events, users.count(), first, last);
        }
    }

    /** @param values that say which events */
    Ranking ranking(Map<String, Object> values, Dimension dimension, String event, int most) {
        values.put("kind", dimension.kind());
        values.put("event", event);
        values.put("name_key", Figure.name(event));
        values.put("most", (long) most);
        var found = RANKING.get(dimension).list(database, values, Found::of);
        if (found.isEmpty()) {
            return new Ranking(List.of(), 0);
        }
        var users = users(values, dimension, found);
        return new Ranking(
                found.stream()
                        .map(one -> one.with(users.getOrDefault(one.key(), new Users())))
                        .toList(),
                found.get(0).total());
    }

    private Map<UUID, Users> users(Map<String, Object> values, Dimension dimension, List<Found> found) {
        values.put("keys", found.stream().map(Found::key).toList());
        values.put("firsts", found.stream().map(Found::first).toList());
        values.put("lasts", found.stream().map(Found::last).toList());
        var users = new HashMap<UUID, Users>();
        USERS.get(dimension).list(database, values, row -> {
            users.computeIfAbsent(row.getObject("value_key", UUID.class), any -> new Users())
                    .add(Users.of(row));
            return null;
        });
        return users;
    }
}
