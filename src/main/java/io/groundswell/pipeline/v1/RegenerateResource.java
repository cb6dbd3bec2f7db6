package io.groundswell.pipeline.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.content.ContentStatus;
import io.groundswell.pipeline.RegenerationService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.limit.EndpointLimits;
import io.groundswell.wire.openapi.Refuses;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Other words for an item. */
@Path("/v1/content/{id}/regenerate")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class RegenerateResource {
    private final RegenerationService regenerations;
    private final OrganizationService organizations;
    private final EndpointLimits limits;
    private final CurrentCaller caller;

    RegenerateResource(
            RegenerationService regenerations,
            OrganizationService organizations,
            EndpointLimits limits,
            CurrentCaller caller) {
        this.regenerations = regenerations;
        this.organizations = organizations;
        this.limits = limits;
        this.caller = caller;
    }

    record RegenerateRequest(@Size(max = 2000) String feedback) {}

    record RegenerateResponse(String id, ContentStatus status, int version, String regenerationJobId) {
        static RegenerateResponse of(RegenerationService.Regeneration regeneration) {
            var content = regeneration.content();
            return new RegenerateResponse(content.id(), content.status(), content.version(), regeneration.jobId());
        }
    }

    @POST
    @Needs("content:write")
    @Idempotent
    @Transactional
    @Refuses("budget_exceeded")
    @Operation(operationId = "regenerateContent", summary = "Have an item written anew")
    public RegenerateResponse regenerate(@RestPath String id, @Valid @NotNull RegenerateRequest request) {
        var organization = organizations.get(caller.owner().organizationId());
        limits.charge(
                caller.owner(), "POST /content/{id}/regenerate", organization.granted(Limit.REGENERATIONS_PER_HOUR));
        return RegenerateResponse.of(regenerations.regenerate(caller.get(), id, request.feedback()));
    }
}
