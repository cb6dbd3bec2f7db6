package io.groundswell.video.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.video.VideoAdditions;
import io.groundswell.video.VideoTracking;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.EnvelopeItems;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.ManyIds;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Videos of a project: adding them, and what is done to several at once. */
@Path("/api/v1/projects/{projectId}/videos")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ProjectVideosResource {
    private final VideoAdditions additions;
    private final VideoTracking tracking;
    private final VideoFigures figures;
    private final BodyReader reader;
    private final CurrentCaller caller;

    ProjectVideosResource(
            VideoAdditions additions,
            VideoTracking tracking,
            VideoFigures figures,
            BodyReader reader,
            CurrentCaller caller) {
        this.additions = additions;
        this.tracking = tracking;
        this.figures = figures;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @Needs("write")
    @Idempotent
    @Refuses({"limit_reached", "duplicate", "too_many_videos"})
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AddedVideo.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was excluded, or its creator removed, and it is back",
            content = @Content(schema = @Schema(implementation = AddedVideo.class)))
    @Operation(operationId = "addVideo", summary = "Add a video by its address")
    public RestResponse<AddedVideo> add(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewVideoForm.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, NewVideoForm.class, read -> read.broken(body));
        var added = additions.add(caller.get(), project, form.address(), form.creator(), form.details(body));
        var status = added.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.status(status, new AddedVideo(figures.one(added.video()), null, null));
    }

    @POST
    @Path("/bulk-tracking-disable")
    @Needs("write")
    @Operation(
            operationId = "disableVideos",
            summary = "Track videos no longer; what was measured of them keeps counting")
    public EnvelopeItems<VideoResponse> disable(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ManyIds.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, ManyIds.class, read -> read.broken(body));
        return figures.several(tracking.disable(caller.get(), project, form.distinct()));
    }

    @POST
    @Path("/bulk-tracking-enable")
    @Needs("write")
    @Refuses("limit_reached")
    @Operation(operationId = "enableVideos", summary = "Track videos again that were switched off")
    public EnvelopeItems<VideoResponse> enable(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ManyIds.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, ManyIds.class, read -> read.broken(body));
        return figures.several(tracking.enable(caller.get(), project, form.distinct()));
    }
}
