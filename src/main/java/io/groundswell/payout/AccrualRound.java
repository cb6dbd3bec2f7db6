package io.groundswell.payout;

import io.groundswell.payout.DueAssignments.Due;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes what creators are owed for what is over, one assignment at a time, each in a transaction of its own. */
@ApplicationScoped
class AccrualRound implements Round {
    private static final int BATCH = 20;
    private static final int MAX_PER_ROUND = 2_000;

    private final DueAssignments assignments;
    private final Accruing accruing;
    private final OneByOne oneByOne;
    private final Clock clock;

    AccrualRound(DueAssignments assignments, Accruing accruing, OneByOne oneByOne, Clock clock) {
        this.assignments = assignments;
        this.accruing = accruing;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payout_accruals";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        var some = 1;
        while (some > 0 && done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            some = 0;
            for (var due : assignments.next(clock.instant(), BATCH)) {
                some += attempt(due);
            }
            done += some;
        }
        return done;
    }

    /** One that fails goes to the end of the line, or it would keep the others from what they are owed. */
    private int attempt(Due due) {
        return oneByOne.attempt(
                        this,
                        "assignment " + due.assignmentId(),
                        () -> QuarkusTransaction.requiringNew().call(() -> accruing.accrue(due)) ? 1 : 0)
                .orElseGet(() -> postpone(due));
    }

    private int postpone(Due due) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        assignments.postpone(due.assignmentId(), clock.instant().plus(Accruing.PAUSE)));
        return 1;
    }
}
