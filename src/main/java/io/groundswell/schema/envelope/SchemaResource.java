package io.groundswell.schema.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What there is and how it hangs together, in fewer words than the OpenAPI document that it is taken from. */
@Path("/api/v1/schema")
@Produces(APPLICATION_JSON)
@ApplicationScoped
class SchemaResource {
    private static final String DOCUMENT = "creators";

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    private volatile SchemaResponse schema;

    SchemaResource(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "getCreatorSchema", summary = "Read what there is, and how it hangs together")
    public Envelope<SchemaResponse> get() {
        // Read twice at the worst: it is the same each time.
        if (schema == null) {
            schema = read();
        }
        return Envelope.of(schema);
    }

    private SchemaResponse read() {
        try {
            return new SchemaReader(json.readTree(documents.getDocument(DOCUMENT, Format.JSON))).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
