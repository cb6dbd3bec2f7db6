package io.groundswell.sentiment.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.database.Edge;
import io.groundswell.sentiment.CommentService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Comments of a video. */
@Path("/api/v1/videos/{id}/comments")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class CommentResource {
    private final CommentService comments;
    private final BodyReader reader;
    private final CurrentCaller caller;
    private final Clock clock;

    CommentResource(CommentService comments, BodyReader reader, CurrentCaller caller, Clock clock) {
        this.comments = comments;
        this.reader = reader;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Needs("write")
    @Idempotent
    @Refuses("too_many_comments")
    @Operation(operationId = "recordVideoComments", summary = "Record comments of a video")
    public Envelope<RecordedComments> record(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = CommentsForm.class))) JsonNode body) {
        var video = Ids.inPath("id", id);
        var form = reader.read(body, CommentsForm.class, read -> read.broken(body, clock.instant()));
        comments.record(caller.owner(), video, form.all());
        return Envelope.of(new RecordedComments(form.comments().size()));
    }

    @GET
    @Needs("read")
    @Operation(operationId = "listVideoComments", summary = "List comments of a video, the newest first")
    public EnvelopeList<CommentResponse> list(@RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var video = query.inPath("id", id);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                comments.list(caller.owner(), video, most, edge),
                scored -> new Edge(scored.comment().at(), scored.key()),
                CommentResponse::of);
    }

    @DELETE
    @Path("/{comment}")
    @Needs("write")
    @Operation(operationId = "deleteVideoComment", summary = "Delete a comment, as whoever wrote it may ask for")
    public Envelope<DeletedComment> delete(
            @RestPath String id, @Parameter(description = "The id that it was told under") @RestPath String comment) {
        comments.delete(caller.get(), Ids.inPath("id", id), comment);
        return Envelope.of(new DeletedComment(comment));
    }
}
