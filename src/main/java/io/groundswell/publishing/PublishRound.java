package io.groundswell.publishing;

import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Publishes what is due. */
@ApplicationScoped
class PublishRound implements Round {
    private static final Logger LOG = Logger.getLogger(PublishRound.class);
    private static final int BATCH = 10;
    private static final int MAX_PER_ROUND = 500;
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration TOO_LATE = Duration.ofHours(24);

    private final Claims claims;
    private final Delivery delivery;
    private final Settlement settlement;
    private final MissionService missions;
    private final Clock clock;

    PublishRound(Claims claims, Delivery delivery, Settlement settlement, MissionService missions, Clock clock) {
        this.claims = claims;
        this.delivery = delivery;
        this.settlement = settlement;
        this.missions = missions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publisher";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        while (done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            var startBy = clock.instant().plus(Claim.LEASE.dividedBy(2));
            var due = claims.due(BATCH);
            due.forEach(claim -> attempt(claim, startBy));
            done += due.size();
            if (due.size() < BATCH) {
                break;
            }
        }
        return done;
    }

    private void attempt(Claim claim, Instant startBy) {
        try {
            if (clock.instant().isAfter(startBy)) {
                LOG.warnf("Others took so long that %s waits for its claim to run out", claim.contentId());
                return;
            }
            publish(claim);
        } catch (PublishFailure failure) {
            failed(claim, failure);
        } catch (RuntimeException unexpected) {
            // The claim runs out by itself, and whoever takes the item then asks for the outcome first.
            LOG.errorf(unexpected, "Publishing %s was not settled", claim.contentId());
        }
    }

    private void publish(Claim claim) {
        var earlier = delivery.outcome(claim);
        if (earlier.isPresent()) {
            settlement.published(claim, earlier.get());
        } else if (!isMissionActive(claim)) {
            settlement.giveBack(claim);
        } else if (clock.instant().isAfter(claim.dueAt().plus(TOO_LATE))) {
            settlement.moveOn(claim);
        } else if (claim.attempt() > MAX_ATTEMPTS) {
            settlement.failed(claim, "The publisher did not answer");
        } else {
            settlement.published(claim, delivery.post(claim));
        }
    }

    private boolean isMissionActive(Claim claim) {
        return missions.get(claim.owner(), claim.missionId()).status() == MissionStatus.ACTIVE;
    }

    private void failed(Claim claim, PublishFailure failure) {
        if (failure.isPermanent() || claim.attempt() >= MAX_ATTEMPTS) {
            delivery.lastLook(claim, failure)
                    .ifPresentOrElse(
                            post -> settlement.published(claim, post),
                            () -> settlement.failed(claim, failure.getMessage()));
            return;
        }
        var backoff = FIRST_BACKOFF.multipliedBy(1L << (claim.attempt() - 1));
        var asked = failure.retryAfter();
        var wait = asked != null && asked.compareTo(backoff) > 0 ? asked : backoff;
        settlement.retryAt(claim, failure.getMessage(), clock.instant().plus(wait));
    }
}
