package io.groundswell.cost;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Every paid call, and what may still be spent. Money is reserved, in a committed row, before it is spent; a call that
 * costs more than was reserved is booked in full and stops the next one.
 */
@ApplicationScoped
public class Ledger {
    private static final Sql ENTER = Sql.file(Ledger.class, "enter.sql");
    private static final Sql SETTLE = Sql.text("""
            update ledger_entry set state = 'SETTLED', model = :model, tokens = :tokens, images = :images,
                   cost_cents = :cost, requests = 1
            where organization_id = :organization and mode = :mode and reference = :reference and state = 'RESERVED'""");
    private static final Sql SET_ASIDE = Sql.text("""
            update ledger_entry set reference = :former
            where organization_id = :organization and mode = :mode and reference = :reference and state = 'SETTLED'""");
    private static final Sql RELEASE = Sql.text("""
            update ledger_entry set state = 'RELEASED'
            where organization_id = :organization and mode = :mode and reference = :reference and state = 'RESERVED'""");
    private static final Sql FIND = Sql.text("""
            select mission_id, provider, reserved_cents, at, month from ledger_entry
            where organization_id = :organization and mode = :mode and reference = :reference and state = 'RESERVED'
            for update""");

    private static final Sql OPEN =
            Sql.text("select reference from ledger_entry where job_id = :job and state = 'RESERVED' order by id");

    private static final Sql EXTRA = Sql.file(Ledger.class, "extra.sql");
    private static final int ID_LENGTH = 12;

    /** @param month whose limit it is booked against; null for what a server of before has reserved */
    private record Reserved(String missionId, String provider, long cents, Instant at, String month) {
        static Reserved of(ResultSet row, long cents) throws SQLException {
            return new Reserved(
                    row.getString("mission_id"),
                    row.getString("provider"),
                    cents,
                    Sql.instant(row, "at"),
                    row.getString("month"));
        }

        YearMonth month(Organization organization) {
            return month == null ? Ledger.month(at, organization) : YearMonth.parse(month);
        }
    }

    private final AgroalDataSource database;
    private final Purses purses;
    private final OrganizationService organizations;
    private final Clock clock;

