package io.groundswell.wire;

import io.groundswell.shared.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Recognises the callers of one contract, or refuses them. */
public interface Authenticator {
    Contract contract();

    /** Empty for callers who act for no organization (operators). */
    Optional<Caller> authenticate(ContainerRequestContext request);
}
