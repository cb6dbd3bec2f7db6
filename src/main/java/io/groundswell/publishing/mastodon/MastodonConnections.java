package io.groundswell.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.ConnectedAccounts.Connection;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Addresses;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Verification;
import io.groundswell.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Connects an account on a Mastodon server, once the server has said whose token it is. */
@ApplicationScoped
public class MastodonConnections {
    private static final int USUAL_CHARACTERS = 500;
    private static final int USUAL_MEDIA = 4;

    private final MastodonApi api;
    private final Addresses addresses;
    private final ConnectedAccounts accounts;

    MastodonConnections(MastodonApi api, Addresses addresses, ConnectedAccounts accounts) {
        this.api = api;
        this.addresses = addresses;
        this.accounts = accounts;
    }

    public ConnectedAccount connect(Caller caller, String instance, String token) {
        ConnectedAccounts.requireLive(caller.owner());
        var server = new Server(addresses.server("instance", instance), token);
        var verification = new Verification("instance", "access_token");
        return accounts.connect(caller, Provider.MASTODON, verification.of(() -> connection(server)));
    }

    private Connection connection(Server server) {
        var allowance = Allowance.begin();
        var user = api.get(server, "/api/v1/accounts/verify_credentials", allowance);
        if (!user.hasNonNull("id") || !user.hasNonNull("username")) {
            throw new NetworkFailure(Kind.MISPLACED, server.address().getHost() + " does not answer as Mastodon does");
        }
        var rules = rules(server, allowance);
        var about = new MastodonAccount(
                server.address(),
                user.path("id").asText(),
                rules.path("max_characters").asInt(USUAL_CHARACTERS),
                rules.path("max_media_attachments").asInt(USUAL_MEDIA));
        var name = "@%s@%s"
                .formatted(user.path("username").asText(), server.address().getHost());
        return new Connection(name, Map.of(Platform.MASTODON, name), about.data(), server.token());
    }

    /** What the server takes; old ones do not tell. */
    private JsonNode rules(Server server, Allowance allowance) {
        try {
            return api.get(server, "/api/v2/instance", allowance)
                    .path("configuration")
                    .path("statuses");
        } catch (NetworkFailure failure) {
            if (failure.kind() != Kind.ABSENT) {
                throw failure;
            }
            return MissingNode.getInstance();
        }
    }
}
