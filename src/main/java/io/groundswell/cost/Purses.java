package io.groundswell.cost;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Map;

/** What is booked, reserved or spent, per mission and per month. One row each, so that no race can overdraw it. */
@ApplicationScoped
class Purses {
    private static final int WHOLE = 100;

    private static final Sql BOOK = Sql.text("""
            insert into budget (organization_id, mode, purse, booked_cents)
            select :organization, :mode, :purse, cast(:cents as bigint)
            where cast(:limit as bigint) is null or cast(:cents as bigint) <= cast(:limit as bigint)
            on conflict (organization_id, mode, purse) do update
               set booked_cents = budget.booked_cents + excluded.booked_cents
             where cast(:limit as bigint) is null
                or budget.booked_cents + excluded.booked_cents <= cast(:limit as bigint)""");
    /** Nothing is there yet where all that was booked so far was to cost nothing. */
    private static final Sql ADJUST = Sql.text("""
            insert into budget (organization_id, mode, purse, booked_cents)
            values (:organization, :mode, :purse, :cents)
            on conflict (organization_id, mode, purse) do update
               set booked_cents = budget.booked_cents + excluded.booked_cents""");

    private static final Sql ALERT = Sql.text("""
            update budget set alerted = true
            where organization_id = :organization and mode = :mode and purse = :purse
              and not alerted and booked_cents >= :threshold""");
    private static final Sql BOOKED = Sql.text("""
            select booked_cents from budget
            where organization_id = :organization and mode = :mode and purse = :purse""");

    private final AgroalDataSource database;
    private final Outbox outbox;

    Purses(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    static String mission(String missionId) {
        return "mission:" + missionId;
    }

    static String month(YearMonth month) {
        return "month:" + month;
    }

    /** Whether the purse had room; a limit of null always has. */
    boolean book(Owner owner, String purse, long cents, Long limit) {
        // A call that costs nothing always fits, even where a raised price has overdrawn the purse.
        if (cents == 0) {
            return true;
        }
        var values = key(owner, purse);
        values.put("cents", cents);
        values.put("limit", limit);
        return BOOK.update(database, values) == 1;
    }

    void adjust(Owner owner, String purse, long cents) {
        if (cents != 0) {
            var values = key(owner, purse);
            values.put("cents", cents);
            ADJUST.update(database, values);
        }
    }

    /** Like {@link #book}, but books nothing. */
    boolean hasRoom(Owner owner, String purse, long cents, Long limit) {
        if (cents == 0) {
            return true;
        }
        var booked = BOOKED.first(database, key(owner, purse), row -> row.getLong("booked_cents"))
                .orElse(0L);
        return limit == null || booked + cents <= limit;
    }

    /** Says once a month that the month's limit is nearly used up. */
    void alert(Owner owner, String purse, Long limit, int thresholdPercent) {
        if (limit == null) {
            return;
        }
        var values = key(owner, purse);
        values.put("threshold", share(limit, thresholdPercent));
        if (ALERT.update(database, values) == 1) {
            outbox.record(
                    owner,
                    "budget.threshold_reached",
                    owner.organizationId(),
                    Map.of("threshold_percent", Integer.toString(thresholdPercent), "limit_cents", limit.toString()));
        }
    }

    /** Rounded up, and by way of whole hundreds: a limit has room for no factor. */
    private static long share(long limit, int percent) {
        return limit / WHOLE * percent + (limit % WHOLE * percent + WHOLE - 1) / WHOLE;
    }

    private static Map<String, Object> key(Owner owner, String purse) {
        var values = Sql.owned(owner);
        values.put("purse", purse);
        return values;
    }
}
