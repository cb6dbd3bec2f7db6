package io.groundswell.wire;

import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;

/** Lets no request through to a resource without a caller, except where the resource says that it is open. */
@Provider
@ApplicationScoped
@Priority(FilterOrder.AUTHENTICATE)
class Authentication implements ContainerRequestFilter {
    private final Map<Contract, Authenticator> authenticators;
    private final CurrentCaller current;

    @Context
    ResourceInfo resource;

    Authentication(@All List<Authenticator> authenticators, CurrentCaller current) {
        this.authenticators =
                authenticators.stream().collect(Collectors.toMap(Authenticator::contract, Function.identity()));
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(Open.class)) {
            return;
        }
        var contract = Contract.of(resource);
        authenticators.get(contract).authenticate(request).ifPresent(caller -> {
            current.set(caller);
            MDC.put("organizationId", caller.owner().organizationId());
        });
    }
}
