package io.groundswell.account.internal;

import io.groundswell.account.AccountError;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Authenticator;
import io.groundswell.wire.Contract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Operators show the configured token; without one there is nothing under {@code /internal}. */
@ApplicationScoped
class OperatorAuthenticator implements Authenticator {
    private final OperatorToken token;

    OperatorAuthenticator(OperatorToken token) {
        this.token = token;
    }

    @Override
    public Contract contract() {
        return Contract.OPERATORS;
    }

    @Override
    public Optional<Caller> authenticate(ContainerRequestContext request) {
        if (!token.isServed()) {
            throw new NotFoundException();
        }
        if (!token.is(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw Refusal.of(AccountError.UNAUTHORIZED, "%s", OperatorToken.ASKED_FOR);
        }
        return Optional.empty();
    }
}
