package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.OrganizationService;
import io.groundswell.cost.ExpenseSums;
import io.groundswell.cost.ExpenseSums.OfMission;
import io.groundswell.cost.Expenses;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Objects;

/** Answers what was paid, what for, and what for each thousand of impressions. */
@ApplicationScoped
public class CostReport {
    private static final Sql NAMES = Sql.text("""
            select id, name from mission
            where organization_id = :organization and mode = :mode and id = any (cast(:missions as text[]))""");

    private final Questions questions;
    private final Expenses expenses;
    private final PlatformTotals totals;
    private final MissionService missions;
    private final OrganizationService organizations;
    private final AgroalDataSource database;
    private final Clock clock;

    CostReport(
            Questions questions,
            Expenses expenses,
            PlatformTotals totals,
            MissionService missions,
            OrganizationService organizations,
            AgroalDataSource database,
            Clock clock) {
        this.questions = questions;
        this.expenses = expenses;
        this.totals = totals;
        this.missions = missions;
        this.organizations = organizations;
        this.database = database;
        this.clock = clock;
    }

    /** @param missionId null for all missions; one that is deleted is known by what it has bought */
    public Costs of(Owner owner, Period period, String missionId) {
        return questions.ask(owner, () -> {
            if (missionId != null && !expenses.know(owner, missionId)) {
                missions.get(owner, missionId);
            }
            var organization = organizations.get(owner.organizationId());
            var zone = organization.zone();
            var limit = organization.config().costLimits().monthlyLimitCents();
            return new Costs(
                    period,
                    named(owner, expenses.sums(owner, missionId, period.starts(zone))),
                    limit,
                    totals.total(owner, period, zone, missionId).figures().impressions(),
                    projection(owner, missionId, limit, zone));
        });
    }

    private CostProjection projection(Owner owner, String missionId, Long limit, ZoneId zone) {
        var now = clock.instant();
        var weekAgo = now.minus(CostProjection.WEEK);
        var month = LocalDate.ofInstant(now, zone).withDayOfMonth(1).atStartOfDay(zone);
        // The first instant of a month belongs to it.
        var beforeMonth = month.toInstant().minusNanos(1_000);
        var organization = new CostProjection.Spending(
                expenses.cents(owner, null, weekAgo, now), expenses.cents(owner, null, beforeMonth, now), limit);
        return CostProjection.of(expenses.cents(owner, missionId, weekAgo, now), organization, now, zone);
    }

    /** Missions that are still there go by the name that they have now. */
    private ExpenseSums named(Owner owner, ExpenseSums sums) {
        var values = Sql.owned(owner);
        values.put(
                "missions",
                sums.byMission().stream()
                        .map(OfMission::missionId)
                        .filter(Objects::nonNull)
                        .toList());
        var names = new HashMap<String, String>();
        NAMES.list(database, values, row -> names.put(row.getString("id"), row.getString("name")));
        return sums.naming(names);
    }
}