    Ledger(AgroalDataSource database, Purses purses, OrganizationService organizations, Clock clock) {
        this.database = database;
        this.purses = purses;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Books the estimate against the mission's budget and the organization's month, or refuses ({@code budget_exceeded}). */
    @Transactional
    public void reserve(Purchase purchase) {
        var owner = purchase.owner();
        var organization = organizations.get(owner.organizationId());
        var now = clock.instant();
        if (!enter(purchase, now, month(now, organization))) {
            return;
        }
        var limits = organization.config().costLimits();
        var month = Purses.month(month(now, organization));
        book(
                owner,
                Purses.mission(purchase.missionId()),
                purchase,
                purchase.missionBudgetCents(),
                "the mission's budget");
        book(owner, month, purchase, limits.monthlyLimitCents(), "the organization's monthly limit");
        purses.alert(owner, month, limits.monthlyLimitCents(), limits.alertThresholdPercent());
    }

    private static YearMonth month(Instant at, Organization organization) {
        return YearMonth.from(at.atZone(ZoneId.of(organization.timezone())));
    }

    private boolean enter(Purchase purchase, Instant now, YearMonth month) {
        var entry = entry(purchase, now, month);
        return ENTER.update(database, entry) == 1 || makeWay(purchase) && ENTER.update(database, entry) == 1;
    }

    /**
     * What one provider did not do another may be asked for, at its own price. And what was paid for and lost, because its worker was
     * stopped before anything came of it, is bought again: that is a call of its own.
     */
    private boolean makeWay(Purchase purchase) {
        var owner = purchase.owner();
        var other = reserved(owner, purchase.reference())
                .filter(entry -> !entry.provider().equals(purchase.provider()));
        other.ifPresent(entry -> release(owner, purchase.reference()));
        return other.isPresent() || setAside(owner, purchase.reference());
    }

    private boolean setAside(Owner owner, String reference) {
        var values = key(owner, reference);
        values.put("former", extra(reference, "paid"));
        return SET_ASIDE.update(database, values) == 1;
    }

    private static String extra(String reference, String why) {
        return "%s:%s:%s".formatted(reference, why, PublicId.random(ID_LENGTH));
    }

    private void book(Owner owner, String purse, Purchase purchase, Long limit, String what) {
        if (!purses.book(owner, purse, purchase.estimateCents(), limit)) {
            throw Refusal.of(
                    CostError.BUDGET_EXCEEDED,
                    "%d more cents would exceed %s of %d cents",
                    purchase.estimateCents(),
                    what,
                    limit);
        }
    }

    /**
     * Replaces the reservation by what the call really cost. Where another call under the same reference has used it up, or it was given
     * back meanwhile, the call is an entry of its own. To be called once for each call.
     */
    @Transactional
    public void settle(Owner owner, String reference, Receipt receipt) {
        reserved(owner, reference)
                .ifPresentOrElse(
                        entry -> {
                            SETTLE.update(database, paid(owner, reference, receipt));
                            adjust(owner, entry, receipt.costCents() - entry.cents());
                        },
                        () -> bookApart(owner, reference, "also", receipt));
    }

    /**
     * Books a call that failed and has to be paid for all the same, as an entry of its own. The reservation is given back,
     * so that another try is reserved anew, with what is left.
     */
    @Transactional
    public void bill(Owner owner, String reference, Receipt receipt) {
        release(owner, reference);
        bookApart(owner, reference, "failed", receipt);
    }

    private void bookApart(Owner owner, String reference, String why, Receipt receipt) {
        var values = paid(owner, reference, receipt);
        values.put("extra", extra(reference, why));
        EXTRA.first(database, values, row -> Reserved.of(row, 0))
                .ifPresent(entry -> adjust(owner, entry, receipt.costCents()));
    }

    private static Map<String, Object> paid(Owner owner, String reference, Receipt receipt) {
        var values = key(owner, reference);
        values.put("model", receipt.model());
        values.put("tokens", receipt.tokens());
        values.put("images", receipt.images());
        values.put("cost", receipt.costCents());
        return values;
    }

    /** Gives a reservation back: the call was not made, or certainly cost nothing. */
    @Transactional
    public void release(Owner owner, String reference) {
        reserved(owner, reference).ifPresent(entry -> {
            RELEASE.update(database, key(owner, reference));
            adjust(owner, entry, -entry.cents());
        });
    }

    /** Gives back what a job reserved for calls that failed, once it has given up on them. */
    @Transactional
    public void releaseOpen(Owner owner, String jobId) {
        OPEN.list(database, Map.of("job", jobId), row -> row.getString("reference"))
                .forEach(reference -> release(owner, reference));
    }

    private void adjust(Owner owner, Reserved entry, long cents) {
        var organization = organizations.get(owner.organizationId());
        var limits = organization.config().costLimits();
        var month = Purses.month(entry.month(organization));
        purses.adjust(owner, Purses.mission(entry.missionId()), cents);
        purses.adjust(owner, month, cents);
        // A call that cost more than was reserved may be the one that crosses the threshold.
        purses.alert(owner, month, limits.monthlyLimitCents(), limits.alertThresholdPercent());
    }

    private Optional<Reserved> reserved(Owner owner, String reference) {
        return FIND.first(database, key(owner, reference), row -> Reserved.of(row, row.getLong("reserved_cents")));
    }

    /** Whether {@code cents} more could be reserved for a mission right now. */
    @Transactional
    public boolean hasRoom(Owner owner, String missionId, Long missionBudgetCents, long cents) {
        var organization = organizations.get(owner.organizationId());
        var month = Purses.month(month(clock.instant(), organization));
        return purses.hasRoom(owner, Purses.mission(missionId), cents, missionBudgetCents)
                && purses.hasRoom(
                        owner, month, cents, organization.config().costLimits().monthlyLimitCents());
    }

    private static Map<String, Object> entry(Purchase purchase, Instant now, YearMonth month) {
        var values = key(purchase.owner(), purchase.reference());
        values.put("mission", purchase.missionId());
        values.put("mission_name", purchase.missionName());
        values.put("content", purchase.contentId());
        values.put("job", purchase.jobId());
        values.put("stage", purchase.stage());
        values.put("provider", purchase.provider());
        values.put("type", purchase.type());
        values.put("cents", purchase.estimateCents());
        values.put("at", now);
        values.put("month", month.toString());
        return values;
    }

    private static Map<String, Object> key(Owner owner, String reference) {
        var values = Sql.owned(owner);
        values.put("reference", reference);
        return values;
    }
}
