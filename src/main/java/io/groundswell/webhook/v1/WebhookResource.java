package io.groundswell.webhook.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Refusal;
import io.groundswell.webhook.WebhookService;
import io.groundswell.webhook.WebhookTargets;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.NeverBlank;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.idempotency.KeyedCommit;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Endpoints that are told of events. */
@Path("/v1/webhooks")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class WebhookResource {
    private static final String SECRET = "[!-~]{16,128}";
    private static final String SECRET_FORM = "must have 16 to 128 printable ASCII characters, without blanks";

    private final WebhookService webhooks;
    private final WebhookTargets targets;
    private final FixedFields fixed;
    private final KeyedCommit commit;
    private final CurrentCaller caller;

    WebhookResource(
            WebhookService webhooks,
            WebhookTargets targets,
            FixedFields fixed,
            KeyedCommit commit,
            CurrentCaller caller) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.fixed = fixed;
        this.commit = commit;
        this.caller = caller;
    }

    record CreateWebhookRequest(
            @NotBlank String url,
            @NotNull @Size(max = 20) List<@NotNull String> events,

            @Pattern(regexp = SECRET, message = SECRET_FORM) String secret,
            Boolean enabled) {}

    @POST
    @Needs("integrations:write")
    @Idempotent(sealed = true, detached = true)
    @ResponseStatus(201)
    @Operation(operationId = "createWebhook", summary = "Make a webhook")
    public WebhookResponse create(@Valid @NotNull CreateWebhookRequest request) {
        targets.require(request.url());
        return commit.of(() -> WebhookResponse.of(webhooks.create(
                caller.get(),
                request.url(),
                request.events(),
                request.secret(),
                !Boolean.FALSE.equals(request.enabled()))));
    }

    @GET
    @Needs("integrations:read")
    @Operation(operationId = "listWebhooks", summary = "List webhooks")
    public V1List<WebhookResponse> list(
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        return V1List.of(
                webhooks.list(caller.owner(), V1.page(limit, startingAfter, endingBefore)), WebhookResponse::of);
    }

    @GET
    @Path("/{id}")
    @Needs("integrations:read")
    @Operation(operationId = "getWebhook", summary = "Read a webhook")
    public WebhookResponse get(@RestPath String id) {
        return WebhookResponse.of(webhooks.get(caller.owner(), id));
    }

    /** What cannot be changed is read as well, to be refused rather than passed over. */
    record ChangeWebhookRequest(
            @NeverBlank String url,

            @Size(max = 20) List<@NotNull String> events,
            Boolean enabled,

            @Schema(hidden = true) JsonNode id,
            @Schema(hidden = true) JsonNode secret,
            @Schema(hidden = true) JsonNode status,
            @Schema(hidden = true) JsonNode createdAt) {

        Map<String, JsonNode> fixed() {
            var sent = new LinkedHashMap<String, JsonNode>();
            sent.put("id", id);
            sent.put("secret", secret);
            sent.put("status", status);
            sent.put("created_at", createdAt);
            sent.values().removeIf(Objects::isNull);
            return sent;
        }
    }

    @PUT
    @Path("/{id}")
    @Needs("integrations:write")
    @Idempotent(detached = true)
    @Operation(operationId = "changeWebhook", summary = "Change a webhook")
    public WebhookResponse change(@RestPath String id, @Valid @NotNull ChangeWebhookRequest request) {
        Refusal.throwIfAny(fixed.changed(request, webhooks.get(caller.owner(), id)));
        if (request.url() != null) {
            targets.require(request.url());
        }
        return commit.of(() -> WebhookResponse.of(
                webhooks.change(caller.get(), id, request.url(), request.events(), request.enabled())));
    }

    record DeletedResponse(String id, boolean deleted) {}

    @DELETE
    @Path("/{id}")
    @Needs("integrations:write")
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook")
    public DeletedResponse delete(@RestPath String id) {
        webhooks.delete(caller.get(), id);
        return new DeletedResponse(id, true);
    }

    record RotateSecretRequest(
            @Pattern(regexp = SECRET, message = SECRET_FORM) String secret) {}

    @POST
    @Path("/{id}/rotate-secret")
    @Needs("integrations:write")
    @Idempotent(sealed = true)
    @Operation(operationId = "rotateWebhookSecret", summary = "Give a webhook another secret")
    public WebhookResponse rotate(@RestPath String id, @Valid @NotNull RotateSecretRequest request) {
        return WebhookResponse.of(webhooks.rotate(caller.get(), id, request.secret()));
    }
}
