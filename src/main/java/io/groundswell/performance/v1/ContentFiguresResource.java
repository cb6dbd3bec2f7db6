package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.performance.ContentFigures;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What one item came to. */
@Path("/v1/analytics/content/{id}")
@Produces(APPLICATION_JSON)
class ContentFiguresResource {
    private final ContentFigures figures;
    private final CurrentCaller caller;

    ContentFiguresResource(ContentFigures figures, CurrentCaller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Operation(operationId = "getContentFigures", summary = "Tell what an item came to")
    public ContentFiguresResponse get(@RestPath String id) {
        return ContentFiguresResponse.of(figures.of(caller.owner(), id));
    }
}
