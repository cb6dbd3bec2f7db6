package io.groundswell.account.envelope;

import io.groundswell.account.Callers;
import io.groundswell.shared.Caller;
import io.groundswell.wire.Authenticator;
import io.groundswell.wire.Bearer;
import io.groundswell.wire.Contract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** {@code Authorization: Bearer} with an API key. */
@ApplicationScoped
class CreatorsAuthenticator implements Authenticator {
    private final Callers callers;

    CreatorsAuthenticator(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Contract contract() {
        return Contract.CREATORS;
    }

    @Override
    public Optional<Caller> authenticate(ContainerRequestContext request) {
        return Optional.of(callers.ofCreatorsCredential(Bearer.of(request)));
    }
}
