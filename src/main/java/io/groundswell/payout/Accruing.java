package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What is owed by one assignment, for parts that are over. All of it is one transaction: a server that dies has made nothing, and
 * whoever comes next finds the same parts.
 */
@ApplicationScoped
class Accruing {
    /** As long after a part is over, late snapshots still change what is pending. */
    static final int LATE_DAYS = 7;

    private static final int MOST_PARTS = 62;
    private static final int LONGEST_PERIOD_DAYS = 31;
    private static final Duration AFTER_GOALS = Duration.ofHours(48);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Sql HOLD =
            Sql.text("select * from payout_assignment where id = :id and due_at <= :now for update skip locked");
    private static final Sql DONE =
            Sql.text("update payout_assignment set accrued_through = :through, due_at = :due where id = :id");

    private final AgroalDataSource database;
    private final OrganizationService organizations;
    private final Structures structures;
    private final PartAccrual parts;
    private final Clock clock;

    Accruing(
            AgroalDataSource database,
            OrganizationService organizations,
            Structures structures,
            PartAccrual parts,
            Clock clock) {
        this.database = database;
        this.organizations = organizations;
        this.structures = structures;
        this.parts = parts;
        this.clock = clock;
    }

    /** False when somebody else has it, or was faster. */
    boolean accrue(AccrualRound.Due due) {
        structures.keep(due.structureId());
        var now = clock.instant();
        var held = HOLD.first(database, Map.of("id", due.assignmentId(), "now", now), Assignment::of);
        held.ifPresent(assignment -> accrue(due, assignment, now));
        return held.isPresent();
    }

    private void accrue(AccrualRound.Due due, Assignment assignment, Instant now) {
        var organization = organizations.get(due.owner().organizationId());
        var zone = ZoneId.of(organization.timezone());
        var today = LocalDate.ofInstant(now, zone);
        var kept = organization.granted(Limit.STATS_HISTORY_RETENTION_DAYS);
        var oldest = kept == Limit.UNLIMITED ? LocalDate.MIN : today.minusDays(kept);
        var through = assignment.accruedThrough();
        var made = 0;
        var more = false;
        for (var part : new Parts(structures.versions(due.structureId()))
                .of(
                        assignment.startsOn(),
                        assignment.endsOn(),
                        after(assignment, today),
                        today.plusDays(LONGEST_PERIOD_DAYS + 1))) {
            var over = part.period() == null && part.to().isAfter(today)
                    ? new Part(part.version(), null, part.from(), today)
                    : part;
            if (!over.from().isBefore(over.to()) || readyAt(over, zone).isAfter(now)) {
                break;
            }
            if (made++ == MOST_PARTS) {
                more = true;
                break;
            }
            var isNew = through == null || through.isBefore(over.to().minusDays(1));
            if (isNew || over.period() == null || !over.period().start().isBefore(oldest)) {
                parts.accrue(due.owner(), assignment, over, now);
            }
            through = isNew ? over.to().minusDays(1) : through;
        }
        var values = new HashMap<String, Object>();
        values.put("id", assignment.id());
        values.put("through", through);
        values.put("due", more ? now : now.plus(PAUSE));
        DONE.update(database, values);
    }

    /** Parts that end on this day or before are settled. */
    private static LocalDate after(Assignment assignment, LocalDate today) {
        var through = assignment.accruedThrough();
        if (through == null) {
            return assignment.startsOn();
        }
        var late = today.minusDays(LATE_DAYS);
        return through.plusDays(1).isBefore(late) ? through.plusDays(1) : late;
    }

    private static Instant readyAt(Part part, ZoneId zone) {
        var over = part.to().atStartOfDay(zone).toInstant();
        return part.version().rule().kind() == RuleKind.GOALS ? over.plus(AFTER_GOALS) : over;
    }
}
