package io.groundswell.export;

import io.groundswell.database.DatabaseFaults;
import io.groundswell.shared.PublicId;
import io.groundswell.work.Round;
import io.groundswell.work.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Makes what is too large to be made while its caller waits. Large exports take turns, and so do organizations. */
@ApplicationScoped
class ExportRound implements Round {
    private static final Logger LOG = Logger.getLogger(ExportRound.class);
    private static final int STEPS_IN_A_TURN = 50;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration PAUSE_AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final Claims claims;
    private final Maker maker;
    private final Stopping stopping;
    private final Clock clock;

    ExportRound(Claims claims, Maker maker, Stopping stopping, Clock clock) {
        this.claims = claims;
        this.maker = maker;
        this.stopping = stopping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int run(Instant deadline) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        var steps = 0;
        while (mayGoOn.getAsBoolean()) {
            var claim = PublicId.random(16);
            var export = claim(claim);
            if (export.isEmpty()) {
                break;
            }
            steps += turn(export.get(), claim, mayGoOn);
        }
        return steps;
    }

    /** Committed before anything is made, so that a crash leaves a trace. */
    private Optional<Export> claim(String claim) {
        return QuarkusTransaction.requiringNew().call(() -> claims.take(Work.MAKE, claim, clock.instant()));
    }

    private int turn(Export export, String claim, BooleanSupplier mayGoOn) {
        if (export.attempts() > MOST_ATTEMPTS) {
            giveUp(export, claim);
            return 1;
        }
        var steps = 0;
        try {
            var more = true;
            while (more && steps < STEPS_IN_A_TURN && (steps == 0 || mayGoOn.getAsBoolean())) {
                more = QuarkusTransaction.requiringNew().call(() -> maker.step(export.id(), claim));
                steps++;
            }
            giveBack(export, claim, clock.instant());
        } catch (RuntimeException e) {
            if (DatabaseFaults.passes(e)) {
                LOG.warnf("Export %s has to wait: %s", export.id(), e.getMessage());
            } else {
                LOG.errorf(e, "Export %s could not be made", export.id());
            }
            giveBack(export, claim, clock.instant().plus(PAUSE_AFTER_A_FAILURE.multipliedBy(export.attempts())));
        }
        return steps;
    }

    /** What is made is claimed no more, so that this changes nothing then. */
    private void giveBack(Export export, String claim, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> claims.giveBack(export.id(), claim, due));
    }

    private void giveUp(Export export, String claim) {
        LOG.errorf("Export %s is given up after %d attempts", export.id(), MOST_ATTEMPTS);
        QuarkusTransaction.requiringNew().run(() -> claims.hold(export.id(), claim)
                .ifPresent(held -> maker.fail(
                        held,
                        new Failure(
                                "internal_error",
                                "This export could not be made. Ask for a shorter period or fewer missions"))));
    }
}
