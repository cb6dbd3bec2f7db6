package io.groundswell.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The texts in a JSON body, by the names of their fields, however deep and in whatever list. */
final class BodyFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BodyFields() {}

    /** @param change gets the name and the text of each */
    static String replace(String body, BinaryOperator<String> change) {
        try {
            var json = JSON.readTree(body);
            var before = json.deepCopy();
            fields(json, change);
            return json.equals(before) ? body : JSON.writeValueAsString(json);
        } catch (JsonProcessingException noJson) {
            // A file of lines, or what is broken on purpose: it has no fields.
            return body;
        }
    }

    private static void fields(JsonNode json, BinaryOperator<String> change) {
        if (json instanceof ObjectNode object) {
            for (var field : object.properties()) {
                value(field, change);
            }
        } else if (json instanceof ArrayNode array) {
            array.forEach(one -> fields(one, change));
        }
    }

    private static void value(Map.Entry<String, JsonNode> field, BinaryOperator<String> change) {
        UnaryOperator<String> ofField = text -> change.apply(field.getKey(), text);
        var value = field.getValue();
        if (value.isTextual()) {
            field.setValue(TextNode.valueOf(ofField.apply(value.textValue())));
        } else if (value instanceof ArrayNode array) {
            for (var at = 0; at < array.size(); at++) {
                if (array.get(at).isTextual()) {
                    array.set(at, TextNode.valueOf(ofField.apply(array.get(at).textValue())));
                }
            }
        }
        fields(value, change);
    }
}
