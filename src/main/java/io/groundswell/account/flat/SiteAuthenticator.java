package io.groundswell.account.flat;

import io.groundswell.account.Callers;
import io.groundswell.shared.Caller;
import io.groundswell.wire.Authenticator;
import io.groundswell.wire.Bearer;
import io.groundswell.wire.Contract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** An API key in {@code X-API-Key}, as a bearer token, or in the query parameter {@code key}; the first of these counts. */
@ApplicationScoped
class SiteAuthenticator implements Authenticator {
    private final Callers callers;

    SiteAuthenticator(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Contract contract() {
        return Contract.SITE;
    }

    @Override
    public Optional<Caller> authenticate(ContainerRequestContext request) {
        return Optional.of(callers.ofSiteCredential(credential(request)));
    }

    /** Null when there is none. */
    private static String credential(ContainerRequestContext request) {
        var header = request.getHeaderString("X-API-Key");
        if (header != null && !header.isBlank()) {
            return header.strip();
        }
        var bearer = Bearer.of(request);
        if (bearer != null) {
            return bearer;
        }
        var parameter = request.getUriInfo().getQueryParameters().getFirst("key");
        return parameter == null || parameter.isBlank() ? null : parameter;
    }
}
