package io.groundswell.video.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.video.VideoService;
import io.groundswell.video.VideoTracking;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Videos, of whatever project. */
@Path("/api/v1/videos")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class VideoResource {
    private final VideoService videos;
    private final VideoTracking tracking;
    private final VideoFigures figures;
    private final BodyReader reader;
    private final CurrentCaller caller;

    VideoResource(
            VideoService videos,
            VideoTracking tracking,
            VideoFigures figures,
            BodyReader reader,
            CurrentCaller caller) {
        this.videos = videos;
        this.tracking = tracking;
        this.figures = figures;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listVideos", summary = "List videos, the newest first, but for those that are excluded")
    public EnvelopeList<VideoResponse> list(
            @RestQuery("project_id") String projectId,
            @RestQuery("creator_id") String creatorId,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var query = new Query();
        var project = query.id("project_id", projectId);
        var creator = query.id("creator_id", creatorId);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return figures.page(videos.list(caller.owner(), project, creator, most, edge));
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getVideo", summary = "Read a video")
    public Envelope<VideoResponse> get(@RestPath String id) {
        return Envelope.of(figures.one(videos.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Refuses("limit_reached")
    @Operation(operationId = "changeVideo", summary = "Change what is known of a video, or decide whether it counts")
    public Envelope<VideoResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = VideoForm.class))) JsonNode body) {
        var videoId = Ids.inPath("id", id);
        var form = reader.read(body, VideoForm.class, read -> read.broken(body));
        return Envelope.of(figures.one(videos.change(caller.get(), videoId, form.details(body))));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "deleteVideo", summary = "Delete a video with all that was measured of it")
    public Envelope<VideoResponse> delete(@RestPath String id) {
        return Envelope.of(figures.one(videos.delete(caller.get(), Ids.inPath("id", id))));
    }

    @POST
    @Path("/{id}/tracking-disable")
    @Needs("write")
    @Operation(
            operationId = "disableVideo",
            summary = "Track a video no longer; what was measured of it keeps counting")
    public Envelope<VideoResponse> disable(@RestPath String id) {
        return Envelope.of(figures.one(tracking.disable(caller.get(), Ids.inPath("id", id))));
    }

    @POST
    @Path("/{id}/tracking-enable")
    @Needs("write")
    @Refuses("limit_reached")
    @Operation(operationId = "enableVideo", summary = "Track a video again that was switched off")
    public Envelope<VideoResponse> enable(@RestPath String id) {
        return Envelope.of(figures.one(tracking.enable(caller.get(), Ids.inPath("id", id))));
    }
}
