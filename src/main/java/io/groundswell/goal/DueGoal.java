package io.groundswell.goal;

import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * A goal that may be judged.
 *
 * @param due the first day of the period that is to be judged
 * @param idle whether its creator is removed or switched off, so that nobody is to be alarmed
 */
record DueGoal(
        UUID id,
        Owner owner,
        ZoneId zone,
        UUID programId,
        UUID creatorId,
        String handle,
        Aim aim,
        LocalDate due,
        boolean idle) {
    /** Of periods that were not judged while the server was off, the latest ones are enough. */
    private static final int LOOKS_BACK_DAYS = 35;

    static DueGoal of(ResultSet row) throws SQLException {
        return new DueGoal(
                row.getObject("id", UUID.class),
                Sql.owner(row),
                ZoneId.of(row.getString("timezone")),
                row.getObject("program_id", UUID.class),
                row.getObject("creator_id", UUID.class),
                row.getString("handle"),
                new Aim(
                        GoalType.valueOf(row.getString("type")),
                        GoalPeriod.valueOf(row.getString("period")),
                        row.getBigDecimal("target")),
                row.getObject("due_period", LocalDate.class),
                row.getBoolean("idle"));
    }

    Period period(LocalDate today) {
        var oldest = today.minusDays(LOOKS_BACK_DAYS);
        return aim.period().holding(due.isBefore(oldest) ? oldest : due);
    }

    /** What tells the period from all others that were missed. */
    String cause(Period period) {
        return "goal_missed:%s:%s".formatted(id, period.start());
    }

    String title(BigDecimal actual, Period period) {
        return "@%s reached %s of %s (%s, %s, from %s)"
                .formatted(handle, plain(actual), plain(aim.target()), aim.type(), aim.period(), period.start());
    }

    Map<String, String> details(BigDecimal actual, Period period) {
        return Map.of(
                "goal_id", id.toString(),
                "tiktok_handle", handle,
                "type", aim.type().toString(),
                "period", aim.period().toString(),
                "period_start", period.start().toString(),
                "period_end", period.end().minusDays(1).toString(),
                "actual", plain(actual),
                "target", plain(aim.target()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
