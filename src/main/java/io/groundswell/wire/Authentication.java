package io.groundswell.wire;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.limit.AddressLimit;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
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
    private final AddressLimit addresses;
    private final RoutingContext routing;

    @Context
    ResourceInfo resource;

    Authentication(
            @All List<Authenticator> authenticators,
            CurrentCaller current,
            AddressLimit addresses,
            RoutingContext routing) {
        this.authenticators =
                authenticators.stream().collect(Collectors.toMap(Authenticator::contract, Function.identity()));
        this.current = current;
        this.addresses = addresses;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isOpen(request)) {
            return;
        }
        var contract = Contract.of(resource);
        // Only what everybody may see may be kept.
        routing.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            authenticators.get(contract).authenticate(request).ifPresent(this::enter);
        } catch (Refusal refusal) {
            addresses.countRefused(routing);
            throw refusal;
        }
    }

    private boolean isOpen(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        return method.isAnnotationPresent(Open.class)
                || method.isAnnotationPresent(Signed.class)
                        && request.getUriInfo().getQueryParameters().containsKey(Signed.PARAM);
    }

    private void enter(Caller caller) {
        current.set(caller);
        MDC.put("organizationId", caller.owner().organizationId());
    }
}
