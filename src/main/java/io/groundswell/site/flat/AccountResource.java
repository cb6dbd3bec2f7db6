package io.groundswell.site.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationService;
import io.groundswell.account.flat.Tier;
import io.groundswell.site.SiteService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.flat.Flat;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization, as site analytics shows it. */
@Path("/account")
@Produces(APPLICATION_JSON)
class AccountResource {
    private final OrganizationService organizations;
    private final SiteService sites;
    private final CurrentCaller caller;

    AccountResource(OrganizationService organizations, SiteService sites, CurrentCaller caller) {
        this.organizations = organizations;
        this.sites = sites;
        this.caller = caller;
    }

    record AccountResponse(
            String id,

            @Schema(description = "Of the member whose key it is")
            String email,

            @Schema(description = "Always null: nobody logs in by way of GitHub here") @Nullable
            String githubLogin,

            Tier tier,
            String createdAt,
            long projectsCount,

            @Schema(description = "-1 when there is no limit")
            long projectsLimit,

            TierLimits tierLimits,

            @Schema(description = "Always null: this server charges nothing") @Nullable
            Long monthlySpendCapDollars) {}

    /** Each is -1 when there is no limit. */
    record TierLimits(
            @Schema(description = "-1 when there is no limit")
            long maxProjects,

            @Schema(description = "-1 when there is no limit")
            long maxEventsLifetime,

            @Schema(description = "-1 when there is no limit")
            long retentionDays,

            @Schema(description = "-1 when there is no limit")
            long rateLimitRpm) {
        static TierLimits of(Organization organization) {
            return new TierLimits(
                    organization.granted(Limit.SITES),
                    organization.granted(Limit.SITE_EVENTS),
                    organization.granted(Limit.SITE_RETENTION_DAYS),
                    organization.granted(Limit.SITE_REQUESTS_PER_MINUTE));
        }
    }

    @GET
    @Needs("analytics:read")
    @Operation(operationId = "getAccount", summary = "Read the account and its limits")
    public AccountResponse get() {
        var organization = organizations.get(caller.owner().organizationId());
        return new AccountResponse(
                organization.id(),
                organizations.me(caller.get()).user().email(),
                null,
                Tier.of(organization.plan()),
                Flat.time(organization.createdAt()),
                sites.count(caller.owner()),
                organization.granted(Limit.SITES),
                TierLimits.of(organization),
                null);
    }
}
