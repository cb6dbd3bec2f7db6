package io.groundswell.generation.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.generation.BrandDescription;
import io.groundswell.generation.BrandService;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.JsonMerge;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the organization's writers know about its brand. */
@Path("/v1")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class BrandResource {
    private final BrandService brands;
    private final Onboarding onboarding;
    private final CurrentCaller caller;
    private final JsonMerge merge;

    BrandResource(BrandService brands, Onboarding onboarding, CurrentCaller caller, JsonMerge merge) {
        this.brands = brands;
        this.onboarding = onboarding;
        this.caller = caller;
        this.merge = merge;
    }

    record OnboardResponse(String status, BrandResponse brandContext) {}

    @POST
    @Path("/onboard")
    @Needs("missions:write")
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "onboard", summary = "Describe the brand")
    public OnboardResponse onboard(@NotNull BrandDescription description) {
        return new OnboardResponse("completed", BrandResponse.of(onboarding.run(caller.get(), description)));
    }

    @GET
    @Path("/brand-context")
    @Needs("missions:read")
    @Refuses("not_found")
    @Operation(operationId = "getBrandContext", summary = "Read the brand context")
    public BrandResponse get() {
        return BrandResponse.of(brands.get(caller.owner()));
    }

    @PUT
    @Path("/brand-context")
    @Needs("missions:write")
    @Idempotent
    @Refuses("not_found")
    @Operation(operationId = "changeBrandContext", summary = "Change the brand context")
    public BrandResponse put(
            @RequestBody(content = @Content(schema = @Schema(implementation = BrandDescription.class))) @NotNull
                    JsonNode patch) {
        if (!patch.isObject()) {
            throw Refusal.invalid("name", "Send an object with the fields to change");
        }
        return BrandResponse.of(
                brands.change(caller.get(), current -> merge.merge("", current, patch, BrandDescription.class)));
    }
}
