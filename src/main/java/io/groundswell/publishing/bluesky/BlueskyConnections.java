package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.ConnectedAccounts.Connection;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Addresses;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Verification;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** Connects an account on Bluesky by a session; the password that opens it is not kept. */
@ApplicationScoped
public class BlueskyConnections {
    private static final String USUAL_SERVICE = "https://bsky.social";

    private final BlueskyApi api;
    private final Addresses addresses;
    private final ConnectedAccounts accounts;

    BlueskyConnections(BlueskyApi api, Addresses addresses, ConnectedAccounts accounts) {
        this.api = api;
        this.addresses = addresses;
        this.accounts = accounts;
    }

    /** @param service the server that has the account; null for Bluesky's own */
    public ConnectedAccount connect(Caller caller, String identifier, String appPassword, String service) {
        ConnectedAccounts.requireLive(caller.owner());
        var address = addresses.server("service", service == null ? USUAL_SERVICE : service);
        var verification = new Verification("service", "app_password");
        var session = verification.of(() -> session(address, identifier, appPassword));
        return accounts.connect(caller, Provider.BLUESKY, connection(address, session));
    }

    private JsonNode session(URI service, String identifier, String appPassword) {
        try {
            var session = api.createSession(service, identifier, appPassword);
            if (!session.hasNonNull("accessJwt") || !session.hasNonNull("did")) {
                throw new NetworkFailure(Kind.MISPLACED, service.getHost() + " does not answer as Bluesky does");
            }
            return session;
        } catch (NetworkFailure failure) {
            if (failure.kind() == Kind.REFUSED) {
                throw Refusal.impossible("identifier", "The network does not know it (%s)", failure.getMessage());
            }
            throw failure;
        }
    }

    private static Connection connection(URI service, JsonNode session) {
        var handle = session.path("handle").asText();
        var name = handle.isEmpty() ? session.path("did").asText() : "@" + handle;
        return new Connection(
                name,
                Map.of(Platform.BLUESKY, name),
                Map.of("service", service.toString(), "did", session.path("did").asText()),
                Session.of(session).kept());
    }
}
