package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Snapshots;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days that questions are about, by the organization's zone. */
@ApplicationScoped
public class Periods {
    /** Ten years, which bounds every answer that has a row for each day. */
    public static final int MOST_DAYS = 3_660;

    private static final Sql FIRST = Sql.text("""
            select min(published_at) as at from published_post where organization_id = :organization and mode = :mode""");

    private final AgroalDataSource database;
    private final Snapshots snapshots;
    private final Clock clock;

    Periods(AgroalDataSource database, Snapshots snapshots, Clock clock) {
        this.database = database;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    public ZoneId zone(Owner owner) {
        return snapshots.zone(owner);
    }

    public LocalDate today(Owner owner) {
        return LocalDate.ofInstant(clock.instant(), zone(owner));
    }

    /** From the first publication on, or from ten years ago when that was earlier; today alone when nothing is out. */
    public Period all(Owner owner) {
        var today = today(owner);
        var first = FIRST.first(database, Sql.owned(owner), row -> Sql.instant(row, "at"))
                .map(at -> LocalDate.ofInstant(at, zone(owner)))
                .orElse(today);
        var earliest = today.minusDays(MOST_DAYS - 1);
        return new Period(first.isBefore(earliest) ? earliest : first.isAfter(today) ? today : first, today);
    }
}
