package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Validates values against the schemas of a document. */
public final class JsonSchemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode components;
    private final JsonNode closed;
    private final Map<JsonNode, Schema> requests = new ConcurrentHashMap<>();
    private final Map<JsonNode, Schema> answers = new ConcurrentHashMap<>();

    JsonSchemas(JsonNode document) {
        this.components = document.path("components");
        this.closed = components.deepCopy();
        closed.path("schemas").forEach(JsonSchemas::close);
    }

    /** A field that we send without telling of it is a fault of the document. Clients have to take it all the same. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    public List<String> faultsOfRequest(JsonNode schema, JsonNode value) {
        return faults(requests.computeIfAbsent(schema, node -> compile(node, components)), value);
    }

    public List<String> faultsOfAnswer(JsonNode schema, JsonNode value) {
        return faults(answers.computeIfAbsent(schema, node -> compile(node, closed)), value);
    }

    private static Schema compile(JsonNode schema, JsonNode components) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return REGISTRY.getSchema(whole);
    }

    private static List<String> faults(Schema schema, JsonNode value) {
        return schema.validate(value).stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }
}
