package io.groundswell.series.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.wire.openapi.OwnDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** The part of the contract's document that is about figures, with all that it refers to. */
@ApplicationScoped
class AnalyticsSchema {
    private static final SchemaDocument.Info INFO = new SchemaDocument.Info(
            "Groundswell: analytics of creators",
            "Figures of creators, videos and campaigns over time, and marks on their timelines.",
            "1.4.0");
    private static final String PREFIX = "/api/v1/analytics";
    private static final String COMPONENTS = "#/components/";

    private final OwnDocuments documents;
    private volatile SchemaDocument document;

    AnalyticsSchema(OwnDocuments documents) {
        this.documents = documents;
    }

    /** The same each time, for as long as the server runs. */
    SchemaDocument document() {
        var made = document;
        if (made == null) {
            made = make();
            document = made;
        }
        return made;
    }

    private SchemaDocument make() {
        var whole = documents.creators();
        var paths = (ObjectNode) whole.path("paths");
        paths.retain(paths.propertyStream()
                .map(path -> path.getKey())
                .filter(path -> path.equals(PREFIX) || path.startsWith(PREFIX + "/"))
                .toList());
        drop(whole);
        return new SchemaDocument(whole.path("openapi").asText(), INFO, paths, (ObjectNode) whole.path("components"));
    }

    /** What nothing refers to any more. */
    private static void drop(ObjectNode whole) {
        var needed = new HashSet<String>();
        follow(whole, whole.path("paths"), needed);
        for (var kind : whole.path("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                var names = (ObjectNode) kind.getValue();
                names.retain(names.propertyStream()
                        .map(one -> one.getKey())
                        .filter(name -> needed.contains(COMPONENTS + kind.getKey() + "/" + name))
                        .toList());
            }
        }
    }

    private static void follow(JsonNode whole, JsonNode part, Set<String> needed) {
        for (var reference : part.findValuesAsText("$ref")) {
            if (reference.startsWith(COMPONENTS) && needed.add(reference)) {
                follow(whole, whole.at(reference.substring(1)), needed);
            }
        }
    }
}
