package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.rollup.Ranking.Ranked;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the most frequent values by their counts, and then looks up the users of these alone. */
@ApplicationScoped
class Rankings {
    private static final Sql RANKING = Sql.file(Rankings.class, "ranking.sql");
    private static final Sql USERS = Sql.file(Rankings.class, "ranked-users.sql");

    private final AgroalDataSource database;
    private final ToldEvents told;
    private final Weeks weeks;

    Rankings(AgroalDataSource database, ToldEvents told, Weeks weeks) {
        this.database = database;
        this.told = told;
        this.weeks = weeks;
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

        Ranked with(Users users, Users more) {
            users.add(more);
            return new Ranked(value, events, users.count(), first, last);
        }
    }

    /** @param event that is counted; null for all */
    Ranking ranking(Extent extent, Dimension dimension, String event, int most) {
        var values = weeks.values(extent, FiguresOf.EVENTS);
        values.put("kind", dimension.kind());
        values.put("name_key", Figure.name(event));
        values.put("most", (long) most);
        var more = ToldValues.of(told, extent, dimension, event);
        more.addTo(values);
        var found = RANKING.list(database, values, Found::of);
        var users = found.isEmpty() ? Map.<UUID, Users>of() : users(values, found);
        return new Ranking(
                found.stream()
                        .map(one -> one.with(users.getOrDefault(one.key(), new Users()), more.users(one.value())))
                        .toList(),
                found.isEmpty() ? 0 : found.get(0).total());
    }

    private Map<UUID, Users> users(Map<String, Object> values, List<Found> found) {
        values.put("keys", found.stream().map(Found::key).toList());
        values.put("firsts", found.stream().map(Found::first).toList());
        values.put("lasts", found.stream().map(Found::last).toList());
        var users = new HashMap<UUID, Users>();
        USERS.read(database, values, Users.AHEAD, row -> {
            users.computeIfAbsent(row.getObject("value_key", UUID.class), any -> new Users())
                    .add(Users.kept(row.getBytes("users")));
            return true;
        });
        return users;
    }
}
