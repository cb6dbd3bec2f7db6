package io.groundswell.annotation.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.annotation.Timelines.Place;
import io.groundswell.annotation.TrackedAnnotationService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Marks on the timelines of creators, campaigns and videos. */
@Path("/api/v1/analytics/annotations")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class AnnotationResource {
    private static final String AUTOMATIC = "auto:";

    private final TrackedAnnotationService annotations;
    private final BodyReader reader;
    private final CurrentCaller caller;

    AnnotationResource(TrackedAnnotationService annotations, BodyReader reader, CurrentCaller caller) {
        this.annotations = annotations;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "listTrackedAnnotations",
            summary = "List the annotations of one thing, the earliest first")
    public EnvelopeList<AnnotationResponse> list(@BeanParam TimelineQuery query) {
        var wish = query.read();
        var page =
                annotations.list(caller.owner(), wish.thing(), wish.from(), wish.to(), wish.hideAuto(), wish.after());
        var items = page.items();
        var next = page.more() ? TimelineCursor.write(Place.of(items.get(items.size() - 1))) : null;
        return new EnvelopeList<>(
                items.stream().map(AnnotationResponse::of).toList(), null, new EnvelopeList.Paging(next));
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses("not_found")
    @Operation(operationId = "createTrackedAnnotation", summary = "Mark a moment of a creator, campaign or video")
    public Envelope<AnnotationResponse> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = AnnotationForm.class))) JsonNode body) {
        var form = reader.read(body, AnnotationForm.class, read -> read.broken(body));
        return Envelope.of(AnnotationResponse.of(annotations.add(caller.get(), form.thing(), form.note())));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "changeTrackedAnnotation", summary = "Change an annotation")
    public Envelope<AnnotationResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AnnotationForm.Change.class)))
                    JsonNode body) {
        var annotationId = id(id);
        var change = reader.read(body, AnnotationForm.Change.class, read -> read.broken(body));
        return Envelope.of(AnnotationResponse.of(
                annotations.change(caller.get(), annotationId, now -> change.changed(body, now))));
    }

    record DeletedResponse(String id) {}

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "deleteTrackedAnnotation", summary = "Delete an annotation")
    public Envelope<DeletedResponse> delete(@RestPath String id) {
        var annotationId = id(id);
        annotations.delete(caller.get(), annotationId);
        return Envelope.of(new DeletedResponse(annotationId));
    }

    /** The ids of automatic ones are ids, but of nothing that can be changed. */
    private static String id(String text) {
        return text.startsWith(AUTOMATIC) ? text : Ids.inPath("id", text).toString();
    }
}
