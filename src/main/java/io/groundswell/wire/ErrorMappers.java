package io.groundswell.wire;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.groundswell.wire.idempotency.Replay;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The only exception mappers: every failure leaves in the dress of the contract that its path belongs to. */
@ApplicationScoped
class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    private final Failures failures;
    private final Dresser dresser;
    private final AllowedMethods methods;
    private final RoutingContext routing;

    ErrorMappers(Failures failures, Dresser dresser, AllowedMethods methods, RoutingContext routing) {
        this.failures = failures;
        this.dresser = dresser;
        this.methods = methods;
        this.routing = routing;
    }

    @ServerExceptionMapper
    Response any(Throwable thrown, ContainerRequestContext request) {
        return answer(thrown, request);
    }

    // The framework brings mappers of its own for the next three, which would win over the one for Throwable.
    @ServerExceptionMapper
    Response http(WebApplicationException thrown, ContainerRequestContext request) {
        return answer(thrown, request);
    }

    @ServerExceptionMapper
    Response json(MismatchedInputException thrown, ContainerRequestContext request) {
        return answer(thrown, request);
    }

    @ServerExceptionMapper
    Response invalid(ValidationException thrown, ContainerRequestContext request) {
        return answer(thrown, request);
    }

    @ServerExceptionMapper
    Response replay(Replay stored) {
        return Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HeaderNames.IDEMPOTENCY_REPLAYED, "true")
                .entity(stored.body())
                .build();
    }

    private Response answer(Throwable thrown, ContainerRequestContext request) {
        var contract = Contract.of(request.getUriInfo().getPath());
        var failure = failures.of(thrown, request.getHeaderString(HeaderNames.REQUEST_ID));
        if (thrown instanceof NotSupportedException) {
            var consumed =
                    methods.consumed(request.getMethod(), request.getUriInfo().getPath());
            failure = failures.ofAnotherType(consumed, failure.requestId());
        }
        if (failure.status() == 503) {
            LOG.warnf("Not available: %s", thrown);
        } else if (failure.status() >= 500 && HangUp.is(thrown, routing.request())) {
            LOG.infof("Nobody waits for the answer: %s", thrown.getMessage());
            failure = HangUp.failure(failure.requestId());
        } else if (failure.status() >= 500) {
            LOG.error("Unexpected failure", thrown);
        }
        var response =
                Response.status(failure.status()).type(contract.mediaType()).entity(dresser.dress(contract, failure));
        if (failure.retryAfterSeconds() != null) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds());
        }
        if (failure.status() == 401 && contract != Contract.SITE) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (thrown instanceof NotAllowedException) {
            response.header(HttpHeaders.ALLOW, methods.of(request.getUriInfo().getPath()));
        }
        return response.build();
    }
}
