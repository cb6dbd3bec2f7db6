package io.groundswell.account.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationService;
import io.groundswell.account.Plan;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.limit.EndpointLimits;
import io.groundswell.wire.limit.RateLimits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How much of its limits an organization has used. */
@Path("/v1/usage")
@Produces(APPLICATION_JSON)
class UsageResource {
    private static final Map<String, Limit> LIMITED = new TreeMap<>(Map.of(
            "POST /missions", Limit.MISSIONS_PER_HOUR,
            "POST /content/{id}/regenerate", Limit.REGENERATIONS_PER_HOUR,
            "POST /onboard", Limit.ONBOARDINGS_PER_HOUR,
            "POST /analytics/export", Limit.EXPORTS_PER_HOUR));

    private final OrganizationService organizations;
    private final CurrentMonth month;
    private final RateLimits rates;
    private final EndpointLimits endpoints;
    private final CurrentCaller caller;

    UsageResource(
            OrganizationService organizations,
            CurrentMonth month,
            RateLimits rates,
            EndpointLimits endpoints,
            CurrentCaller caller) {
        this.organizations = organizations;
        this.month = month;
        this.rates = rates;
        this.endpoints = endpoints;
        this.caller = caller;
    }

    record UsageResponse(
            Plan plan, RateView rateLimit, List<EndpointView> endpointLimits, CurrentMonth.Counts currentMonth) {}

    record RateView(long limit, long remaining, long reset) {}

    record EndpointView(String endpoint, long limit, long remaining, String window, long reset) {}

    @GET
    @Needs
    @Operation(operationId = "getUsage", summary = "Tell how much of the limits is used")
    public UsageResponse get() {
        var organization = organizations.get(caller.owner().organizationId());
        var rate = rates.peek(caller.get().rateSubject(), caller.get().requestsPerMinute());
        return new UsageResponse(
                organization.plan(),
                new RateView(rate.limit(), rate.remaining(), rate.resetAt().getEpochSecond()),
                LIMITED.entrySet().stream()
                        .map(entry -> endpoint(organization, entry.getKey(), entry.getValue()))
                        .toList(),
                month.of(caller.get()));
    }

    private EndpointView endpoint(Organization organization, String name, Limit limit) {
        var granted = organization.granted(limit);
        var use = endpoints.use(caller.owner(), name);
        return new EndpointView(
                name,
                granted,
                granted < 0 ? Limit.UNLIMITED : Math.max(0, granted - use.calls()),
                "hour",
                use.resetAt().getEpochSecond());
    }
}
