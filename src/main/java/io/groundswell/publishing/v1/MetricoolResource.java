package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.metricool.Login;
import io.groundswell.publishing.metricool.MetricoolService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The connection to Metricool. */
@Path("/v1/connect/metricool")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MetricoolResource {
    static final String PREFIX = "blog_";

    private final MetricoolService metricool;
    private final ConnectedAccounts accounts;
    private final CurrentCaller caller;

    MetricoolResource(MetricoolService metricool, ConnectedAccounts accounts, CurrentCaller caller) {
        this.metricool = metricool;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** A brand is known by its number, with or without our prefix. */
    record ConnectRequest(
            @NotNull
            @Size(min = 1, max = 500)
            @Pattern(regexp = "[!-~]*", message = "must be printable ASCII characters")
            String token,

            @NotNull @Pattern(regexp = "(blog_)?\\d{1,12}", message = "must be the number of a brand")
            String blogId,

            @Pattern(regexp = "\\d{1,12}", message = "must be the number of a user")
            String userId) {
        Login login() {
            return new Login(token, userId, blogId.replaceFirst(PREFIX, ""));
        }
    }

    record BrandView(String blogId, String blogName, String connectedAt) {}

    record ConnectedResponse(String status, BrandView metricool, List<Platform> availablePlatforms) {
        static ConnectedResponse of(MetricoolService.Connected connection) {
            var account = connection.account();
            return new ConnectedResponse(
                    "connected",
                    new BrandView(PREFIX + connection.blogId(), account.name(), V1.time(account.connectedAt())),
                    Arrays.stream(Platform.values())
                            .filter(account.platforms()::containsKey)
                            .toList());
        }
    }

    @POST
    @Needs("integrations:write")
    @Idempotent(detached = true)
    @Refuses("provider_error")
    @Operation(operationId = "connectMetricool", summary = "Connect Metricool")
    public ConnectedResponse connect(@Valid @NotNull ConnectRequest request) {
        return ConnectedResponse.of(metricool.connect(caller.get(), request.login()));
    }

    record StateResponse(
            boolean enabled,
            @Nullable String blogId,
            @Nullable String blogName,
            @Nullable String connectedAt,
            @Nullable String lastSync) {
        static final StateResponse NOT_CONNECTED = new StateResponse(false, null, null, null, null);

        static StateResponse of(MetricoolService.Connected connection) {
            var account = connection.account();
            return new StateResponse(
                    true,
                    PREFIX + connection.blogId(),
                    account.name(),
                    V1.time(account.connectedAt()),
                    V1.time(account.lastSync()));
        }
    }

    @GET
    @Needs("integrations:read")
    @Operation(operationId = "getMetricool", summary = "Read the connection to Metricool")
    public StateResponse get() {
        return metricool.find(caller.owner()).map(StateResponse::of).orElse(StateResponse.NOT_CONNECTED);
    }

    record DisconnectedResponse(String status, String disconnectedAt) {}

    @DELETE
    @Needs("integrations:write")
    @Operation(operationId = "disconnectMetricool", summary = "Disconnect Metricool")
    public DisconnectedResponse disconnect() {
        var at = accounts.disconnect(caller.get(), Provider.METRICOOL);
        return new DisconnectedResponse("disconnected", V1.time(at));
    }
}
