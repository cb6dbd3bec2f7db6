package io.groundswell.payout;

import io.groundswell.account.OrganizationService;
import io.groundswell.payout.DueAssignments.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is owed by one assignment, for parts that are over. All of it is one transaction: a server that dies has made nothing, and
 * whoever comes next finds the same parts.
 */
@ApplicationScoped
class Accruing {
    /** As long after a part is over, late snapshots still change what is pending. */
    static final int LATE_DAYS = 7;

    static final int LONGEST_PERIOD_DAYS = 31;
    static final Duration AFTER_GOALS = Duration.ofHours(48);
    static final Duration PAUSE = Duration.ofHours(1);

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MOST_PARTS = 62;

    private final OrganizationService organizations;
    private final DueAssignments assignments;
    private final Structures structures;
    private final PartAccrual parts;
    private final VideoAccrual videos;
    private final Clock clock;

    Accruing(
            OrganizationService organizations,
            DueAssignments assignments,
            Structures structures,
            PartAccrual parts,
            VideoAccrual videos,
            Clock clock) {
        this.organizations = organizations;
        this.assignments = assignments;
        this.structures = structures;
        this.parts = parts;
        this.videos = videos;
        this.clock = clock;
    }

    /** False when there is nothing to be had. */
    boolean accrue(Due due) {
        var now = clock.instant();
        var taken = assignments.take(due, now);
        taken.ifPresent(assignment -> accrue(due, assignment, now));
        return taken.isPresent();
    }

    private void accrue(Due due, Assignment assignment, Instant now) {
        var today = Today.of(organizations.get(due.owner().organizationId()), now);
        var through = assignment.accruedThrough();
        videos.revise(assignment, today.day(), now);
        var made = 0;
        var more = false;
        var waits = false;
        for (var part : parts(assignment, today.day())) {
            var over = part.until(today.day());
            if (!over.from().isBefore(over.to())) {
                break;
            }
            if (readyAt(over, today).isAfter(now)) {
                waits = true;
                continue;
            }
            if (made++ == MOST_PARTS) {
                more = true;
                break;
            }
            var isNew = through == null || through.isBefore(over.to().minusDays(1));
            if (isNew || over.isMeasured() && (over.period() == null || today.knows(over))) {
                parts.accrue(due.owner(), assignment, over, now);
            }
            through = isNew && !waits ? over.to().minusDays(1) : through;
        }
        assignments.done(assignment.id(), through, more ? now : next(assignment, through, today, now));
    }

    /** What is over for good is not looked at any more. */
    private static Instant next(Assignment assignment, LocalDate through, Today today, Instant now) {
        var last = assignment.endsOn();
        var isOver = last != null && through != null && !through.isBefore(last);
        return isOver && last.isBefore(today.day().minusDays(LATE_DAYS)) ? NEVER : now.plus(PAUSE);
    }

    private List<Part> parts(Assignment assignment, LocalDate today) {
        return new Parts(structures.versions(assignment.structureId()))
                .of(
                        assignment.startsOn(),
                        assignment.endsOn(),
                        after(assignment, today),
                        today.plusDays(LONGEST_PERIOD_DAYS + 1));
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

    private static Instant readyAt(Part part, Today today) {
        var over = part.to().atStartOfDay(today.zone()).toInstant();
        return part.version().rule().kind() == RuleKind.GOALS ? over.plus(AFTER_GOALS) : over;
    }
}
