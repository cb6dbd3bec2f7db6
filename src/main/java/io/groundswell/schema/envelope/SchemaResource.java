package io.groundswell.schema.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.openapi.OwnDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What there is and how it hangs together, in fewer words than the OpenAPI document that it is taken from. */
@Path("/api/v1/schema")
@Produces(APPLICATION_JSON)
@ApplicationScoped
class SchemaResource {
    private final OwnDocuments documents;
    private volatile SchemaResponse schema;

    SchemaResource(OwnDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "getCreatorSchema", summary = "Read what there is, and how it hangs together")
    public Envelope<SchemaResponse> get() {
        // Read twice at the worst: it is the same each time.
        if (schema == null) {
            schema = new SchemaReader(documents.creators()).read();
        }
        return Envelope.of(schema);
    }
}
