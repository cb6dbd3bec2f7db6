package io.groundswell.wire.flat;

import io.groundswell.wire.Contract;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets pages of every origin call site analytics: which origins may send events is told by each project, and credentials are
 * keys that a page has to know, never cookies.
 */
@ApplicationScoped
class Preflight {
    private static final String METHODS = "GET, POST, PATCH, DELETE, OPTIONS";
    private static final String HEADERS = "Content-Type, X-API-Key, Authorization, X-Request-ID, Last-Event-ID";
    private static final String DAY = "86400";

    void register(@Observes Filters filters) {
        // After what happens to every request, and before the framework answers preflights in its own way.
        filters.register(this::open, 900);
    }

    private void open(RoutingContext context) {
        if (Contract.of(context.normalizedPath()) != Contract.SITE) {
            context.next();
        } else if (context.request().method() == HttpMethod.OPTIONS) {
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY)
                    .setStatusCode(204)
                    .end();
        } else {
            // The framework names the origin that asks, and a cache would then keep the answer for that one alone.
            context.addHeadersEndHandler(
                    ending -> context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
            context.next();
        }
    }
}
