package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Chunks;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** Changes the kept figures of events. The caller holds the site's {@link Position}. */
@ApplicationScoped
class EventFigureTable {
    /** So that neither a statement nor this process holds too many at once. */
    private static final int CHUNK = 5_000;

    private static final Sql USERS = Sql.file(EventFigureTable.class, "users-of-figures.sql");
    private static final Sql SAVE = Sql.file(EventFigureTable.class, "save-event-figures.sql");
    private static final Sql DELETE_EMPTY = Sql.file(EventFigureTable.class, "delete-empty-figures.sql");

    private final AgroalDataSource database;
    private final Weeks weeks;

    EventFigureTable(AgroalDataSource database, Weeks weeks) {
        this.database = database;
        this.weeks = weeks;
    }

    void add(long site, Map<Figure, Sum> sums) {
        change(site, sums, 1, (users, some) -> users.or(some));
    }

    /** Takes out all that there is of a user. */
    void remove(long site, Map<Figure, Sum> sums) {
        change(site, sums, -1, (users, some) -> users.andNot(some));
    }

    /** Gives what there is of a user to another one. */
    void replace(long site, Map<Figure, Sum> sums, int by) {
        change(site, sums, 0, (users, some) -> {
            users.andNot(some);
            users.add(by);
        });
    }

    private void change(
            long site, Map<Figure, Sum> sums, int sign, BiConsumer<RoaringBitmap, RoaringBitmap> changeOfUsers) {
        // Weeks have no users.
        if (sign != 0) {
            weeks.change(site, FiguresOf.EVENTS, sums.keySet().stream().map(Figure::day));
        }
        for (var figures : Chunks.of(List.copyOf(sums.keySet()), CHUNK)) {
            var sizes = new HashMap<Figure, Long>();
            var keys = keys(site, figures);
            keys.put("sets", false);
            USERS.list(database, keys, row -> sizes.put(figure(row), row.getLong("bytes")));
            for (var some : Chunks.of(figures, figure -> sizes.getOrDefault(figure, 0L), Bitmaps.MOST_BYTES)) {
                changeSome(site, some, sums, sign, changeOfUsers);
            }
        }
    }

    private void changeSome(
            long site,
            List<Figure> some,
            Map<Figure, Sum> sums,
            int sign,
            BiConsumer<RoaringBitmap, RoaringBitmap> changeOfUsers) {
        var values = keys(site, some);
        values.put("sets", true);
        var before = new HashMap<Figure, RoaringBitmap>();
        USERS.list(database, values, row -> before.put(figure(row), Bitmaps.read(row.getBytes("users"))));
        values.put("values", each(some, figure -> sums.get(figure).value()));
        values.put("events", each(some, figure -> sign * sums.get(figure).events()));
        values.put(
                "users",
                some.stream()
                        .map(figure -> changed(
                                before.getOrDefault(figure, new RoaringBitmap()),
                                sums.get(figure).users(),
                                changeOfUsers))
                        .toArray(byte[][]::new));
        SAVE.update(database, values);
        if (sign < 0) {
            DELETE_EMPTY.update(database, values);
        }
    }

    /** Null when they stay as they are, for sets can be large. */
    private static byte[] changed(
            RoaringBitmap before, RoaringBitmap some, BiConsumer<RoaringBitmap, RoaringBitmap> change) {
        var users = before.clone();
        if (!some.isEmpty()) {
            change.accept(users, some);
        }
        return users.equals(before) ? null : Bitmaps.write(users);
    }

    private static Map<String, Object> keys(long site, List<Figure> figures) {
        var values = new HashMap<String, Object>();
        values.put("site", site);
        values.put("names", each(figures, Figure::name));
        values.put("kinds", each(figures, Figure::kind));
        values.put("days", each(figures, Figure::day));
        values.put("keys", each(figures, Figure::value));
        return values;
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getLong("name_key"),
                row.getInt("kind"),
                row.getObject("day", LocalDate.class),
                row.getObject("value_key", UUID.class));
    }

    private static List<Object> each(List<Figure> figures, Function<Figure, Object> value) {
        return figures.stream().map(value).toList();
    }
}
