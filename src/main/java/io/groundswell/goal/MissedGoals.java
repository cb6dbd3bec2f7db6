package io.groundswell.goal;

import io.groundswell.work.OneByOne;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;

/**
 * Judges goals whose period has settled, and raises an alert for each that was missed. A goal is held while it is judged and due
 * another day afterwards, in one commit, so that instances never judge the same period twice.
 */
@ApplicationScoped
class MissedGoals implements Round {
    private static final int AT_ONCE = 200;

    private final Judgement judgement;
    private final OneByOne oneByOne;
    private final Repeat repeat;
    private final Clock clock;

    MissedGoals(Judgement judgement, OneByOne oneByOne, Repeat repeat, Clock clock) {
        this.judgement = judgement;
        this.oneByOne = oneByOne;
        this.repeat = repeat;
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
        return repeat.until(deadline, () -> oneByOne.attempt(
                        this, "some goals together", () -> pass(now -> judgement.pass(now, AT_ONCE)))
                .orElseGet(this::singly));
    }

    private int pass(ToIntFunction<Instant> judge) {
        return QuarkusTransaction.requiringNew().call(() -> judge.applyAsInt(clock.instant()));
    }

    /** After a failed batch, judges goals singly and postpones only those that fail. */
    private int singly() {
        return judgement.due(clock.instant(), AT_ONCE).stream()
                .mapToInt(goal -> oneByOne.attempt(this, "goal " + goal, () -> pass(now -> judgement.pass(now, goal)))
                        .orElseGet(() -> judgement.postpone(goal, clock.instant())))
                .sum();
    }
}
