package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.content.Content;
import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.PublishService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Publishing at once. */
@Path("/v1/publish")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class PublishResource {
    private final PublishService publishing;
    private final CurrentCaller caller;

    PublishResource(PublishService publishing, CurrentCaller caller) {
        this.publishing = publishing;
        this.caller = caller;
    }

    record PublishRequest(@NotBlank String contentId) {}

    record PublishResponse(
            String contentId,
            ContentStatus status,
            String publishedAt,
            Platform platform,
            String platformPostId,
            @Nullable String platformUrl) {
        static PublishResponse of(Content content) {
            return new PublishResponse(
                    content.id(),
                    content.status(),
                    V1.time(content.publication().publishedAt()),
                    content.platform(),
                    content.publication().platformPostId(),
                    content.publication().platformUrl());
        }
    }

    @POST
    @Needs("content:write")
    @Idempotent(detached = true)
    @Refuses({"not_found", "platform_not_connected", "provider_error"})
    @Operation(operationId = "publishContent", summary = "Publish an item now")
    public PublishResponse publish(@Valid @NotNull PublishRequest request) {
        return PublishResponse.of(publishing.publish(caller.owner(), request.contentId()));
    }
}
