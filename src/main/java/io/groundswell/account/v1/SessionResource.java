package io.groundswell.account.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.IdentityVerifier;
import io.groundswell.account.LoginService;
import io.groundswell.account.OrganizationService;
import io.groundswell.account.Role;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.Open;
import io.groundswell.wire.limit.ByAddress;
import io.groundswell.wire.v1.V1;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Logging in and out, and who one is. */
@Path("/v1/auth")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class SessionResource {
    private final LoginService logins;
    private final OrganizationService organizations;
    private final IdentityVerifier identities;
    private final CurrentCaller caller;

    SessionResource(
            LoginService logins, OrganizationService organizations, IdentityVerifier identities, CurrentCaller caller) {
        this.logins = logins;
        this.organizations = organizations;
        this.identities = identities;
        this.caller = caller;
    }

    /** Either an identity provider's token, or the email and password of a local account. */
    record LoginRequest(
            @Size(max = 10_000) String clerkToken,
            @Size(max = 320) String email,
            @Size(max = 200) String password) {}

    record LoginResponse(String token, String expiresAt, UserView user, TenantView tenant) {}

    record UserView(String id, String email, String name) {}

    record TenantView(String id, String name) {}

    @POST
    @Path("/login")
    @Open
    @ByAddress
    @Operation(operationId = "logIn", summary = "Begin a session")
    public LoginResponse login(@Valid @NotNull LoginRequest request) {
        var session = request.clerkToken() != null ? identified(request) : withPassword(request);
        return new LoginResponse(
                session.token(),
                V1.time(session.expiresAt()),
                new UserView(
                        session.user().id(),
                        session.user().email(),
                        session.user().name()),
                new TenantView(
                        session.organization().id(), session.organization().name()));
    }

    private LoginService.Session identified(LoginRequest request) {
        return logins.withIdentity(identities.verify(request.clerkToken()));
    }

    private LoginService.Session withPassword(LoginRequest request) {
        if (request.email() == null && request.password() == null) {
            throw Refusal.invalid("clerk_token", "Send clerk_token, or email and password");
        }
        if (request.email() == null || request.password() == null) {
            var missing = request.email() == null ? "email" : "password";
            throw Refusal.invalid(missing, "%s is required", missing);
        }
        return logins.withPassword(request.email(), request.password());
    }

    record RefreshResponse(String token, String expiresAt) {}

    @POST
    @Path("/refresh")
    @Needs
    @Operation(operationId = "refreshSession", summary = "Get a new token for a session")
    public RefreshResponse refresh() {
        var session = logins.refresh(caller.get());
        return new RefreshResponse(session.token(), V1.time(session.expiresAt()));
    }

    record LogoutResponse(boolean success) {}

    @POST
    @Path("/logout")
    @Needs
    @Operation(operationId = "logOut", summary = "End a session")
    public LogoutResponse logout() {
        logins.logout(caller.get());
        return new LogoutResponse(true);
    }

    record WhoamiResponse(Me user, MyTenant tenant, String authMethod, List<String> scopes) {}

    record Me(String id, String email, String name, Role role) {}

    record MyTenant(String id, String name, String slug) {}

    @GET
    @Path("/whoami")
    @Needs
    @Operation(operationId = "whoAmI", summary = "Tell who calls")
    public WhoamiResponse whoami() {
        var me = organizations.me(caller.get());
        var organization = organizations.get(caller.owner().organizationId());
        return new WhoamiResponse(
                new Me(me.user().id(), me.user().email(), me.user().name(), me.role()),
                new MyTenant(organization.id(), organization.name(), organization.slug()),
                caller.get().credential().name().toLowerCase(Locale.ROOT),
                caller.get().scopes().stream().sorted().toList());
    }
}
