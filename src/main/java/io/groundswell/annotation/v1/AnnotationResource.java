package io.groundswell.annotation.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.annotation.AnnotationFilter;
import io.groundswell.annotation.AnnotationService;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Marks on timelines. */
@Path("/v1/annotations")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class AnnotationResource {
    private final AnnotationService annotations;
    private final AnnotationForms forms;
    private final CurrentCaller caller;
    private final Clock clock;

    AnnotationResource(AnnotationService annotations, AnnotationForms forms, CurrentCaller caller, Clock clock) {
        this.annotations = annotations;
        this.forms = forms;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Needs("missions:write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses("not_found")
    @Operation(operationId = "createAnnotation", summary = "Mark a moment")
    public AnnotationResponse create(
            @RequestBody(content = @Content(schema = @Schema(implementation = AnnotationForm.class))) JsonNode body) {
        var form = forms.read(body);
        return AnnotationResponse.of(
                annotations.add(caller.get(), form.scope().core(), form.entityId(), form.note(clock.instant())));
    }

    record ListQuery(
            @RestQuery @Choices(TimelineScope.class) String scope,
            @RestQuery("mission_id") String missionId,
            @RestQuery("content_id") String contentId,
            @RestQuery @Choices(TimelineKind.class) String kind,
            @RestQuery String from,
            @RestQuery String to) {
        AnnotationFilter filter() {
            if (missionId != null && contentId != null) {
                throw Refusal.invalid("content_id", "Give mission_id or content_id, not both");
            }
            return new AnnotationFilter(
                    core(V1.choices("scope", scope, TimelineScope.class), TimelineScope::core),
                    missionId,
                    contentId,
                    core(V1.choices("kind", kind, TimelineKind.class), TimelineKind::core),
                    V1.instant("from", from),
                    V1.instant("to", to));
        }

        private static <W, C> Set<C> core(Set<W> words, Function<W, C> change) {
            return words.stream().map(change).collect(Collectors.toUnmodifiableSet());
        }
    }

    @GET
    @Needs("analytics:read")
    @Refuses("not_found")
    @Operation(operationId = "listAnnotations", summary = "List annotations")
    public V1List<AnnotationResponse> list(
            @BeanParam ListQuery query,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        var page = annotations.list(caller.owner(), query.filter(), V1.page(limit, startingAfter, endingBefore));
        return V1List.of(page, AnnotationResponse::of);
    }

    @GET
    @Path("/{id}")
    @Needs("analytics:read")
    @Operation(operationId = "getAnnotation", summary = "Read an annotation")
    public AnnotationResponse get(@RestPath String id) {
        return AnnotationResponse.of(annotations.get(caller.owner(), id));
    }

    @PATCH
    @Path("/{id}")
    @Needs("missions:write")
    @Idempotent
    @Transactional
    @Operation(operationId = "changeAnnotation", summary = "Change an annotation")
    public AnnotationResponse patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AnnotationForm.class))) JsonNode body) {
        var form = forms.read(annotations.hold(caller.owner(), id), body);
        return AnnotationResponse.of(annotations.change(caller.get(), id, form.note(clock.instant())));
    }

    record DeletedResponse(String id, boolean deleted) {}

    @DELETE
    @Path("/{id}")
    @Needs("missions:write")
    @Operation(operationId = "deleteAnnotation", summary = "Delete an annotation")
    public DeletedResponse delete(@RestPath String id) {
        annotations.delete(caller.get(), id);
        return new DeletedResponse(id, true);
    }
}
