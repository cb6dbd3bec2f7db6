package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Chunks;
import io.groundswell.database.Sql;
import io.groundswell.rollup.SessionFigures.Tally;
import io.groundswell.rollup.SessionSums.Key;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.roaringbitmap.RoaringBitmap;

/** Changes the kept figures of sessions. The caller holds the site's {@link Position}. */
@ApplicationScoped
class SessionFigureTable {
    private static final Sql USERS = Sql.file(SessionFigureTable.class, "users-of-session-days.sql");
    private static final Sql SAVE = Sql.file(SessionFigureTable.class, "save-session-figures.sql");
    private static final Sql DELETE_EMPTY = Sql.file(SessionFigureTable.class, "delete-empty-session-figures.sql");

    private final AgroalDataSource database;
    private final Weeks weeks;

    SessionFigureTable(AgroalDataSource database, Weeks weeks) {
        this.database = database;
        this.weeks = weeks;
    }

    /** @param gone users who leave days, before others come */
    void change(long site, SessionSums sums, Map<LocalDate, RoaringBitmap> gone) {
        var keys = List.copyOf(sums.tallies().keySet());
        // Weeks have neither users nor days as a whole: whose sessions they are makes no difference to them.
        weeks.change(
                site,
                FiguresOf.SESSIONS,
                keys.stream()
                        .filter(key -> !key.isDay() && !sums.tallies().get(key).isNothing())
                        .map(Key::day));
        var sizes = new HashMap<LocalDate, Long>();
        USERS.list(
                database,
                days(site, keys, false),
                row -> sizes.put(row.getObject("day", LocalDate.class), row.getLong("bytes")));
        ToLongFunction<Key> size = key -> key.isDay() ? sizes.getOrDefault(key.day(), 0L) : 0;
        for (var some : Chunks.of(keys, size, Bitmaps.MOST_BYTES)) {
            changeSome(site, some, sums, gone);
        }
    }

    private void changeSome(long site, List<Key> keys, SessionSums sums, Map<LocalDate, RoaringBitmap> gone) {
        var before = new HashMap<LocalDate, RoaringBitmap>();
        USERS.list(
                database,
                days(site, keys, true),
                row -> before.put(row.getObject("day", LocalDate.class), Bitmaps.read(row.getBytes("users"))));
        Function<Function<Tally, Object>, List<Object>> each = count ->
                keys.stream().map(key -> count.apply(sums.tallies().get(key))).toList();
        var values = new HashMap<String, Object>();
        values.put("site", site);
        values.put("kinds", keys.stream().map(Key::kind).toList());
        values.put("days", keys.stream().map(Key::day).toList());
        values.put("keys", keys.stream().map(Key::value).toList());
        values.put("values", keys.stream().map(sums::value).toList());
        values.put("sessions", each.apply(Tally::sessions));
        values.put("bounces", each.apply(Tally::bounces));
        values.put("durations", each.apply(Tally::duration));
        values.put("events", each.apply(Tally::events));
        values.put(
                "users",
                keys.stream().map(key -> users(key, before, sums, gone)).toArray(byte[][]::new));
        SAVE.update(database, values);
        DELETE_EMPTY.update(database, values);
    }

    private static Map<String, Object> days(long site, List<Key> keys, boolean sets) {
        var days = keys.stream().filter(Key::isDay).map(Key::day).toList();
        return Map.of("site", site, "days", days, "sets", sets);
    }

    /** Null when they stay as they are. */
    private static byte[] users(
            Key key, Map<LocalDate, RoaringBitmap> stored, SessionSums sums, Map<LocalDate, RoaringBitmap> gone) {
        if (!key.isDay()) {
            return null;
        }
        var before = stored.getOrDefault(key.day(), new RoaringBitmap());
        var users = before.clone();
        users.andNot(gone.getOrDefault(key.day(), new RoaringBitmap()));
        users.or(sums.users(key.day()));
        return users.equals(before) ? null : Bitmaps.write(users);
    }
}
