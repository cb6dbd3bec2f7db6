package io.groundswell.wire.limit;

import io.groundswell.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts before the body is read: no thread waits for that of a request which is refused. */
@ByAddress
@Provider
@ApplicationScoped
@Priority(FilterOrder.RATE_LIMIT)
class AddressLimiting implements ContainerRequestFilter {
    private final AddressLimit addresses;

    AddressLimiting(AddressLimit addresses) {
        this.addresses = addresses;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        addresses.count();
    }
}
