package io.groundswell.wire.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The documents that this server publishes, for those who tell a part of them in another way. */
@ApplicationScoped
public class OwnDocuments {
    private final OpenApiDocumentService documents;
    private final ObjectMapper json;

    OwnDocuments(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** A copy of that of the creators contract; it is the same each time, for as long as the server runs. */
    public ObjectNode creators() {
        try {
            return (ObjectNode) json.readTree(documents.getDocument("creators", Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException("The server's own document cannot be read", e);
        }
    }
}
