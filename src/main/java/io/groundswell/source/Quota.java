package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How many updates an organization may ask for on a day (UTC). Counted in the transaction of the update, so a refusal counts nothing. */
@ApplicationScoped
class Quota {
    private static final Sql COUNT = Sql.file(Quota.class, "count-update.sql");
    /** Not the day before: on an instance whose clock is behind it is not over. */
    private static final Sql FORGET = Sql.text("""
            delete from asked_update where organization_id = :organization and mode = :mode
              and day < cast(cast(:now as timestamptz) at time zone 'UTC' as date) - 1""");

    private final OrganizationService organizations;
    private final AgroalDataSource database;
    private final Clock clock;

    Quota(OrganizationService organizations, AgroalDataSource database, Clock clock) {
        this.organizations = organizations;
        this.database = database;
        this.clock = clock;
    }

    void charge(Owner owner) {
        var most = organizations.get(owner.organizationId()).granted(Limit.MAX_MANUAL_SCRAPE_TRIGGERS_PER_DAY);
        if (most == Limit.UNLIMITED) {
            return;
        }
        var now = clock.instant();
        var values = Sql.owned(owner);
        values.put("now", now);
        values.put("most", most);
        if (COUNT.update(database, values) == 0) {
            var midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            throw Refusal.later(
                    SourceError.RATE_LIMIT_EXCEEDED,
                    Duration.between(now, midnight),
                    "The organization may ask for %d updates a day (UTC)",
                    most);
        }
        FORGET.update(database, values);
    }
}
