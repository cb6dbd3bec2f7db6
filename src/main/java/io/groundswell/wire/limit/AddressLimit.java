package io.groundswell.wire.limit;

import io.groundswell.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Limits what may be called without a valid credential, per client address: 60 requests a minute of each sort. */
@ApplicationScoped
public class AddressLimit {
    private static final long PER_MINUTE = 60;

    private final RateLimits limits;
    private final RoutingContext routing;
    private final Clock clock;

    AddressLimit(RateLimits limits, RoutingContext routing, Clock clock) {
        this.limits = limits;
        this.routing = routing;
        this.clock = clock;
    }

    /** Counts a request that needs no credential, such as a login. */
    public void count() {
        count("address:", routing);
    }

    /**
     * Counts a request with a credential that is none, by itself: whoever guesses keys shuts out nobody's login, and nobody who has a
     * good one.
     *
     * @param refused which may be one that our filters never see
     */
    public void countRefused(RoutingContext refused) {
        count("address:refused:", refused);
    }

    private void count(String sort, RoutingContext request) {
        var window = limits.count(
                sort + ClientAddress.counted(request.request().remoteAddress().hostAddress()), PER_MINUTE);
        window.announce(request.response());
        if (window.isExceeded()) {
            throw Refusal.later(
                    LimitError.RATE_LIMIT_EXCEEDED,
                    Duration.between(clock.instant(), window.resetAt()),
                    "More than %d requests in this minute from this address. Try again when it is over",
                    PER_MINUTE);
        }
    }
}
