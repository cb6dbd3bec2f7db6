package io.groundswell.source.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.source.UpdateService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Looking a video up. */
@Path("/api/v1/videos/{id}/scrape")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class VideoScrapeResource {
    private final UpdateService updates;
    private final CurrentCaller caller;

    VideoScrapeResource(UpdateService updates, CurrentCaller caller) {
        this.updates = updates;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "getVideoUpdate", summary = "Tell when a video was and will be looked up")
    public Envelope<UpdateResponse> get(@RestPath String id) {
        return Envelope.of(UpdateResponse.of(updates.ofVideo(caller.owner(), Ids.inPath("id", id))));
    }

    @POST
    @Needs("write")
    @ResponseStatus(202)
    @Refuses({"no_source", "tracking_disabled"})
    @Operation(operationId = "updateVideo", summary = "Have a video looked up now; so many times a day")
    public Envelope<UpdateResponse> update(@RestPath String id) {
        return Envelope.of(UpdateResponse.of(updates.updateVideo(caller.get(), Ids.inPath("id", id))));
    }
}
