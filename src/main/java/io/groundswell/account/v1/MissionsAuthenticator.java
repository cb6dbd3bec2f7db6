package io.groundswell.account.v1;

import io.groundswell.account.Callers;
import io.groundswell.shared.Caller;
import io.groundswell.wire.Authenticator;
import io.groundswell.wire.Bearer;
import io.groundswell.wire.Contract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** {@code Authorization: Bearer} with an API key or a session token, and {@code X-Tenant-ID} to switch organization. */
@ApplicationScoped
class MissionsAuthenticator implements Authenticator {
    private final Callers callers;

    MissionsAuthenticator(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Contract contract() {
        return Contract.MISSIONS;
    }

    @Override
    public Optional<Caller> authenticate(ContainerRequestContext request) {
        var sent = request.getHeaderString("X-Tenant-ID");
        var tenant = sent == null || sent.isBlank() ? null : sent;
        return Optional.of(callers.ofMissionsCredential(Bearer.of(request), tenant));
    }
}
