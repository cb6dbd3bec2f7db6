package io.groundswell.series.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.wire.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Describes what is asked about figures, for machines. Its answer is a document of its own, in no envelope. */
@Path("/api/v1/analytics/schema")
@Produces(APPLICATION_JSON)
class SchemaResource {
    private final AnalyticsSchema schema;

    SchemaResource(AnalyticsSchema schema) {
        this.schema = schema;
    }

    @GET
    @Needs("read")
    @Operation(
            operationId = "getCreatorAnalyticsSchema",
            summary = "Read the OpenAPI document of the analytics endpoints")
    public SchemaDocument get() {
        return schema.document();
    }
}
