package io.groundswell.wire.limit;

import io.groundswell.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Limits what may be called without a credential, per client address: 60 requests a minute. */
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

    public void count() {
        var address = routing.request().remoteAddress().hostAddress();
        var window = limits.count("address:" + address, PER_MINUTE);
        window.announce(routing.response());
        if (window.isExceeded()) {
            throw Refusal.later(
                    LimitError.RATE_LIMIT_EXCEEDED,
                    Duration.between(clock.instant(), window.resetAt()),
                    "More than %d requests in this minute from this address. Try again when it is over",
                    PER_MINUTE);
        }
    }
}
