package io.groundswell.goal;

import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Judges goals whose period has settled, and raises an alert for each that was missed. A goal is held while it is judged and due
 * another day afterwards, in one commit, so that instances never judge the same period twice.
 */
@ApplicationScoped
class MissedGoals implements Round {
    private static final int AT_ONCE = 200;

    private final Judgement judgement;
    private final Clock clock;

    MissedGoals(Judgement judgement, Clock clock) {
        this.judgement = judgement;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "missed_goals";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> judgement.pass(clock.instant(), AT_ONCE));
            done += some;
        } while (some > 0 && clock.instant().isBefore(deadline));
        return done;
    }
}
