package io.groundswell.content.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.content.EditService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;

/** Items changed by hand. */
@Path("/v1/content")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class EditResource {
    private final EditService edits;
    private final ContentForms forms;
    private final CurrentCaller caller;

    EditResource(EditService edits, ContentForms forms, CurrentCaller caller) {
        this.edits = edits;
        this.forms = forms;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @Needs("content:write")
    @Idempotent
    @Transactional
    @Operation(operationId = "changeContent", summary = "Change an item by hand")
    public ContentResponse put(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ContentForm.class))) JsonNode body) {
        var edit = forms.read(edits.hold(caller.owner(), id), body);
        return ContentResponse.of(edits.edit(caller.get(), id, edit));
    }
}
