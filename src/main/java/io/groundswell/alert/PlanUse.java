package io.groundswell.alert;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Looks how much of what their plans hold organizations use: from 90 % on there is an alert, which ends below that. What is used is
 * counted from time to time, and not whenever something is added: the limits themselves hold at every moment.
 */
@ApplicationScoped
class PlanUse implements Round {
    private static final int CLOSE_PERCENT = 90;
    private static final Sql USED = Sql.file(PlanUse.class, "plan-use.sql");

    private final AgroalDataSource database;
    private final AlertLog log;
    private final OneByOne oneByOne;

    PlanUse(AgroalDataSource database, AlertLog log, OneByOne oneByOne) {
        this.database = database;
        this.log = log;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "plan_use";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    /** @param told whether there is an alert about it */
    private record Use(Owner owner, Limit limit, long current, long most, boolean told) {
        static Use of(ResultSet row) throws SQLException {
            var limit = Limit.valueOf(row.getString("of"));
            var override = row.getBigDecimal("override");
            Map<String, Long> overrides =
                    override == null ? Map.of() : Map.of(limit.toString(), override.longValueExact());
            return new Use(
                    Sql.owner(row),
                    limit,
                    row.getLong("current"),
                    limit.granted(Plan.valueOf(row.getString("plan")), overrides),
                    row.getBoolean("told"));
        }

        boolean isClose() {
            return most != Limit.UNLIMITED && most > 0 && percent() >= CLOSE_PERCENT;
        }

        private long percent() {
            return current * 100 / most;
        }

        Cause cause() {
            return new Cause(
                    AlertKind.PLAN_LIMIT_CLOSE,
                    limit.toString(),
                    null,
                    null,
                    "%,d of %,d: %s".formatted(current, most, limit),
                    Map.of(
                            "limit", limit.toString(),
                            "current", Long.toString(current),
                            "max", Long.toString(most),
                            "percent", Long.toString(percent())));
        }
    }

    @Override
    public int run(Instant deadline) {
        var changed = USED.list(database, Map.of(), Use::of).stream()
                .filter(use -> use.isClose() != use.told())
                .toList();
        return oneByOne.each(this, changed, Use::toString, deadline, use -> QuarkusTransaction.requiringNew()
                .call(() -> settle(use)));
    }

    private int settle(Use use) {
        return use.isClose()
                ? log.raise(use.owner(), use.cause()) ? 1 : 0
                : log.end(use.owner(), List.of(use.cause().key()));
    }
}
