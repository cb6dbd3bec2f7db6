package io.groundswell.event.flat;

import io.groundswell.event.EventConfig;
import io.groundswell.event.EventError;
import io.groundswell.event.EventService;
import io.groundswell.event.EventService.Sender;
import io.groundswell.event.Identification;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Takes what callers write as events, and tells everything that is wrong with it at once. */
@ApplicationScoped
class Tracking {
    private final EventService events;
    private final RoutingContext routing;
    private final Optional<String> countryHeader;
    private final Clock clock;

    Tracking(EventService events, RoutingContext routing, EventConfig config, Clock clock) {
        this.events = events;
        this.routing = routing;
        this.countryHeader = config.countryHeader();
        this.clock = clock;
    }

    /** @param prefixes of the names of what is wrong, one for each form */
    CompletionStage<Void> take(List<EventForm> forms, IntFunction<String> prefixes) {
        // Told or not, times have milliseconds.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var token = token(forms, prefixes);
        requireEvents(forms, prefixes);
        var told = forms.stream().map(KeptEvent::new).toList();
        requireRight(told, prefixes, now);
        var sender = sender();
        var bytes = routing.request().bytesRead();
        return events.visitor(sender, bytes)
                .thenCompose(visitor -> events.record(
                        token, told.stream().map(one -> one.read(visitor, now)).toList(), sender, bytes));
    }

    /** @param identification read after the token, for that is looked at first */
    CompletionStage<Void> identify(String token, Supplier<Identification> identification) {
        if (token == null || token.isBlank()) {
            throw Refusal.on(EventError.INVALID_TOKEN, "token", "token is required");
        }
        return events.identify(
                token, identification.get(), sender(), routing.request().bytesRead());
    }

    private static String token(List<EventForm> forms, IntFunction<String> prefixes) {
        for (var at = 0; at < forms.size(); at++) {
            var token = forms.get(at).token();
            if (token == null || token.isBlank()) {
                throw Refusal.on(
                        EventError.INVALID_TOKEN,
                        prefixes.apply(at) + "token",
                        "%stoken is required",
                        prefixes.apply(at));
            }
            if (!token.equals(forms.get(0).token())) {
                throw Refusal.invalid("events", "All events of a batch must have the same token");
            }
        }
        return forms.get(0).token();
    }

    private static void requireEvents(List<EventForm> forms, IntFunction<String> prefixes) {
        for (var at = 0; at < forms.size(); at++) {
            if (forms.get(at).event() == null) {
                throw Refusal.on(
                        EventError.MISSING_FIELDS,
                        prefixes.apply(at) + "event",
                        "%sevent is required",
                        prefixes.apply(at));
            }
        }
    }

    private static void requireRight(List<KeptEvent> told, IntFunction<String> prefixes, Instant now) {
        var wrong = new ArrayList<Violation>();
        for (var at = 0; at < told.size(); at++) {
            for (var one : told.get(at).violations(now)) {
                wrong.add(new Violation(prefixes.apply(at) + one.param(), prefixes.apply(at) + one.message()));
            }
        }
        Refusal.throwIfAny(wrong);
    }

    private Sender sender() {
        var request = routing.request();
        return new Sender(
                request.getHeader("User-Agent"),
                request.getHeader("Origin"),
                countryHeader.map(request::getHeader).orElse(null),
                address(request.remoteAddress()));
    }

    private static InetAddress address(SocketAddress remote) {
        try {
            // An address in numbers: nobody is asked for it.
            return InetAddress.getByName(remote.hostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
