package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads days of many parts at once.
 *
 * @param kept whether the days that are kept are those of the zone; otherwise they are made of snapshots
 */
record DayStatements(AgroalDataSource database, ZoneId zone, boolean kept) {
    private static final Sql GAINED_BY_DAYS = Sql.file(DayStatements.class, "gained-by-days.sql");
    private static final Sql GAINED_BY_SNAPSHOTS = Sql.file(DayStatements.class, "gained-by-snapshots.sql");
    private static final Sql LEVELS_BY_DAYS = Sql.file(DayStatements.class, "levels-by-days.sql");
    private static final Sql LEVELS_BY_SNAPSHOTS = Sql.file(DayStatements.class, "levels-by-snapshots.sql");
    private static final Sql STANDING = Sql.file(DayStatements.class, "standing.sql");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** @param day after the first */
    record Gained(int part, int day, Long one, Long other) {}

    /**
     * @param other null, or a second quantity
     * @param together whether all days count as the first one
     */
    List<Gained> gained(Wanted wanted, Span days, Quantity one, Quantity other, boolean together) {
        var values = values(wanted, days, one);
        values.put("last", (int) days.last().toEpochDay());
        values.put("other", other);
        values.put("together", together);
        return (kept ? GAINED_BY_DAYS : GAINED_BY_SNAPSHOTS)
                .list(
                        database,
                        values,
                        row -> new Gained(
                                row.getInt("part"), row.getInt("day"), number(row, "one"), number(row, "other")));
    }

    private Map<String, Object> values(Wanted wanted, Span days, Quantity one) {
        var values = wanted.values();
        values.put("first", (int) days.first().toEpochDay());
        values.put("one", one);
        ZoneShifts.around(days, zone).into(values);
        return values;
    }

    /** @param day after the first; below 0 for one before it */
    record Change(int part, int day, Long change, boolean known) {}

    /** From the first of the days on, as long as anything is known. */
    List<Change> changes(Wanted wanted, Span days, Quantity one) {
        return (kept ? LEVELS_BY_DAYS : LEVELS_BY_SNAPSHOTS)
                .list(
                        database,
                        values(wanted, days, one),
                        row -> new Change(
                                row.getInt("part"), row.getInt("day"), number(row, "change"), row.getBoolean("known")));
    }

    record Standing(Long level, Instant since) {}

    /** Of each part, where it stands now. */
    Map<Integer, Standing> standing(Wanted wanted, Quantity one) {
        var values = wanted.values();
        values.put("one", one);
        var standing = new HashMap<Integer, Standing>();
        STANDING.list(
                database,
                values,
                row -> standing.put(row.getInt("part"), new Standing(number(row, "one"), Sql.instant(row, "since"))));
        return standing;
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? null : (Long) number.min(MOST).longValue();
    }
}
