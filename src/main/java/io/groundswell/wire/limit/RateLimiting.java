package io.groundswell.wire.limit;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Contract;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Ending;
import io.groundswell.wire.FilterOrder;
import io.groundswell.wire.Waits;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;

/**
 * The missions contract's limits: requests per minute, and requests at once, per organization and mode. Site analytics
 * counts the requests of a minute by themselves, and creators have {@link KeyLimits}.
 */
@Provider
@ApplicationScoped
@Priority(FilterOrder.RATE_LIMIT)
class RateLimiting implements ContainerRequestFilter {
    private final CurrentCaller current;
    private final RateLimits limits;
    private final InFlight inFlight;
    private final KeyLimits keys;
    private final RoutingContext routing;
    private final Clock clock;

    @Context
    ResourceInfo resource;

    RateLimiting(
            CurrentCaller current,
            RateLimits limits,
            InFlight inFlight,
            KeyLimits keys,
            RoutingContext routing,
            Clock clock) {
        this.current = current;
        this.limits = limits;
        this.inFlight = inFlight;
        this.keys = keys;
        this.routing = routing;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!current.isKnown()) {
            return;
        }
        var caller = current.get();
        switch (Contract.of(resource)) {
            case MISSIONS -> limitMissions(caller);
            case SITE -> admit(limits.count(caller.owner().organizationId() + ":site", caller.requestsPerMinute()));
            case CREATORS -> keys.admit(caller);
            default -> {} // Not limited in this way.
        }
    }

    private void limitMissions(Caller caller) {
        var subject = caller.rateSubject();
        var here = inFlight.enter(subject);
        Ending.of(routing, () -> inFlight.leave(subject));
        var entered = limits.enter(here, caller.requestsPerMinute());
        admit(entered.window());
        if (caller.requestsAtOnce() >= 0 && here.running() + entered.elsewhere() > caller.requestsAtOnce()) {
            throw Refusal.later(
                    LimitError.RATE_LIMIT_EXCEEDED,
                    Duration.ofSeconds(1),
                    "More than %d requests at once. Try again in 1 second",
                    caller.requestsAtOnce());
        }
    }

    private void admit(RateWindow window) {
        window.announce(routing.response());
        if (window.isExceeded()) {
            var wait = Duration.between(clock.instant(), window.resetAt());
            throw Refusal.later(
                    LimitError.RATE_LIMIT_EXCEEDED,
                    wait,
                    "More than %d requests in this minute. Try again in %d seconds",
                    window.limit(),
                    Waits.seconds(wait));
        }
    }
}
