package io.groundswell.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Hands a claimed item to its network, once. Failures of every sort leave as {@link PublishFailure}. */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final Publishers publishers;
    private final Clock clock;

    Delivery(Publishers publishers, Clock clock) {
        this.publishers = publishers;
        this.clock = clock;
    }

    /** Asks for the outcome of earlier attempts first, if there were any. */
    Delivered deliver(Claim claim) {
        return outcome(claim).orElseGet(() -> post(claim));
    }

    /** The post, if an earlier attempt made it, be it with the words of an earlier version. */
    Optional<Delivered> outcome(Claim claim) {
        var current = claim.mayBeOut() ? find(claim, claim.edition()) : Optional.<Delivered>empty();
        return current.or(() -> earlier(claim));
    }

    private Optional<Delivered> earlier(Claim claim) {
        for (var edition : claim.earlier()) {
            var found = find(claim, edition);
            if (found.isPresent()) {
                LOG.warnf(
                        "%s is out in version %d; its edited words are not posted",
                        claim.contentId(), edition.version());
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Delivered> find(Claim claim, Edition edition) {
        return ask(claim, publisher -> publisher.find(edition.post())).map(post -> new Delivered(post, edition));
    }

    /** After the last attempt, which may have acted although it failed: nothing is left waiting, and a last look is had. */
    Optional<Delivered> lastLook(Claim claim, PublishFailure failure) {
        try {
            return withdraw(claim).or(() -> failure.isPermanent() ? Optional.empty() : outcome(claim.again()));
        } catch (PublishFailure unanswered) {
            failure.addSuppressed(unanswered);
            return Optional.empty();
        }
    }

    private Optional<Delivered> withdraw(Claim claim) {
        if (!claim.mayBeOut() && publisher(claim).isEmpty()) {
            return Optional.empty();
        }
        for (var edition : claim.editions()) {
            var out = ask(claim, publisher -> publisher.withdraw(edition.post()));
            if (out.isPresent()) {
                return Optional.of(new Delivered(out.get(), edition));
            }
        }
        return Optional.empty();
    }

    /** Begins no call that could outlast the claim, for the next to claim the item would not find its post yet. */
    Delivered post(Claim claim) {
        if (!claim.lasts(1, clock.instant())) {
            throw PublishFailure.passing("There was no time left to post the item", null);
        }
        return new Delivered(ask(claim, publisher -> publisher.publish(claim.post())), claim.edition());
    }

    private <T> T ask(Claim claim, Function<Publisher, T> question) {
        var publisher = publisher(claim)
                .orElseThrow(() -> PublishFailure.permanent(
                        "No account is connected for " + claim.post().platform()));
        try {
            return question.apply(publisher);
        } catch (PublishFailure failure) {
            throw failure;
        } catch (RuntimeException unexpected) {
            throw PublishFailure.passing(
                    "%s failed: %s".formatted(publisher.network(), unexpected.getMessage()), unexpected);
        }
    }

    private Optional<Publisher> publisher(Claim claim) {
        return publishers.of(claim.owner(), claim.post().platform());
    }
}
