package io.groundswell.account.internal;

import io.groundswell.wire.Contract;
import io.groundswell.wire.Dresser;
import io.groundswell.wire.Failure;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Asks for the operator's token before the metrics, which the framework serves past our own filters. */
@ApplicationScoped
class MetricsGate {
    private static final String METRICS = "/internal/metrics";
    /** After the filter that gives every request its id. */
    private static final int PRIORITY = 900;

    private final OperatorToken token;
    private final Dresser dresser;

    MetricsGate(OperatorToken token, Dresser dresser) {
        this.token = token;
        this.dresser = dresser;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, PRIORITY);
    }

    private void guard(RoutingContext context) {
        if (!context.normalizedPath().startsWith(METRICS)) {
            context.next();
        } else if (token.isUnset()) {
            refuse(context, 404, "There is nothing at this address");
        } else if (!token.is(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            refuse(context, 401, OperatorToken.ASKED_FOR);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, int status, String message) {
        var id = context.request().getHeader("X-Request-ID");
        var failure = new Failure(status, null, message, List.of(), null, id);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(dresser.text(Contract.OPERATORS, failure));
    }
}
