package io.groundswell.cost;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What paid calls cost, added up from the ledger, which outlives missions. */
@ApplicationScoped
public class Expenses {
    /** Missions that are told apart; the others share a row. */
    public static final int MOST_MISSIONS = 100;

    private static final Sql SUMS = Sql.file(Expenses.class, "expenses.sql");
    private static final Sql ITEMS = Sql.file(Expenses.class, "paid-items.sql");
    private static final Sql SINCE = Sql.text("""
            select coalesce(sum(cost_cents), 0) as cents from ledger_entry
            where organization_id = :organization and mode = :mode and state = 'SETTLED' and at > :from and at <= :until
              and (cast(:mission as text) is null or mission_id = cast(:mission as text))""");
    private static final Sql KNOWS = Sql.text("""
            select 1 from ledger_entry
            where organization_id = :organization and mode = :mode and mission_id = :mission limit 1""");

    private final AgroalDataSource database;

    Expenses(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether anything was ever bought for a mission, be it deleted by now. */
    public boolean know(Owner owner, String missionId) {
        var values = owned(owner, missionId);
        return KNOWS.exists(database, values);
    }

    /** What was paid after one instant, up to another. */
    public long cents(Owner owner, String missionId, Instant after, Instant until) {
        var values = owned(owner, missionId);
        values.put("from", after);
        values.put("until", until);
        return SINCE.first(database, values, row -> row.getLong("cents")).orElseThrow();
    }

    /**
     * What was paid on a row of days.
     *
     * @param missionId null for all missions together
     * @param starts where each day begins, and where the last one ends
     */
    public ExpenseSums sums(Owner owner, String missionId, List<Instant> starts) {
        var values = owned(owner, missionId);
        values.put("starts", starts);
        values.put("from", starts.get(0));
        values.put("until", starts.get(starts.size() - 1));
        values.put("most", MOST_MISSIONS);
        var rows = SUMS.list(database, values, Expenses::row);
        var missions = rows.stream().filter(row -> row.way().equals("mission")).toList();
        values.put(
                "missions",
                missions.stream().map(Row::mission).filter(id -> id != null).toList());
        var items = new HashMap<String, Long>();
        ITEMS.list(database, values, row -> items.put(row.getString("mission_id"), row.getLong("items")));
        return new ExpenseSums(
                rows.stream()
                        .filter(row -> row.way().equals("total"))
                        .mapToLong(Row::cents)
                        .sum(),
                items.values().stream().mapToLong(Long::longValue).sum(),
                rows.stream()
                        .filter(row -> row.way().equals("provider"))
                        .map(Row::ofProvider)
                        .toList(),
                missions.stream()
                        .map(row -> new ExpenseSums.OfMission(
                                row.mission(), row.missionName(), row.cents(), items.getOrDefault(row.mission(), 0L)))
                        .toList(),
                rows.stream()
                        .filter(row -> row.way().equals("stage"))
                        .map(row -> new ExpenseSums.OfStage(row.stage(), row.cents()))
                        .toList(),
                byDay(rows, starts.size() - 1));
    }

    private static List<Long> byDay(List<Row> rows, int days) {
        var cents = new Long[days];
        Arrays.fill(cents, 0L);
        rows.stream().filter(row -> row.way().equals("day")).forEach(row -> cents[row.day() - 1] = row.cents());
        return List.of(cents);
    }

    private record Row(
            String way,
            String provider,
            String type,
            String mission,
            String missionName,
            String stage,
            int day,
            long cents,
            long requests,
            long tokens,
            long images) {
        ExpenseSums.OfProvider ofProvider() {
            return new ExpenseSums.OfProvider(provider, type, cents, requests, tokens, images);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("way"),
                row.getString("provider"),
                row.getString("type"),
                row.getString("mission_id"),
                row.getString("mission_name"),
                row.getString("stage"),
                row.getInt("day"),
                row.getLong("cost_cents"),
                row.getLong("requests"),
                row.getLong("tokens"),
                row.getLong("images"));
    }

    private static Map<String, Object> owned(Owner owner, String missionId) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        return values;
    }
}
