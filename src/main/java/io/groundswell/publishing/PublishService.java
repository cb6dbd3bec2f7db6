package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.ContentService;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Publishes an item at once, never twice: claimed and committed, then posted, then settled. */
@ApplicationScoped
public class PublishService {
    private static final int QUICK_RETRIES = 3;
    private static final long FIRST_WAIT_MILLIS = 200;
    /** Wait after a network limits calls without saying for how long. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final Claims claims;
    private final Delivery delivery;
    private final Settlement settlement;
    private final ContentService contents;
    private final Clock clock;

    PublishService(Claims claims, Delivery delivery, Settlement settlement, ContentService contents, Clock clock) {
        this.claims = claims;
        this.delivery = delivery;
        this.settlement = settlement;
        this.contents = contents;
        this.clock = clock;
    }

    /** Must be called outside transactions. An item that its network does not take has failed then. */
    public Content publish(Owner owner, String contentId) {
        var claim = claims.now(owner, contentId);
        try {
            settlement.published(claim, deliver(claim));
        } catch (PublishFailure failure) {
            giveUp(claim, failure);
        }
        return contents.get(owner, contentId);
    }

    private void giveUp(Claim claim, PublishFailure failure) {
        var post = delivery.lastLook(claim, failure);
        if (post.isEmpty()) {
            settlement.failed(claim, failure.reason());
            throw failure.isLimited()
                    ? Refusal.later(PublishError.PROVIDER_ERROR, wait(failure), "%s", failure.reason())
                    : Refusal.of(PublishError.PROVIDER_ERROR, "%s", failure.reason());
        }
        settlement.published(claim, post.get());
    }

    private static Duration wait(PublishFailure limited) {
        return limited.retryAfter() == null ? UNTOLD : limited.retryAfter();
    }

    private Delivered deliver(Claim first) {
        var claim = first;
        for (var retry = 0; ; retry++) {
            try {
                return delivery.deliver(claim);
            } catch (PublishFailure failure) {
                if (failure.isPermanent()
                        || failure.isLimited()
                        || retry == QUICK_RETRIES
                        || !claim.lasts(3, clock.instant())) {
                    throw failure;
                }
                await(FIRST_WAIT_MILLIS << retry, failure);
                claim = claim.again();
            }
        }
    }

    private static void await(long millis, PublishFailure failure) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
