package io.groundswell.wire;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says which methods an address takes. The framework answers with those of all addresses of the same class. */
@Provider
class Options implements ContainerResponseFilter {
    private final AllowedMethods methods;

    Options(AllowedMethods methods) {
        this.methods = methods;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)
                && response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW, methods.of(request.getUriInfo().getPath()));
        }
    }
}
