package io.groundswell.account.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationConfig;
import io.groundswell.account.OrganizationService;
import io.groundswell.account.Role;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.JsonMerge;
import io.groundswell.wire.Needs;
import io.groundswell.wire.NeverBlank;
import io.groundswell.wire.NullAsBlank;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.NeverNull;
import io.groundswell.wire.v1.V1List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's organization, which this contract calls tenant, and its members. */
@Path("/v1/tenant")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class TenantResource {
    private final OrganizationService organizations;
    private final PublishesBy publishing;
    private final CurrentMonth month;
    private final CurrentCaller caller;
    private final JsonMerge merge;

    TenantResource(
            OrganizationService organizations,
            PublishesBy publishing,
            CurrentMonth month,
            CurrentCaller caller,
            JsonMerge merge) {
        this.organizations = organizations;
        this.publishing = publishing;
        this.month = month;
        this.caller = caller;
        this.merge = merge;
    }

    @GET
    @Needs
    @Operation(operationId = "getTenant", summary = "Read the organization")
    public TenantResponse get() {
        return shown(organizations.get(caller.owner().organizationId()));
    }

    private TenantResponse shown(Organization organization) {
        return TenantResponse.of(organization, publishing.blogId(caller.owner()), month.of(caller.get()));
    }

    /** What cannot be changed is read as well, to be refused rather than passed over. */
    record ChangeTenantRequest(
            @NeverNull @JsonDeserialize(using = NullAsBlank.class) @Size(max = 200) @NeverBlank
            String name,

            @Schema(implementation = OrganizationConfig.class)
            JsonNode config,

            @Schema(hidden = true) JsonNode id,
            @Schema(hidden = true) JsonNode slug,
            @Schema(hidden = true) JsonNode status,
            @Schema(hidden = true) JsonNode plan,
            @Schema(hidden = true) JsonNode timezone) {}

    @PUT
    @Needs("admin")
    @Idempotent
    @Operation(operationId = "changeTenant", summary = "Change the organization")
    public TenantResponse put(@Valid @NotNull ChangeTenantRequest request) {
        Refusal.throwIfAny(FixedFields.changed(request, get()));
        return shown(organizations.change(caller.get(), request.name(), config -> merged(config, request.config())));
    }

    private OrganizationConfig merged(OrganizationConfig current, JsonNode patch) {
        if (patch == null) {
            return current;
        }
        if (patch.isNull()) {
            return OrganizationConfig.defaults();
        }
        if (!patch.isObject()) {
            throw Refusal.invalid("config", "config must be an object");
        }
        return merge.merge("config", current, patch, OrganizationConfig.class);
    }

    record MemberResponse(String id, String email, String name, Role role) {
        static MemberResponse of(OrganizationService.Member member) {
            var user = member.user();
            return new MemberResponse(user.id(), user.email(), user.name(), member.role());
        }
    }

    @GET
    @Path("/members")
    @Needs("admin")
    @Operation(operationId = "listMembers", summary = "List the members of the organization")
    public V1List<MemberResponse> members() {
        var members = organizations.members(caller.owner().organizationId());
        return new V1List<>(members.stream().map(MemberResponse::of).toList(), false, members.size());
    }

    record ChangeRoleRequest(@NotNull Role role) {}

    @PUT
    @Path("/members/{user_id}")
    @Needs("admin")
    @Idempotent
    @Operation(operationId = "changeMemberRole", summary = "Give a member another role")
    public MemberResponse changeRole(@RestPath("user_id") String userId, @Valid @NotNull ChangeRoleRequest request) {
        return MemberResponse.of(organizations.changeRole(caller.get(), userId, request.role()));
    }
}
