package io.groundswell.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Hands a claimed item to its network, once. Failures of every sort leave as {@link PublishFailure}. */
@ApplicationScoped
class Delivery {
    private final Publishers publishers;

    Delivery(Publishers publishers) {
        this.publishers = publishers;
    }

    /** Asks for the outcome of earlier attempts first, if there were any. */
    Published deliver(Claim claim) {
        return outcome(claim).orElseGet(() -> post(claim));
    }

    /** The post, if an earlier attempt made it. */
    Optional<Published> outcome(Claim claim) {
        return claim.mayBeOut()
                ? ask(claim, publisher -> publisher.find(claim.post().reference()))
                : Optional.empty();
    }

    /** A last look after the last attempt, which may have acted although it failed. */
    Optional<Published> lastLook(Claim claim, PublishFailure failure) {
        try {
            return failure.isPermanent() ? Optional.empty() : outcome(claim.again());
        } catch (PublishFailure unanswered) {
            failure.addSuppressed(unanswered);
            return Optional.empty();
        }
    }

    Published post(Claim claim) {
        return ask(claim, publisher -> publisher.publish(claim.post()));
    }

    private <T> T ask(Claim claim, Function<Publisher, T> question) {
        var platform = claim.post().platform();
        var publisher = publishers
                .of(claim.owner(), platform)
                .orElseThrow(() -> PublishFailure.permanent("No account is connected for " + platform));
        try {
            return question.apply(publisher);
        } catch (PublishFailure failure) {
            throw failure;
        } catch (RuntimeException unexpected) {
            throw PublishFailure.passing(
                    "%s failed: %s".formatted(publisher.network(), unexpected.getMessage()), unexpected);
        }
    }
}
