package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Connections;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.PublishError;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the organization has connected, whichever the provider. */
@Path("/v1/connect")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ConnectResource {
    private final ConnectedAccounts accounts;
    private final Connections connections;
    private final CurrentCaller caller;

    ConnectResource(ConnectedAccounts accounts, Connections connections, CurrentCaller caller) {
        this.accounts = accounts;
        this.connections = connections;
        this.caller = caller;
    }

    record IntegrationStatus(
            boolean connected,

            @Schema(enumeration = {"healthy", "degraded", "error", "not_connected"})
            String status,

            @Nullable String lastSync,
            int accountsConnected) {
        static final IntegrationStatus NONE = new IntegrationStatus(false, "not_connected", null, 0);

        static IntegrationStatus of(ConnectedAccount account) {
            return new IntegrationStatus(
                    true,
                    account.health().toString(),
                    V1.time(account.lastSync()),
                    account.platforms().size());
        }
    }

    record PlatformStatus(boolean connected, @Nullable String account) {}

    record ConnectStatus(Map<String, IntegrationStatus> integrations, Map<String, PlatformStatus> platforms) {}

    record Disconnected(String status, String disconnectedAt) {}

    @GET
    @Path("/status")
    @Needs("integrations:read")
    @Operation(operationId = "getConnections", summary = "Tell what is connected")
    public ConnectStatus status() {
        return new ConnectStatus(integrations(), platforms());
    }

    private Map<String, IntegrationStatus> integrations() {
        var integrations = new LinkedHashMap<String, IntegrationStatus>();
        for (var provider : Provider.values()) {
            integrations.put(provider.toString(), IntegrationStatus.NONE);
        }
        accounts.all(caller.owner())
                .forEach(account -> integrations.put(account.provider().toString(), IntegrationStatus.of(account)));
        return integrations;
    }

    private Map<String, PlatformStatus> platforms() {
        var platforms = new LinkedHashMap<String, PlatformStatus>();
        for (var platform : Platform.values()) {
            // A blog is no network: nobody can be connected to it.
            if (platform != Platform.BLOG) {
                var account = connections.account(caller.owner(), platform);
                platforms.put(platform.toString(), new PlatformStatus(account.isPresent(), account.orElse(null)));
            }
        }
        return platforms;
    }

    @DELETE
    @Path("/{provider}")
    @Needs("integrations:write")
    @Operation(operationId = "disconnectProvider", summary = "Disconnect a provider")
    public Disconnected disconnect(
            @PathParam("provider") @Choices(value = Provider.class, several = false) String name) {
        var provider = Arrays.stream(Provider.values())
                .filter(known -> known.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(PublishError.UNKNOWN_PROVIDER, "No such provider: %s", name));
        return new Disconnected("disconnected", V1.time(accounts.disconnect(caller.get(), provider)));
    }
}
