package io.groundswell.publishing;

import io.groundswell.mission.MissionService;
import io.groundswell.work.Doubling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings one claimed item to its network, and has written down what became of it. */
@ApplicationScoped
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(30);
    static final Duration TOO_LATE = Duration.ofHours(24);

    private final Delivery delivery;
    private final Settlement settlement;
    private final MissionService missions;
    private final Clock clock;

    Courier(Delivery delivery, Settlement settlement, MissionService missions, Clock clock) {
        this.delivery = delivery;
        this.settlement = settlement;
        this.missions = missions;
        this.clock = clock;
    }

    void bring(Claim claim) {
        try {
            attempt(claim);
        } catch (RuntimeException unexpected) {
            // The claim runs out by itself, and whoever takes the item then asks for the outcome first.
            LOG.errorf(unexpected, "Publishing %s was not settled", claim.contentId());
        }
    }

    private void attempt(Claim claim) {
        try {
            publish(claim);
        } catch (PublishFailure failure) {
            failed(claim, failure);
        }
    }

    private void publish(Claim claim) {
        var earlier = delivery.outcome(claim);
        if (earlier.isPresent()) {
            settlement.published(claim, earlier.get());
        } else if (!missions.isUnderWay(claim.owner(), claim.missionId())) {
            settlement.giveBack(claim);
        } else if (clock.instant().isAfter(claim.dueAt().plus(TOO_LATE))) {
            settlement.moveOn(claim);
        } else if (claim.attempt() > MAX_ATTEMPTS) {
            settlement.failed(claim, "The publisher did not answer");
        } else {
            settlement.published(claim, delivery.post(claim));
        }
    }

    private void failed(Claim claim, PublishFailure failure) {
        if (failure.isPermanent() || claim.attempt() >= MAX_ATTEMPTS) {
            delivery.lastLook(claim, failure)
                    .ifPresentOrElse(
                            post -> settlement.published(claim, post),
                            () -> settlement.failed(claim, failure.reason()));
            return;
        }
        var backoff = Doubling.of(FIRST_BACKOFF, claim.attempt() - 1, MAX_ATTEMPTS);
        var asked = failure.retryAfter();
        var wait = asked != null && asked.compareTo(backoff) > 0 ? asked : backoff;
        settlement.retryAt(claim, failure.getMessage(), clock.instant().plus(wait));
    }
}
