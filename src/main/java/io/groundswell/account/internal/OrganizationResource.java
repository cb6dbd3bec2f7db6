package io.groundswell.account.internal;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.groundswell.account.KeyKind;
import io.groundswell.account.Operations;
import io.groundswell.account.Organization;
import io.groundswell.account.Plan;
import io.groundswell.wire.NeverBlank;
import io.groundswell.wire.NullRefused;
import io.groundswell.wire.openapi.NeverNull;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The organizations of this server, for its operator. */
@Path("/internal/organizations")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class OrganizationResource {
    /** As long as what tokens say. */
    private static final int EXTERNAL_ID = 500;

    private final Operations operations;

    OrganizationResource(Operations operations) {
        this.operations = operations;
    }

    record OpenRequest(
            @NotBlank @Size(max = 200) String name,
            Plan plan,
            String timezone,
            @Size(max = 100) Map<String, Long> limits,
            @NeverBlank @Size(max = EXTERNAL_ID) String externalId) {}

    record OpenedResponse(String id, String name, Plan plan, Keys keys) {}

    record Keys(String ampLive, String ampTest, String tga, String aak) {}

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "openOrganization", summary = "Open an organization")
    public OpenedResponse post(@Valid @NotNull OpenRequest request) {
        var opened = operations.open(
                request.name(),
                request.plan() == null ? Plan.FREE : request.plan(),
                request.timezone() == null ? "UTC" : request.timezone(),
                request.limits() == null ? Map.of() : request.limits(),
                request.externalId());
        var organization = opened.organization();
        return new OpenedResponse(organization.id(), organization.name(), organization.plan(), keys(opened));
    }

    private static Keys keys(Operations.Opened opened) {
        return new Keys(
                opened.keys().get(KeyKind.AMP_LIVE).text(),
                opened.keys().get(KeyKind.AMP_TEST).text(),
                opened.keys().get(KeyKind.TGA).text(),
                opened.keys().get(KeyKind.AAK).text());
    }

    record OrganizationResponse(
            String id,
            String name,
            String slug,
            Organization.Status status,
            Plan plan,
            String timezone,
            Map<String, Long> limits,
            @Nullable String externalId,
            String createdAt,
            String updatedAt) {
        static OrganizationResponse of(Organization organization) {
            return new OrganizationResponse(
                    organization.id(),
                    organization.name(),
                    organization.slug(),
                    organization.status(),
                    organization.plan(),
                    organization.timezone(),
                    organization.limits(),
                    organization.externalId(),
                    V1.time(organization.createdAt()),
                    V1.time(organization.updatedAt()));
        }
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrganization", summary = "Read an organization")
    public OrganizationResponse get(@RestPath String id) {
        return OrganizationResponse.of(operations.get(id));
    }

    record ChangeRequest(
            @NeverNull @JsonDeserialize(using = NullRefused.class) @NeverBlank @Size(max = 200)
            String name,

            @NeverNull @JsonDeserialize(using = NullRefused.class)
            Plan plan,

            @NeverNull @JsonDeserialize(using = NullRefused.class)
            String timezone,

            @NeverNull @JsonDeserialize(using = NullRefused.class) @Size(max = 100)
            Map<String, Long> limits,

            @NeverNull @JsonDeserialize(using = NullRefused.class) @NeverBlank @Size(max = EXTERNAL_ID)
            String externalId,

            @NeverNull @JsonDeserialize(using = NullRefused.class)
            Organization.Status status) {}

    @PATCH
    @Path("/{id}")
    @Operation(operationId = "changeOrganization", summary = "Change an organization")
    public OrganizationResponse patch(@RestPath String id, @Valid @NotNull ChangeRequest request) {
        return OrganizationResponse.of(operations.change(
                id,
                new Operations.Change(
                        request.name(),
                        request.plan(),
                        request.timezone(),
                        request.limits(),
                        request.externalId(),
                        request.status())));
    }

    record DeletedResponse(String id, boolean deleted) {}

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteOrganization", summary = "Delete an organization with all it has")
    public DeletedResponse delete(@RestPath String id) {
        operations.delete(id);
        return new DeletedResponse(id, true);
    }
}
