package io.groundswell.account.internal;

import io.groundswell.account.AccountError;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Contract;
import io.groundswell.wire.Dresser;
import io.groundswell.wire.Failures;
import io.groundswell.wire.HeaderNames;
import io.groundswell.wire.limit.AddressLimit;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;

/**
 * Without an operator's token there is nothing under {@code /internal}, whatever serves it. With one, it is asked for before the metrics,
 * which the framework serves past our own filters, to any method, and in no form at all where {@code Accept} is to its dislike.
 */
@ApplicationScoped
class OperatorGate {
    private static final String METRICS = "/internal/metrics";
    /** After the filter that gives every request its id, and before whatever answers. */
    private static final int PRIORITY = 950;

    private static final String FORM = "text/plain";

    private final OperatorToken token;
    private final AddressLimit addresses;
    private final Failures failures;
    private final Dresser dresser;

    OperatorGate(OperatorToken token, AddressLimit addresses, Failures failures, Dresser dresser) {
        this.token = token;
        this.addresses = addresses;
        this.failures = failures;
        this.dresser = dresser;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, PRIORITY);
    }

    private void guard(RoutingContext context) {
        if (Contract.of(context.normalizedPath()) != Contract.OPERATORS) {
            context.next();
        } else if (!token.isServed()) {
            refuse(context, new NotFoundException());
        } else if (!context.normalizedPath().startsWith(METRICS)) {
            context.next();
        } else if (!token.is(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            countRefused(context);
        } else {
            tell(context);
        }
    }

    private void tell(RoutingContext context) {
        var method = context.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            context.request().headers().set(HttpHeaders.ACCEPT, FORM);
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.GET.name());
            refuse(context, new NotAllowedException(HttpMethod.GET.name()));
        }
    }

    /** Elsewhere, for the count is in the database, and nothing may wait here. */
    private void countRefused(RoutingContext context) {
        context.vertx()
                .executeBlocking(
                        () -> {
                            addresses.countRefused(context);
                            return Refusal.of(AccountError.UNAUTHORIZED, "%s", OperatorToken.ASKED_FOR);
                        },
                        false)
                .onSuccess(refusal -> refuse(context, refusal))
                .onFailure(thrown -> refuse(context, thrown));
    }

    private void refuse(RoutingContext context, Throwable thrown) {
        var failure = failures.of(thrown, context.request().getHeader(HeaderNames.REQUEST_ID));
        dresser.answer(context.response(), Contract.OPERATORS, failure);
    }
}
