package io.groundswell.account.v1;

import io.groundswell.account.Origin;
import io.groundswell.shared.Caller;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.HeaderNames;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of the HTTP request at hand, of any contract. */
@ApplicationScoped
class HttpOrigin implements Origin.Source {
    private final CurrentVertxRequest current;
    private final CurrentCaller caller;

    HttpOrigin(CurrentVertxRequest current, CurrentCaller caller) {
        this.current = current;
        this.caller = caller;
    }

    @Override
    public Origin current() {
        var routing = Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        return routing == null ? Origin.NOWHERE : of(routing.request());
    }

    private Origin of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return new Origin(
                keyId(), request.getHeader(HeaderNames.REQUEST_ID), remote == null ? null : remote.hostAddress());
    }

    private String keyId() {
        var shown = caller.isKnown() && caller.get().credential() == Caller.Credential.API_KEY;
        return shown ? caller.get().tokenId() : null;
    }
}
