package io.groundswell.wire;

import io.groundswell.shared.Caller;
import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.envelope.EnvelopeScopes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses callers whose credential lacks the scope that the resource needs. */
@Provider
@ApplicationScoped
@Priority(FilterOrder.SCOPE)
class Scopes implements ContainerRequestFilter {
    enum ScopeError implements ErrorCode {
        SCOPE_MISSING,
        ROLE_MISSING;

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    private final CurrentCaller current;

    @Context
    ResourceInfo resource;

    Scopes(CurrentCaller current) {
        this.current = current;
    }

    private void require(String scope) {
        if (Contract.of(resource) == Contract.CREATORS && !current.get().may(scope)) {
            throw EnvelopeScopes.missing(scope, current.get().scopes());
        }
        current.require(scope);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!current.isKnown()) {
            return;
        }
        var needs = resource.getResourceMethod().getAnnotation(Needs.class);
        // A resource that forgot to say what it needs is for administrators only.
        var scope = needs == null ? "admin" : needs.value();
        if (!scope.isEmpty()) {
            require(scope);
        }
        if (resource.getResourceMethod().isAnnotationPresent(ByAdministrators.class)
                && !current.get().may(Caller.ADMINISTERS)) {
            throw Refusal.of(
                    ScopeError.ROLE_MISSING, "Only keys of the organization's administrators may be used for this");
        }
    }
}
