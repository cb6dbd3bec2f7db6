package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.Platform;
import io.groundswell.outbound.Health;
import io.groundswell.publishing.metricool.Brand;
import io.groundswell.publishing.metricool.MetricoolService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What Metricool says of the connection, its brands and their accounts. */
@Path("/v1/connect/metricool")
@Produces(APPLICATION_JSON)
class MetricoolChecksResource {
    private final MetricoolService metricool;
    private final CurrentCaller caller;

    MetricoolChecksResource(MetricoolService metricool, CurrentCaller caller) {
        this.metricool = metricool;
        this.caller = caller;
    }

    record Features(boolean scheduling, boolean analytics, boolean mediaUpload) {}

    record TestResponse(
            Health status,
            long latencyMs,
            String apiVersion,
            @Nullable Long rateLimitRemaining,
            Features features) {}

    @GET
    @Path("/test")
    @Needs("integrations:read")
    @Refuses("conflict")
    @Operation(operationId = "testMetricool", summary = "Try the connection to Metricool")
    public TestResponse test() {
        var trial = metricool.test(caller.owner());
        var works = trial.health() == Health.HEALTHY;
        return new TestResponse(
                trial.health(), trial.latency().toMillis(), "v2", trial.callsLeft(), new Features(works, works, works));
    }

    record BrandRow(String id, String name, String timezone, List<Platform> platforms) {
        static BrandRow of(Brand brand) {
            return new BrandRow(
                    MetricoolResource.PREFIX + brand.id(),
                    brand.name(),
                    brand.timezone(),
                    List.copyOf(brand.accounts().keySet()));
        }
    }

    record BrandsResponse(List<BrandRow> data) {}

    @GET
    @Path("/brands")
    @Needs("integrations:read")
    @Refuses({"conflict", "provider_error"})
    @Operation(operationId = "listMetricoolBrands", summary = "List the brands in Metricool")
    public BrandsResponse brands() {
        return new BrandsResponse(
                metricool.brands(caller.owner()).stream().map(BrandRow::of).toList());
    }

    record AccountRow(
            Platform platform, String account, @Nullable String accountId, boolean connected) {}

    record AccountsResponse(List<AccountRow> data) {}

    @GET
    @Path("/accounts")
    @Needs("integrations:read")
    @Refuses({"conflict", "provider_error"})
    @Operation(operationId = "listMetricoolAccounts", summary = "List the networks of the connected brand")
    public AccountsResponse accounts() {
        var brand = metricool.brand(caller.owner());
        return new AccountsResponse(brand.accounts().entrySet().stream()
                .map(account -> new AccountRow(account.getKey(), account.getValue(), null, true))
                .toList());
    }
}
