package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.metricool.Brand;
import io.groundswell.publishing.metricool.MetricoolService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

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

    record TestResponse(String status, long latencyMs, String apiVersion, Long rateLimitRemaining, Features features) {}

    @GET
    @Path("/test")
    @Needs("integrations:read")
    public TestResponse test() {
        var trial = metricool.test(caller.owner());
        var works = trial.health() == ConnectedAccount.Health.HEALTHY;
        return new TestResponse(
                trial.health().toString(),
                trial.latency().toMillis(),
                "v2",
                trial.callsLeft(),
                new Features(works, works, works));
    }

    record BrandRow(String id, String name, String timezone, List<String> platforms) {
        static BrandRow of(Brand brand) {
            return new BrandRow(
                    MetricoolResource.PREFIX + brand.id(),
                    brand.name(),
                    brand.timezone(),
                    brand.accounts().keySet().stream().map(Platform::toString).toList());
        }
    }

    record BrandsResponse(List<BrandRow> data) {}

    @GET
    @Path("/brands")
    @Needs("integrations:read")
    public BrandsResponse brands() {
        return new BrandsResponse(
                metricool.brands(caller.owner()).stream().map(BrandRow::of).toList());
    }

    record AccountRow(String platform, String account, String accountId, boolean connected) {}

    record AccountsResponse(List<AccountRow> data) {}

    @GET
    @Path("/accounts")
    @Needs("integrations:read")
    public AccountsResponse accounts() {
        var brand = metricool.brand(caller.owner());
        return new AccountsResponse(brand.accounts().entrySet().stream()
                .map(account -> new AccountRow(account.getKey().toString(), account.getValue(), null, true))
                .toList());
    }
}
