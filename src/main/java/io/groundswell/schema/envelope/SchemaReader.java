package io.groundswell.schema.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.groundswell.schema.envelope.SchemaResponse.Entity;
import io.groundswell.schema.envelope.SchemaResponse.Field;
import io.groundswell.schema.envelope.SchemaResponse.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Tells entities and how they hang together out of the contract's OpenAPI document. An entity is an object that the document
 * says the meaning of.
 */
final class SchemaReader {
    private static final PropertyNamingStrategies.NamingBase NAMES =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;
    private static final Pattern ID = Pattern.compile("_ids?$");

    /** Where a field does not say by its name what it is the id of. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "org", "organization",
            "structure", "payout_structure",
            "method", "payout_method",
            "assignment", "payout_assignment",
            "payment", "payout_payment",
            "accrual", "payout_accrual");

    /** Fields that are ids of one of several sorts of things, and the fields that tell which. */
    private static final Map<String, String> TOLD_BY = Map.of("entity_id", "scope", "item_id", "item_type");

    private final JsonNode schemas;

    SchemaReader(JsonNode document) {
        this.schemas = document.at("/components/schemas");
    }

    SchemaResponse read() {
        var entities = new TreeMap<String, Entity>();
        schemas.properties().forEach(component -> {
            var schema = component.getValue();
            if (schema.path("type").asText().equals("object") && schema.has("description")) {
                entities.put(
                        NAMES.translate(component.getKey()),
                        new Entity(schema.get("description").asText(), fields(schema)));
            }
        });
        return new SchemaResponse(entities, relationships(entities));
    }

    private Map<String, Field> fields(JsonNode schema) {
        var fields = new LinkedHashMap<String, Field>();
        schema.path("properties").properties().forEach(field -> fields.put(field.getKey(), field(field.getValue())));
        return fields;
    }

    private Field field(JsonNode described) {
        var schema = resolved(described);
        var types = texts(schema.path("type"));
        var nullable = types.remove("null") || isOrNull(described);
        var choices = texts(schema.path("enum"));
        return new Field(
                types.get(0),
                schema.path("format").asText(null),
                nullable,
                choices.isEmpty() ? null : choices,
                described.path("description").asText(null));
    }

    /** What a reference leads to, also where it is that or null. */
    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return schemas.path(schema.get("$ref").asText().replaceFirst(".*/", ""));
        }
        return schema.has("anyOf") ? resolved(schema.get("anyOf").get(0)) : schema;
    }

    private static boolean isOrNull(JsonNode schema) {
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .anyMatch(choice -> choice.path("type").asText().equals("null"));
    }

    /** One or several. */
    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<Relationship> relationships(Map<String, Entity> entities) {
        var found = new ArrayList<Relationship>();
        entities.forEach((name, entity) -> entity.fields().forEach((field, type) -> {
            var by = TOLD_BY.get(field);
            if (by != null && entity.fields().containsKey(by)) {
                found.add(new Relationship(name, field, entity.fields().get(by).choices(), by));
            } else if (ID.matcher(field).find() && entities.containsKey(named(field))) {
                found.add(new Relationship(name, field, List.of(named(field)), null));
            }
        }));
        return found;
    }

    private static String named(String field) {
        var name = ID.matcher(field).replaceFirst("");
        return OTHER_NAMES.getOrDefault(name, name);
    }
}
